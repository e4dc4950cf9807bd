import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { type Db, INSTALLATION, type Reader } from "../../platform/database/change.server.ts";
import type { Doorbell } from "../../platform/database/doorbell.server.ts";
import type { DialogueId } from "../../platform/ids.ts";
import type { Analysed } from "./analyse.server.ts";
import { restBeforeSettlingMs } from "./analysis.ts";

/** A new result at most this often, and in a large hall not more than a fifth of the time. */
const restMs = 2_000;
const restFor = 4;
const longestRestMs = 60_000;
/** Rings come with each batch of ballots; so long we listen before we look. */
const listenMs = 500;

/** Deeds that make another result possible; one that turns out the same is not kept. */
const causes = sql`'^(ballot[.]|insight[.]|person[.]erase$|dialogue[.]import$)'`;

/** Asks for an analysis with each change of the ballots. Returns what ends it. */
export function watchBallots(services: { readonly db: Db; readonly doorbell: Doorbell; readonly log: (line: string) => void }) {
  const { db, doorbell, log } = services;
  /** per dialogue how far its line was looked at */
  const looked = new Map<string, number>();
  const timers = new Map<string, NodeJS.Timeout>();
  const deaf = doorbell.on(({ scope }) => {
    if (scope === INSTALLATION || timers.has(scope)) return;
    timers.set(scope, setTimeout(look, listenMs, scope).unref());
  });
  async function look(scope: string): Promise<void> {
    timers.delete(scope);
    try {
      if (scope === "*") return await askForAll(db, "30 days"); // the line was down, or this process is new
      const last = await askWhenChanged(db, scope as DialogueId, looked.get(scope) ?? 0);
      if (last !== null) looked.set(scope, last);
    } catch {
      log("analysis: vragen mislukt"); // the minute's round asks again
    }
  }
  return () => {
    deaf();
    for (const timer of timers.values()) clearTimeout(timer);
  };
}

/**
 * One job per dialogue, when something in its line after both `after` and the newest analysis asks for it.
 * @returns the end of the line; null for no dialogue
 */
async function askWhenChanged(db: Reader, dialogueId: DialogueId, after: number): Promise<number | null> {
  const { rows } = await db.execute<{ seq: string }>(sql`
    with line as (select seq from ledger where scope = ${dialogueId}::uuid),
    cause as (
      select 1 from audit where scope = ${dialogueId}::uuid and what ~ ${causes}
        and seq > greatest(${after}::bigint, coalesce((select max(seq) from analysis where dialogue_id = ${dialogueId}::uuid), 0))
      limit 1),
    asked as (select ${job(sql`${dialogueId}::text`)} from cause)
    select line.seq, (select count(*) from asked) as asked from line`);
  return rows[0] ? Number(rows[0].seq) : null;
}

/** What was missed: a process that was ended between a ballot and its question. */
export async function askForAll(db: Reader, since: string): Promise<void> {
  await db.execute(sql`
    select ${job(sql`lately.scope::text`)} from (
      select scope, max(seq) as seq from audit where at > now() - ${since}::interval and what ~ ${causes}
        and scope <> ${INSTALLATION}::uuid group by scope) lately
    where lately.seq > coalesce((select max(seq) from analysis where dialogue_id = lately.scope), 0)`);
}

/** Two lines for all dialogues together: a job waits for the worker, and mail must never wait for that. */
const job = (dialogueId: ReturnType<typeof sql>, afterMs = 0) => sql`
  graphile_worker.add_job('analysis', json_build_object('dialogueId', ${dialogueId}),
    queue_name := 'analysis:' || abs(hashtext(${dialogueId}) % 2), job_key := 'analysis:' || ${dialogueId},
    run_at := now() + ${afterMs} * interval '1 millisecond', job_key_mode := 'preserve_run_at', max_attempts := 5)`;

/** How long the last analysis of a dialogue took here. */
const took = new Map<DialogueId, number>();
const mostTimed = 1_000;

/** The job: waits until the last result has had its time, then asks the worker. What has to wait long comes back later. */
export async function analyseInTurn(
  db: Reader,
  dialogueId: DialogueId,
  update: (dialogueId: DialogueId) => Promise<Analysed>,
): Promise<void> {
  const { rows } = await db.execute<{ ago: number | null; there: boolean }>(sql`
    select (extract(epoch from max(at) - now()) * 1000)::float8 as ago,
      exists (select from ledger where scope = ${dialogueId}) as there
    from analysis where dialogue_id = ${dialogueId}`);
  if (!rows[0]?.there) return;
  const wanted = Math.min(longestRestMs, Math.max(restMs, restFor * (took.get(dialogueId) ?? 0)));
  const rest = rows[0].ago === null ? 0 : rows[0].ago + wanted;
  if (rest > restMs) {
    await db.execute(sql`select ${job(sql`${dialogueId}::text`, rest)}`);
    return;
  }
  // a timer counts from when the turn of the loop began: on a busy machine it may end early
  const end = performance.now() + Math.min(rest, restMs);
  for (let left = end - performance.now(); left > 0; left = end - performance.now()) await sleep(Math.ceil(left));
  const begun = performance.now();
  const done = await update(dialogueId);
  if (took.size > mostTimed) took.clear();
  took.set(dialogueId, performance.now() - begun);
  if (done.status === "made" && done.held) await db.execute(sql`select ${settling(dialogueId)}`);
}

/** Asks once more for when no ballot came for a while; each result that holds something back puts it off. */
const settling = (dialogueId: DialogueId) => sql`
  graphile_worker.add_job('analysis', json_build_object('dialogueId', ${dialogueId}::text),
    queue_name := 'analysis:' || abs(hashtext(${dialogueId}) % 2), job_key := 'analysis-settling:' || ${dialogueId}::text,
    run_at := now() + ${restBeforeSettlingMs + restMs} * interval '1 millisecond', max_attempts := 5)`;
