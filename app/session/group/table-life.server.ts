import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { contribution } from "../../contribution/tables.ts";
import { person, session } from "../../dialogue/tables.ts";
import { coalesceReads } from "../../platform/cache/coalesce-reads.ts";
import { change, type Db, deedBy, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { GroupId, PersonId, SessionId, StepId } from "../../platform/ids.ts";
import type { DealAt } from "../grouping/dealing.server.ts";
import type { SeatedGroup } from "./groups.server.ts";
import { type GroupRole, type Turns, whoseTurn } from "./roles.ts";
import { secondsEach, shareOf, type TableLife } from "./table-life.ts";
import { group, groupVisit, notesConfirmed, roleTurn, seat } from "./tables.ts";

/** What goes on at the table of one person, in the step at hand. */
export async function readLife(
  db: Reader,
  at: DealAt & { readonly stepId: StepId; readonly personId: PersonId; readonly leftMs: number; readonly nudge: boolean },
  seated: SeatedGroup,
): Promise<TableLife> {
  const { turns, visitors, written, confirmed, last } = await tableNow(db, at.sessionId, at.stepId, seated.id, seated.members);
  const own = seated.seats.find(({ personId }) => personId === at.personId);
  const lengths = new Map(written.flatMap(({ personId, characters }) => (personId ? [[personId as string, characters]] : [])));
  return {
    topic: seated.topic,
    version: own?.version ?? 0,
    seenVersion: own?.seenVersion ?? 0,
    speakerId: seated.speakerId,
    next: whoseTurn(seated.members, turns),
    turn: seated.turnId && seated.turnAt ? { personId: seated.turnId, since: seated.turnAt.getTime() } : null,
    secondsEach: secondsEach(at.leftMs, seated.members.length),
    visitors: visitors.map(({ name }) => name),
    share: shareOf(lengths, at.personId, seated.members.length),
    notes: {
      written: written.reduce((sum, { n }) => sum + n, 0),
      confirmed: confirmed !== undefined && (!last?.at || last.at <= confirmed.at),
    },
    nudge: at.nudge && !lengths.has(at.personId) && lengths.size > 0,
  };
}

/** What all at a table see of it. */
const tableNow = coalesceReads(
  async (db: Reader, sessionId: SessionId, stepId: StepId, groupId: GroupId, members: readonly PersonId[]) => {
    const [turns, visitors, written, [confirmed], [last]] = await Promise.all([
      turnsOf(db, sessionId, members),
      db
        .select({ name: person.name })
        .from(groupVisit)
        .innerJoin(person, eq(person.id, groupVisit.personId))
        .where(eq(groupVisit.groupId, groupId))
        .orderBy(groupVisit.at),
      db
        .select({
          personId: contribution.personId,
          characters: sql<number>`sum(length(${contribution.text}))::int`,
          n: sql<number>`count(*) filter (where ${contribution.kind} <> 'talk')::int`,
        })
        .from(contribution)
        .where(onTableInStep(groupId, stepId))
        .groupBy(contribution.personId),
      db.select({ at: notesConfirmed.at }).from(notesConfirmed).where(matches(notesConfirmed, { groupId, stepId })),
      db
        .select({ at: sql<Date | null>`max(${contribution.updatedAt})`.mapWith(contribution.updatedAt) })
        .from(contribution)
        .where(and(onTableInStep(groupId, stepId), ne(contribution.kind, "talk"))),
    ]);
    return { turns, visitors, written, confirmed, last };
  },
);

const onTableInStep = (groupId: GroupId, stepId: StepId) =>
  and(matches(contribution, { groupId, stepId, state: "visible" }), ne(contribution.shared, "private"));

async function turnsOf(db: Reader, sessionId: SessionId, members: readonly PersonId[]): Promise<Turns> {
  if (members.length === 0) return new Map();
  const rows = await db
    .select({ personId: roleTurn.personId, role: roleTurn.role, n: sql<number>`count(*)::int` })
    .from(roleTurn)
    .innerJoin(group, eq(group.id, roleTurn.groupId))
    .where(and(eq(group.sessionId, sessionId), inArray(roleTurn.personId, [...members])))
    .groupBy(roleTurn.personId, roleTurn.role);
  const turns = new Map<PersonId, { "note-taker": number; speaker: number }>();
  for (const { personId, role, n } of rows) {
    const had = turns.get(personId) ?? { "note-taker": 0, speaker: 0 };
    had[role] = n;
    turns.set(personId, had);
  }
  return turns;
}

/** Remembers who had a role in the step at hand; who takes it over has it. */
export async function noteRole(
  tx: Tx,
  sessionId: SessionId,
  groupId: GroupId,
  role: GroupRole,
  personId: PersonId,
): Promise<void> {
  const [now] = await tx.select({ stepId: session.currentStepId }).from(session).where(eq(session.id, sessionId));
  if (!now?.stepId) return;
  await tx
    .insert(roleTurn)
    .values({ groupId, stepId: now.stepId, role, personId })
    .onConflictDoUpdate({ target: [roleTurn.groupId, roleTurn.stepId, roleTurn.role], set: { personId } });
}

interface Sitting extends DealAt {
  readonly personId: PersonId;
  readonly groupId: GroupId;
}
const deedAt = (at: Sitting, verb: string) => deedBy(at.personId, at.dialogueId, `group.${verb}`, "group", at.groupId);

/** @throws Refused not-yours */
async function requireSeat(tx: Tx, at: Sitting) {
  const [row] = await tx
    .select({ group })
    .from(group)
    .innerJoin(seat, and(eq(seat.groupId, group.id), eq(seat.personId, at.personId)))
    .where(matches(group, { id: at.groupId, sessionId: at.sessionId }));
  if (!row) throw new Refused("not-yours", 404);
  return row.group;
}

/** Somebody speaks for the group afterwards. */
export async function becomeSpeaker(db: Db, at: Sitting): Promise<void> {
  await change(db, deedAt(at, "speak"), async (tx, { unchanged }) => {
    const now = await requireSeat(tx, at);
    if (now.speakerId === at.personId) return unchanged(undefined);
    await tx.update(group).set({ speakerId: at.personId }).where(eq(group.id, at.groupId));
    await noteRole(tx, at.sessionId, at.groupId, "speaker", at.personId);
  });
}

/** A round of speaking begins, goes on to the next, or ends (null). `seen` is whose turn it was: pressed twice it moves once. */
export async function passTurn(db: Db, at: Sitting, seen: PersonId | null, to: PersonId | null): Promise<void> {
  await change(db, deedAt(at, "turn"), async (tx, { unchanged }) => {
    const now = await requireSeat(tx, at);
    if (now.turnId !== seen) return unchanged(undefined);
    if (to) {
      const [sits] = await tx
        .select({ id: seat.personId })
        .from(seat)
        .where(matches(seat, { groupId: at.groupId, personId: to }));
      if (!sits) throw new Refused("not-yours", 404);
    }
    await tx
      .update(group)
      .set({ turnId: to, turnAt: to ? sql`clock_timestamp()` : null })
      .where(eq(group.id, at.groupId));
  });
}

/** The group read back what it wrote in the step at hand. */
export async function confirmNotes(db: Db, at: Sitting): Promise<void> {
  await change(db, deedAt(at, "confirm"), async (tx) => {
    await requireSeat(tx, at);
    const [now] = await tx.select({ stepId: session.currentStepId }).from(session).where(eq(session.id, at.sessionId));
    if (!now?.stepId) throw new Refused("not-live");
    await tx
      .insert(notesConfirmed)
      .values({ groupId: at.groupId, stepId: now.stepId, byId: at.personId })
      .onConflictDoUpdate({
        target: [notesConfirmed.groupId, notesConfirmed.stepId],
        set: { byId: at.personId, at: sql`clock_timestamp()` },
      });
  });
}

/**
 * The browser of this person shows this seat. A pulse, not a change: as many come as there are people, whenever a step begins.
 * Nothing is told of it but to who leads.
 */
export async function seatSeen(db: Db, at: Sitting, version: number): Promise<void> {
  await db
    .update(seat)
    .set({ seenVersion: sql`greatest(${seat.seenVersion}, least(${version}::int, ${seat.version}))` })
    .where(matches(seat, { groupId: at.groupId, personId: at.personId }));
}

/** A facilitator sits down at a table, which its people see, or leaves it. At one table at a time. */
export async function visitGroup(db: Db, at: DealAt, who: PersonId, groupId: GroupId, comes: boolean): Promise<boolean> {
  if (comes) {
    const elsewhere = (await visitsOf(db, at.sessionId)).filter((one) => one.personId === who && one.groupId !== groupId);
    for (const one of elsewhere) await visitGroup(db, at, who, one.groupId, false);
  }
  const deed = deedBy(who, at.dialogueId, comes ? "group.enter" : "group.leave", "group", groupId);
  return change(db, deed, async (tx, { unchanged }) => {
    const [there] = await tx
      .select({ id: group.id })
      .from(group)
      .where(matches(group, { id: groupId, sessionId: at.sessionId }));
    if (!there) return unchanged(false);
    if (comes) await tx.insert(groupVisit).values({ groupId, personId: who }).onConflictDoNothing();
    else await tx.delete(groupVisit).where(matches(groupVisit, { groupId, personId: who }));
    return true;
  });
}
export async function visitsIn(db: Reader, groupId: GroupId): Promise<readonly PersonId[]> {
  const rows = await db.select({ personId: groupVisit.personId }).from(groupVisit).where(eq(groupVisit.groupId, groupId));
  return rows.map(({ personId }) => personId);
}

/** Who of the team sits at which table. */
export async function visitsOf(db: Reader, sessionId: SessionId) {
  return db
    .select({ groupId: groupVisit.groupId, personId: groupVisit.personId, name: person.name })
    .from(groupVisit)
    .innerJoin(group, eq(group.id, groupVisit.groupId))
    .innerJoin(person, eq(person.id, groupVisit.personId))
    .where(eq(group.sessionId, sessionId))
    .orderBy(groupVisit.at);
}

/** Groups of a step that read back what they wrote, and when. */
export async function confirmedIn(db: Reader, stepId: StepId): Promise<ReadonlyMap<GroupId, Date>> {
  const rows = await db.select().from(notesConfirmed).where(eq(notesConfirmed.stepId, stepId));
  return new Map(rows.map((row) => [row.groupId, row.at]));
}
