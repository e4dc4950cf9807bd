import { and, count, eq, inArray, type SQL, sql } from "drizzle-orm";
import { contribution } from "../../contribution/tables.ts";
import { change, type Db, deedBy, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { DialogueId, GroupId, PersonId, SessionId } from "../../platform/ids.ts";
import { groupingOf, groupsIn, type StepAt } from "../group/groups.server.ts";
import { type Merged, type Row, whichMoves } from "../group/merge.ts";
import { noteRole } from "../group/table-life.server.ts";
import { group, seat } from "../group/tables.ts";
import { help } from "../tables.ts";

interface At {
  readonly dialogueId: DialogueId;
  readonly sessionId: SessionId;
}
const deedOn = (at: At, who: PersonId, what: string, id: GroupId) => deedBy(who, at.dialogueId, what, "group", id);

/** One line to the people of some tables; empty takes it away. @returns false when none of these groups is here */
export async function tellGroups(db: Db, at: At, who: PersonId, ids: readonly GroupId[], text: string): Promise<boolean> {
  const [only] = ids;
  const deed = { scope: at.dialogueId, actor: { person: who }, what: "group.tell" };
  const subject = ids.length === 1 && only ? { kind: "group", id: only } : { kind: "session", id: at.sessionId };
  return change(db, { ...deed, subject }, async (tx, { unchanged }) => {
    const told = await tx
      .update(group)
      .set({ announcement: text })
      .where(and(inArray(group.id, [...ids]), eq(group.sessionId, at.sessionId)))
      .returning({ id: group.id });
    return told.length > 0 || unchanged(false);
  });
}

/** Who writes the notes from now on; null: nobody. @returns false for who does not sit there */
export async function appointNoteTaker(db: Db, at: At, who: PersonId, id: GroupId, personId: PersonId | null): Promise<boolean> {
  return change(db, deedOn(at, who, "group.appoint", id), async (tx, { unchanged }) => {
    if (personId) {
      const [sits] = await tx
        .select({ n: count() })
        .from(seat)
        .where(matches(seat, { groupId: id, personId }));
      if (!sits?.n) return unchanged(false);
    }
    const set = await tx
      .update(group)
      .set({ noteTakerId: personId })
      .where(matches(group, { id, sessionId: at.sessionId }))
      .returning({ id: group.id });
    if (set.length === 0) return unchanged(false);
    if (personId) await noteRole(tx, at.sessionId, id, "note-taker", personId);
    return true;
  });
}

/**
 * Two tables become one: the smaller sits down at the larger, with all that lies on its table and its question for help. What
 * was written keeps its step and its moment; its table is the one that stays. Pressed twice it is done once.
 * @param also hears what is needed to set the table up again
 * @returns the group that stays; null when one of them is not (or no longer) there
 */
export async function mergeGroups(
  db: Db,
  at: At & { readonly step: StepAt },
  who: PersonId,
  one: GroupId,
  other: GroupId,
  also?: (tx: Tx, merged: Merged) => Promise<void>,
): Promise<GroupId | null> {
  return change(db, deedOn(at, who, "group.merge", one), async (tx, { unchanged }) => {
    const groupingId = await groupingOf(tx, at.sessionId, at.step);
    const groups = groupingId ? await groupsIn(tx, [groupingId]) : [];
    const [a, b] = [one, other].map((wanted) => groups.find(({ id }) => id === wanted));
    if (!a || !b || a === b) return unchanged(null);
    const { moves, stays } = whichMoves(a, b);
    const table = await rowsOf(tx, "group", sql`id = ${moves.id}`);
    const ofTable = sql`group_id = ${moves.id}`;
    const hung: Awaited<ReturnType<typeof rowsOf>>[] = [];
    for (const name of hanging) hung.push(await rowsOf(tx, name, ofTable));
    const to = { groupId: stays.id };
    await tx
      .update(seat)
      .set({ ...to, version: sql`${seat.version} + 1` })
      .where(eq(seat.groupId, moves.id));
    const lay = await tx
      .update(contribution)
      .set(to)
      .where(eq(contribution.groupId, moves.id))
      .returning({ id: contribution.id });
    const asked = await tx.update(help).set(to).where(eq(help.groupId, moves.id)).returning({ id: help.id });
    await tx
      .update(group)
      .set({ noteTakerId: stays.noteTakerId ?? moves.noteTakerId })
      .where(eq(group.id, stays.id));
    await tx.delete(group).where(eq(group.id, moves.id));
    await also?.(tx, {
      stays: stays.id,
      staysNoteTaker: stays.noteTakerId,
      id: moves.id,
      table,
      people: moves.members,
      contributions: lay.map(({ id }) => id),
      help: asked.map(({ id }) => id),
      hanging: hung,
    });
    return stays.id;
  });
}

/** What goes with a table. */
const hanging = ["role_turn", "notes_confirmed", "group_visit"] as const;

async function rowsOf(tx: Tx, name: string, where: SQL): Promise<readonly Row[]> {
  const { rows } = await tx.execute<{ row: Row }>(sql`select to_jsonb(t) as row from ${sql.identifier(name)} t where ${where}`);
  return rows.map(({ row }) => row);
}
const putRows = (tx: Tx, name: string, rows: readonly Row[]) => {
  const table = sql.identifier(name);
  return tx.execute(
    sql`insert into ${table} select * from jsonb_populate_recordset(null::${table}, ${JSON.stringify(rows)}::jsonb)`,
  );
};

/**
 * The table that moved is set up again: its people go back, with what lay on it. What they wrote at the other table since, and who
 * was given another place since, stay where they are.
 * @param first says whether it is still to be done
 * @returns false when the other table is gone as well
 */
export async function splitAgain(
  db: Db,
  at: At,
  who: PersonId,
  merged: Merged,
  first: (tx: Tx) => Promise<boolean>,
): Promise<boolean> {
  return change(db, deedOn(at, who, "group.split", merged.id), async (tx, { unchanged }) => {
    if (!(await first(tx))) return unchanged(true);
    const [stays] = await tx.select().from(group).where(eq(group.id, merged.stays));
    if (!stays) return unchanged(false);
    const from = merged.stays;
    const to = { groupId: merged.id };
    await putRows(tx, "group", merged.table);
    for (const [index, name] of hanging.entries()) await putRows(tx, name, merged.hanging[index] ?? []);
    if (merged.people.length > 0)
      await tx
        .update(seat)
        .set({ ...to, version: sql`${seat.version} + 1` })
        .where(and(eq(seat.groupId, from), inArray(seat.personId, [...merged.people])));
    if (merged.contributions.length > 0)
      await tx
        .update(contribution)
        .set(to)
        .where(and(eq(contribution.groupId, from), inArray(contribution.id, [...merged.contributions])));
    if (merged.help.length > 0)
      await tx
        .update(help)
        .set(to)
        .where(and(eq(help.groupId, from), inArray(help.id, [...merged.help])));
    if (merged.staysNoteTaker === null && stays.noteTakerId && merged.people.includes(stays.noteTakerId))
      await tx.update(group).set({ noteTakerId: null }).where(eq(group.id, from));
    return true;
  });
}
