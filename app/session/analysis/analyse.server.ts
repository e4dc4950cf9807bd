import { desc, eq, sql } from "drizzle-orm";
import { analyse } from "../../method/analysis/analysis.ts";
import { atFirst, calm, isHeld, settled } from "../../method/analysis/calm.ts";
import { type Analysis, type AnalysisOptions, methodVersion } from "../../method/analysis/result.ts";
import type { Calm } from "../../method/analysis/status.ts";
import { change, type Db, type Reader, systemDeed, type Tx } from "../../platform/database/change.server.ts";
import type { AnalysisId, DialogueId, SessionId } from "../../platform/ids.ts";
import { analysis, analysisMember } from "../insights/tables.ts";
import { type AnalysisSettings, packPoints, restBeforeSettlingMs, standard, withoutPeople } from "./analysis.ts";
import { type BallotsRead, readBallots } from "./read-ballots.server.ts";

/** `held`: something is held back for calm, and what these ballots say by themselves is shown when no more come [OG6]. */
export type Analysed =
  | { readonly status: "made"; readonly id: AnalysisId; readonly held: boolean }
  | { readonly status: "unchanged" };

/**
 * Analyses the ballots of a dialogue when they are other than last time, and keeps what it found.
 * Takes seconds to minutes: run it in a worker or a command.
 */
export async function updateAnalysis(db: Db, dialogueId: DialogueId, progress?: AnalysisOptions["progress"]): Promise<Analysed> {
  const before = await findLast(db, dialogueId);
  const read = await readBallots(db, dialogueId);
  const same = before?.inputHash === read.hash && before.method === methodVersion;
  const held = before !== null && isHeld(before.settings.calm);
  if (before && same && !(held && before.rested)) {
    // Nothing that anybody sees changes: only how far the line was read. What waits to settle will be read again.
    if (!held) await db.update(analysis).set({ seq: read.seq }).where(eq(analysis.id, before.id));
    return { status: "unchanged" };
  }
  const was: Calm = before ? { ...atFirst, ...before.settings.calm, members: await membersOf(db, dialogueId) } : atFirst;
  const made = calmly(read, same ? settled(was) : was, progress);
  return store(db, dialogueId, read, made);
}

interface Made {
  readonly result: Analysis;
  readonly settings: AnalysisSettings;
}

function calmly(read: BallotsRead, was: Calm, progress?: AnalysisOptions["progress"]): Made {
  const run = (keep: Calm) => analyse(read.votes, { ...standard, fields: read.fields, keep, progress });
  const first = run(was);
  const { next, changed } = calm(was, first);
  const result = changed ? run(next) : first;
  const kept = changed ? next : was;
  const { members: _, ...after } = next;
  return { result, settings: { ...standard, keep: kept.k, keepStatus: kept.status, calm: after } };
}

async function findLast(db: Reader, dialogueId: DialogueId) {
  const [row] = await db
    .select({
      id: analysis.id,
      inputHash: analysis.inputHash,
      method: analysis.method,
      settings: analysis.settings,
      rested: sql<boolean>`${analysis.at} <= now() - ${restBeforeSettlingMs} * interval '1 millisecond'`,
    })
    .from(analysis)
    .where(eq(analysis.dialogueId, dialogueId))
    .orderBy(desc(analysis.seq))
    .limit(1);
  return row ?? null;
}

async function membersOf(db: Reader, dialogueId: DialogueId): Promise<Calm["members"]> {
  const rows = await db
    .select({ letter: analysisMember.letter, personId: analysisMember.personId })
    .from(analysisMember)
    .where(eq(analysisMember.dialogueId, dialogueId));
  const groups: Record<string, string[]> = {};
  for (const { letter, personId } of rows) {
    groups[letter] ??= [];
    groups[letter].push(personId);
  }
  return groups;
}

async function store(db: Db, dialogueId: DialogueId, read: BallotsRead, { result, settings }: Made): Promise<Analysed> {
  const id = crypto.randomUUID() as AnalysisId;
  const deed = systemDeed(dialogueId, "analysis.make", "analysis", id);
  return change(db, deed, async (tx, { unchanged }): Promise<Analysed> => {
    // Two processes may have read the same line: the one that read furthest stands.
    const newer = await tx.execute(
      sql`select 1 from ${analysis} where ${analysis.dialogueId} = ${dialogueId} and ${analysis.seq} >= ${read.seq} limit 1`,
    );
    if (newer.rows.length > 0) return unchanged({ status: "unchanged" });
    const live = await tx.execute<{ id: string }>(
      sql`select id from session where dialogue_id = ${dialogueId} and state = 'live' order by starts_at desc limit 1`,
    );
    await tx.insert(analysis).values({
      id,
      dialogueId,
      sessionId: (live.rows[0]?.id ?? null) as SessionId | null,
      seq: read.seq,
      method: result.method,
      settings,
      people: read.votes.people.length,
      ballots: read.ballots,
      inputHash: read.hash,
      found: withoutPeople(result),
      points: Buffer.from(packPoints(result)),
      fits: result.status === "groups" ? { at: null, of: {} } : null,
    });
    await keepMembers(tx, dialogueId, result.groups);
    await tidy(tx, dialogueId);
    return { status: "made", id, held: isHeld(settings.calm) };
  });
}

/** Writes who changed, and nobody else. Without groups the letters of last time wait for when there are groups again. */
async function keepMembers(tx: Tx, dialogueId: DialogueId, groups: Analysis["groups"]): Promise<void> {
  if (groups.length === 0) return;
  const people = sql.param(groups.flatMap(({ members }) => members));
  const letters = sql.param(groups.flatMap(({ id, members }) => members.map(() => id)));
  await tx.execute(sql`
    insert into analysis_member (dialogue_id, person_id, letter)
    select ${dialogueId}::uuid, given.person, given.letter from unnest(${people}::uuid[], ${letters}::text[]) given(person, letter)
      join person on person.id = given.person and person.erased_at is null
    on conflict (dialogue_id, person_id) do update set letter = excluded.letter where analysis_member.letter <> excluded.letter`);
  await tx.execute(
    sql`delete from analysis_member where dialogue_id = ${dialogueId} and not (person_id = any(${people}::uuid[]))`,
  );
}

/** What was true for two seconds of a session is kept for an hour. The last of each session stays, what pages showed, and what a report points at. */
async function tidy(tx: Tx, dialogueId: DialogueId): Promise<void> {
  await tx.execute(sql`
    delete from analysis old where old.dialogue_id = ${dialogueId} and old.at < now() - interval '1 hour' and old.shown_at is null
      and exists (select 1 from analysis newer where newer.dialogue_id = old.dialogue_id
        and newer.session_id is not distinct from old.session_id and newer.seq > old.seq)
      and not exists (select 1 from report where report.dialogue_id = old.dialogue_id
        and report.content ->> 'analysis' = old.id::text)`);
}
