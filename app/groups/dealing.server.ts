import { and, eq, inArray, isNull } from "drizzle-orm";
import { group, grouping, measure, registration, seat } from "../db/schema.ts";
import type { DialogueId, GroupId, GroupingId, PersonId, SessionId, StepId } from "../ids.ts";
import { change, type Db, type Reader, type Tx } from "../platform/change.server.ts";
import { type Attribute, type Dealt, deal, type Pair } from "./deal.ts";
import { pairsOf } from "./deal-quality.ts";
import { groupingOf, groupsIn, groupsOf, type SeatedGroup, type StepAt } from "./groups.server.ts";
import { seatLate } from "./seating.ts";

const mix: readonly Attribute[] = ["field", "party", "organisation", "area"];

async function dealable(db: Reader, sessionId: SessionId): Promise<readonly Dealt[]> {
  const [rows, out] = await Promise.all([
    db
      .select()
      .from(registration)
      .where(and(eq(registration.sessionId, sessionId), eq(registration.state, "admitted"))),
    db
      .select({ personId: measure.personId })
      .from(measure)
      .where(and(eq(measure.sessionId, sessionId), eq(measure.kind, "removed"), isNull(measure.liftedAt))),
  ]);
  const removed = new Set(out.map(({ personId }) => personId));
  return rows
    .filter(({ personId }) => !removed.has(personId))
    .map(({ personId, fieldId, partyId, organisation, areaCode }) => ({
      id: personId,
      attributes: { field: fieldId ?? "", party: partyId ?? "", organisation: organisation.toLowerCase(), area: areaCode ?? "" },
    }));
}

/** Who sat with whom in this session before. */
async function earlierPairs(db: Reader, sessionId: SessionId): Promise<readonly Pair[]> {
  const dealt = await db.select({ id: grouping.id }).from(grouping).where(eq(grouping.sessionId, sessionId));
  const groups = await groupsIn(
    db,
    dealt.map(({ id }) => id),
  );
  return groups.flatMap(({ members }) => pairsOf([...members]));
}

/** A number of its own for each deal, from where it is held: the same deal can be made again. */
function seedOf(stepId: StepId): number {
  return Number.parseInt(stepId.slice(0, 7), 16);
}

/**
 * Deals whoever is here (with nobody here: whoever has a place) into mixed groups for a step. A step that was dealt already,
 * as when the facilitator goes back, keeps its groups; who came since gets a seat.
 */
export async function dealGroups(
  tx: Tx,
  at: { sessionId: SessionId; step: { id: StepId; groupSize: number | null }; present: readonly PersonId[] },
): Promise<void> {
  const size = at.step.groupSize ?? 6;
  const seed = seedOf(at.step.id);
  const [made] = await tx
    .insert(grouping)
    .values({ sessionId: at.sessionId, stepId: at.step.id, seed, size })
    .onConflictDoNothing()
    .returning({ id: grouping.id });
  if (!made) return;
  const all = await dealable(tx, at.sessionId);
  const here = new Set(at.present);
  const living = all.filter(({ id }) => here.has(id));
  const people = living.length > 0 ? living : all;
  if (people.length === 0) return;
  const { groups } = deal(people, { size, mix, earlier: await earlierPairs(tx, at.sessionId), seed });
  const rows = await tx
    .insert(group)
    .values(groups.map((_, index) => ({ groupingId: made.id, sessionId: at.sessionId, number: index + 1 })))
    .returning({ id: group.id, number: group.number });
  const seats = rows.flatMap(({ id, number }) =>
    (groups[number - 1] ?? []).map((personId) => ({ groupingId: made.id, groupId: id, personId })),
  );
  if (seats.length > 0) await tx.insert(seat).values(seats);
}

/**
 * The group of a person in a step; somebody who came late gets a seat at the smallest.
 * @returns null when the step is not held in groups, or nobody was dealt yet
 */
export async function seatOf(
  db: Db,
  at: { dialogueId: DialogueId; sessionId: SessionId; step: StepAt; personId: PersonId },
): Promise<SeatedGroup | null> {
  const seated = await groupsOf(db, at.sessionId, at.step);
  if (!seated || seated.groups.length === 0) return null;
  const mine = seated.groups.find(({ members }) => members.includes(at.personId));
  if (mine) return mine;
  const deed = {
    scope: at.dialogueId,
    actor: { person: at.personId },
    what: "seat.take",
    subject: { kind: "grouping", id: seated.groupingId },
  };
  return change(db, deed, async (tx) => {
    const groups = await groupsIn(tx, [seated.groupingId]);
    const already = groups.find(({ members }) => members.includes(at.personId));
    if (already) return already;
    const all = new Map((await dealable(tx, at.sessionId)).map((one) => [one.id, one]));
    const me = all.get(at.personId);
    if (!me) return null;
    const people = groups.map(({ members }) => members.flatMap((id) => all.get(id) ?? []));
    const index = seatLate(people, me, { mix, earlier: await earlierPairs(tx, at.sessionId) });
    const to = index === undefined ? undefined : groups[index];
    if (!to) return null;
    await tx.insert(seat).values({ groupingId: seated.groupingId, groupId: to.id, personId: at.personId });
    return { ...to, members: [...to.members, at.personId] };
  });
}

/** The facilitator gives somebody another group in the grouping of this step. @returns false when there is no such group here */
export async function moveToGroup(
  db: Db,
  at: { dialogueId: DialogueId; sessionId: SessionId; step: StepAt },
  who: PersonId,
  personId: PersonId,
  to: GroupId,
): Promise<boolean> {
  const deed = { scope: at.dialogueId, actor: { person: who }, what: "seat.move", subject: { kind: "person", id: personId } };
  return change(db, deed, async (tx, { unchanged }) => {
    const groupingId = await groupingOf(tx, at.sessionId, at.step);
    if (!groupingId) return unchanged(false);
    const groups = await groupsIn(tx, [groupingId]);
    const target = groups.find(({ id }) => id === to);
    const has = await tx
      .select({ id: registration.id })
      .from(registration)
      .where(
        and(eq(registration.sessionId, at.sessionId), eq(registration.personId, personId), eq(registration.state, "admitted")),
      );
    if (!target || has.length === 0) return unchanged(false);
    await leaveNoteTaking(tx, groupingId, personId, to);
    await tx
      .insert(seat)
      .values({ groupingId, groupId: to, personId })
      .onConflictDoUpdate({ target: [seat.groupingId, seat.personId], set: { groupId: to } });
    return true;
  });
}

async function leaveNoteTaking(tx: Tx, groupingId: GroupingId, personId: PersonId, stays: GroupId): Promise<void> {
  const held = await tx
    .select({ id: group.id })
    .from(group)
    .where(and(eq(group.groupingId, groupingId), eq(group.noteTakerId, personId)));
  const left = held.map(({ id }) => id).filter((id) => id !== stays);
  if (left.length > 0) await tx.update(group).set({ noteTakerId: null }).where(inArray(group.id, left));
}
