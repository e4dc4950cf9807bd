import { createHmac } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Db } from "../database/change.server.ts";
import type { HookId } from "../ids.ts";
import { cloudEvent, type EventRow } from "./event.ts";
import { waitAfter } from "./hook.ts";
import type { Answered, PostOut } from "./post-out.server.ts";

interface Due extends Record<string, unknown> {
  readonly delivery: string;
  readonly hook: HookId;
  readonly url: string;
  readonly secret: string;
  readonly attempts: number;
  readonly id: string;
  readonly position: string;
  readonly kind: EventRow["kind"];
  readonly subject: string;
  readonly data: EventRow["data"];
  readonly at: string;
}
export interface Delivering {
  readonly postOut: PostOut;
  readonly source: string;
  /** Address of the API, for what can be read there. */
  readonly api: string;
  readonly now: () => Date;
}
const mostAtOnce = 50;
/** A process that dies while it sends: another goes on after this. */
const lease = "2 minutes";

/**
 * Sends what is due: at each address one after the other, and not further where one fails; other addresses do not wait for it.
 * An event arrives at least once, and by its id the receiver knows one that came before.
 * @returns how many were sent
 */
export async function sendDue(db: Db, about: Delivering): Promise<number> {
  let sent = 0;
  for (let some = await take(db, about.now()); some.length > 0; some = await take(db, about.now())) {
    const perHook = [...Map.groupBy(some, ({ hook }) => hook).values()];
    const counts = await Promise.all(perHook.map((line) => sendLine(db, about, line)));
    sent += counts.reduce((sum, n) => sum + n, 0);
    if (some.length < mostAtOnce) break;
  }
  await wakeFor(db);
  return sent;
}

/** One address at a time is in the hands of one process only. */
async function take(db: Db, now: Date): Promise<Due[]> {
  const { rows } = await db.execute<Due>(sql`
    with due as (
      select d.id from hook_delivery d join hook h on h.id = d.hook_id
      where d.state = 'waiting' and d.next_at <= ${now.toISOString()}::timestamptz
        and h.ended_at is null and h.paused_at is null and h.gone_at is null
      order by d.next_at limit ${mostAtOnce} for update of d skip locked),
    taken as (
      update hook_delivery d set attempts = attempts + 1, next_at = ${now.toISOString()}::timestamptz + ${lease}::interval
      from due where d.id = due.id returning d.id, d.hook_id, d.event_id, d.attempts)
    select t.id as delivery, h.id as hook, h.url, h.secret, t.attempts, e.id, e.position, e.kind, e.subject, e.data, e.at
    from taken t join hook h on h.id = t.hook_id join hook_event e on e.id = t.event_id order by e.position`);
  return rows;
}

async function sendLine(db: Db, about: Delivering, line: readonly Due[]): Promise<number> {
  for (const [index, due] of line.entries()) {
    const answered = await about.postOut(letterOf(due, about));
    if (answered.problem === null) {
      await db.execute(sql`update hook_delivery set state = 'delivered', answer = ${answered.status}, problem = null,
        done_at = ${about.now().toISOString()} where id = ${due.delivery}`);
      continue;
    }
    await putOff(db, due, answered, about.now());
    await giveBack(db, line.slice(index + 1), about.now());
    return index;
  }
  return line.length;
}

function letterOf(due: Due, { source, api, now }: Delivering) {
  const row: EventRow = { ...due, position: Number(due.position), at: new Date(due.at) };
  const body = JSON.stringify(cloudEvent(row, { source, api }));
  const timestamp = String(Math.floor(now().getTime() / 1_000));
  return {
    url: due.url,
    body,
    headers: {
      "content-type": "application/cloudevents+json; charset=utf-8",
      "user-agent": "Klankbord",
      "webhook-id": due.id,
      "webhook-timestamp": timestamp,
      "webhook-signature": signatureOf(due.secret, `${due.id}.${timestamp}.${body}`),
    },
  };
}

/** As Standard Webhooks has it: `v1,` and HMAC-SHA256 over id, time and body. @param secret `whsec_` and the key in base64 */
function signatureOf(secret: string, signed: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
}

async function putOff(db: Db, due: Due, { status, problem, waitMs }: Answered, now: Date): Promise<void> {
  const wait = waitAfter(due.attempts, waitMs, Math.random());
  const state = wait === null ? "failed" : "waiting";
  const next = new Date(now.getTime() + (wait ?? 0)).toISOString();
  await db.execute(sql`update hook_delivery set state = ${state}, answer = ${status}, problem = ${problem}, next_at = ${next},
    done_at = case when ${state} = 'failed' then ${now.toISOString()}::timestamptz end where id = ${due.delivery}`);
  // 410: who was there says not to come back
  if (status === 410) await db.execute(sql`update hook set gone_at = ${now.toISOString()} where id = ${due.hook}`);
}

/** Not tried after all: the one before them failed, and they would too. They follow it closely. */
async function giveBack(db: Db, line: readonly Due[], now: Date): Promise<void> {
  if (line.length === 0) return;
  const ids = sql.join(
    line.map(({ delivery }) => sql`${delivery}::uuid`),
    sql`, `,
  );
  const next = new Date(now.getTime() + 10_000).toISOString();
  await db.execute(sql`update hook_delivery set attempts = attempts - 1, next_at = ${next} where id in (${ids})`);
}

/** A job for when the next is due; each minute looks too. */
async function wakeFor(db: Db): Promise<void> {
  await db.execute(sql`
    select graphile_worker.add_job('hooks', '{}', job_key := 'hooks-later', run_at := next.at)
    from (select min(d.next_at) as at from hook_delivery d join hook h on h.id = d.hook_id
      where d.state = 'waiting' and h.ended_at is null and h.paused_at is null and h.gone_at is null) next
    where next.at is not null`);
}

/** What happened longer ago than anybody can still ask for. @returns how many */
export async function forgetEvents(db: Db, before: Date): Promise<number> {
  const { rowCount } = await db.execute(sql`delete from hook_event where at < ${before.toISOString()}`);
  return rowCount ?? 0;
}
