import { and, eq, inArray, sql } from "drizzle-orm";
import { registration } from "../../dialogue/people/tables.ts";
import { change, type Db, deedBy, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { GroupId, GroupingId, PersonId, StepId } from "../../platform/ids.ts";
import { groupsIn, type SeatedGroup } from "../group/groups.server.ts";
import { group, grouping, seat, seatWish } from "../group/tables.ts";
import { mayUndo, type SeatsBefore } from "../group/undo.ts";
import { makeRoundAside } from "./dealer.server.ts";
import {
  addGroups,
  type DealAt,
  keepRound,
  prepareRound,
  repairSeats,
  roundFor,
  type StepToDeal,
  seatAt,
} from "./dealing.server.ts";

/** What the facilitator arranges for one step: a proposal ahead of it, or the groups as they sit. */
export interface Arranging extends DealAt {
  readonly who: PersonId;
  readonly stepId: StepId;
}
export type Arranged = "done" | "no-such-group" | "no-such-person" | "no-proposal" | "already-begun" | "too-late" | "same-person";

const deedOf = (at: Arranging, state: "proposed" | "dealt", verb: string, subject?: { kind: string; id: string }) => ({
  scope: at.dialogueId,
  actor: { person: at.who },
  what: `${state === "proposed" ? "grouping" : "seat"}.${verb}`,
  subject: subject ?? { kind: "step", id: at.stepId },
});

export async function groupingFor(db: Reader, stepId: StepId) {
  const [row] = await db.select().from(grouping).where(eq(grouping.stepId, stepId));
  return row ?? null;
}

/** A proposal for a step to come, from who is here now; made again it keeps who is locked. Each time other groups come of it. */
export async function propose(
  db: Db,
  at: Arranging & { readonly step: StepToDeal; readonly present: readonly PersonId[] },
): Promise<Arranged> {
  const made = await groupingFor(db, at.stepId);
  if (made?.state === "dealt") return "already-begun";
  if (!made) {
    const ready = await prepareRound(db, at);
    return change(db, deedOf(at, "proposed", "propose"), async (tx, { unchanged }) => {
      if (await groupingFor(tx, at.stepId)) return unchanged("done" as const);
      await keepRound(tx, at.sessionId, ready, "proposed");
      return "done";
    });
  }
  const sat = await groupsIn(db, [made.id]);
  const held = sat.flatMap(({ seats }, index) => seats.flatMap((one) => (one.locked ? [[one.personId, index] as const] : [])));
  const seed = (made.seed + 1) % 2_147_483_647;
  const round = { ...(await roundFor(db, { ...at, seed })), locked: new Map(held) };
  const found = await makeRoundAside(round);
  return change(db, deedOf(at, "proposed", "propose"), async (tx, { unchanged }) => {
    const now = await groupingFor(tx, at.stepId);
    if (now?.state !== "proposed" || now.seed !== made.seed) return unchanged("done" as const);
    await remember(tx, now.id, at.who);
    const groups = await groupsIn(tx, [now.id]);
    const last = Math.max(0, ...groups.map(({ number }) => number));
    const more = found.groups.slice(groups.length).map(({ topic }) => ({ topic, members: [] }));
    const ids = [...groups.map(({ id }) => id), ...(await addGroups(tx, at.sessionId, now.id, more, last))];
    const dealt = found.groups.flatMap(({ members }) => members);
    for (const [index, { topic, members }] of found.groups.entries()) {
      const id = ids[index] as GroupId;
      await tx.update(group).set({ topic }).where(eq(group.id, id));
      if (members.length > 0)
        await tx
          .insert(seat)
          .values(members.map((personId) => ({ groupingId: now.id, groupId: id, personId })))
          .onConflictDoUpdate({
            target: [seat.groupingId, seat.personId],
            set: { groupId: id, version: sql`${seat.version} + 1` },
          });
    }
    const gone = groups.flatMap(({ members }) => members).filter((id) => !dealt.includes(id));
    if (gone.length > 0) await tx.delete(seat).where(and(eq(seat.groupingId, now.id), inArray(seat.personId, gone)));
    await tx.update(grouping).set({ seed }).where(eq(grouping.id, now.id));
    return "done";
  });
}

/** Takes a proposal away: the step is dealt when it begins. */
export async function discard(db: Db, at: Arranging): Promise<Arranged> {
  return change(db, deedOf(at, "proposed", "discard"), async (tx, { unchanged }) => {
    const made = await groupingFor(tx, at.stepId);
    if (made?.state !== "proposed") return unchanged("no-proposal" as const);
    await tx.delete(seat).where(eq(seat.groupingId, made.id));
    await tx.delete(group).where(eq(group.groupingId, made.id));
    await tx.delete(grouping).where(eq(grouping.id, made.id));
    return "done";
  });
}

/** From now on people see where they go, and with whom. */
export async function showAhead(db: Db, at: Arranging): Promise<Arranged> {
  return change(db, deedOf(at, "proposed", "show"), async (tx, { unchanged }) => {
    const made = await groupingFor(tx, at.stepId);
    if (made?.state !== "proposed") return unchanged("no-proposal" as const);
    if (made.shownAt) return unchanged("done" as const);
    await tx.update(grouping).set({ shownAt: sql`clock_timestamp()` }).where(eq(grouping.id, made.id));
    return "done";
  });
}

/** One change of who sits where, after which it can be turned back for a moment. */
async function rearrange(
  db: Db,
  at: Arranging,
  deed: { readonly verb: string; readonly person?: PersonId },
  work: (tx: Tx, made: { readonly id: GroupingId; readonly size: number }, groups: readonly SeatedGroup[]) => Promise<Arranged>,
): Promise<Arranged> {
  const known = await groupingFor(db, at.stepId);
  if (!known) return "no-such-group";
  const subject = deed.person ? { kind: "person", id: deed.person } : undefined;
  return change(db, deedOf(at, known.state, deed.verb, subject), async (tx, { unchanged }) => {
    const made = await groupingFor(tx, at.stepId);
    if (!made) return unchanged("no-such-group" as const);
    await remember(tx, made.id, at.who);
    const outcome = await work(tx, made, await groupsIn(tx, [made.id]));
    return outcome === "done" ? outcome : unchanged(outcome);
  });
}

async function remember(tx: Tx, groupingId: GroupingId, by: PersonId): Promise<void> {
  const rows = await tx
    .select({ personId: seat.personId, groupId: seat.groupId, locked: seat.locked })
    .from(seat)
    .where(eq(seat.groupingId, groupingId));
  const before: SeatsBefore = { at: Date.now(), by, seats: rows };
  await tx.update(grouping).set({ before }).where(eq(grouping.id, groupingId));
}

/** The facilitator gives somebody another group. */
export async function moveTo(db: Db, at: Arranging, personId: PersonId, to: GroupId): Promise<Arranged> {
  return rearrange(db, at, { verb: "move", person: personId }, async (tx, made, groups) => {
    if (!groups.some(({ id }) => id === to)) return "no-such-group";
    const has = await tx
      .select({ id: registration.id })
      .from(registration)
      .where(matches(registration, { sessionId: at.sessionId, personId, state: "admitted" }));
    if (has.length === 0) return "no-such-person";
    if (groups.find(({ id }) => id === to)?.members.includes(personId)) return "done";
    await seatAt(tx, made.id, personId, to);
    return "done";
  });
}

/** Two people change places. */
export async function swapSeats(db: Db, at: Arranging, one: PersonId, other: PersonId): Promise<Arranged> {
  return rearrange(db, at, { verb: "swap" }, async (tx, made, groups) => {
    const of = (id: PersonId) => groups.find(({ members }) => members.includes(id))?.id;
    const [here, there] = [of(one), of(other)];
    if (!here || !there) return "no-such-person";
    if (here === there) return "same-person";
    await seatAt(tx, made.id, one, there);
    await seatAt(tx, made.id, other, here);
    return "done";
  });
}

/** Who is locked keeps the seat when the others are dealt again, and when groups are made whole. */
export async function lockSeats(db: Db, at: Arranging, people: readonly PersonId[], locked: boolean): Promise<Arranged> {
  return rearrange(db, at, { verb: locked ? "lock" : "unlock" }, async (tx, made) => {
    const set = await tx
      .update(seat)
      .set({ locked })
      .where(and(eq(seat.groupingId, made.id), inArray(seat.personId, [...people])))
      .returning({ personId: seat.personId });
    return set.length > 0 ? "done" : "no-such-person";
  });
}
export async function lockGroup(db: Db, at: Arranging, id: GroupId, locked: boolean): Promise<Arranged> {
  return rearrange(db, at, { verb: locked ? "lock" : "unlock" }, async (tx, made) => {
    const set = await tx
      .update(seat)
      .set({ locked })
      .where(matches(seat, { groupingId: made.id, groupId: id }))
      .returning({ personId: seat.personId });
    return set.length > 0 ? "done" : "no-such-group";
  });
}

/** Seats who has none, and makes groups whole that are too small or too large. */
export async function repairGroups(db: Db, at: Arranging & { readonly present: readonly PersonId[] }): Promise<Arranged> {
  return rearrange(db, at, { verb: "repair" }, async (tx, made) => {
    await repairSeats(tx, at, made);
    return "done";
  });
}

/** Everybody back to where they sat before what this person did last. */
export async function undo(db: Db, at: Arranging): Promise<Arranged> {
  const known = await groupingFor(db, at.stepId);
  if (!known) return "too-late";
  return change(db, deedOf(at, known.state, "undo"), async (tx, { unchanged }) => {
    const made = await groupingFor(tx, at.stepId);
    if (!made || !mayUndo(made.before, at.who, Date.now())) return unchanged("too-late" as const);
    const groups = await groupsIn(tx, [made.id]);
    const then = new Map(made.before?.seats.map((one) => [one.personId, one]));
    for (const { id, seats } of groups)
      for (const { personId, locked } of seats) {
        const was = then.get(personId);
        then.delete(personId);
        // Who took a seat meanwhile keeps it.
        if (!was?.groupId || !groups.some((one) => one.id === was.groupId)) continue;
        if (was.groupId !== id) await seatAt(tx, made.id, personId, was.groupId);
        if (was.locked !== locked)
          await tx
            .update(seat)
            .set({ locked: was.locked })
            .where(matches(seat, { groupingId: made.id, personId }));
      }
    for (const { personId, groupId } of then.values())
      if (groupId && groups.some(({ id }) => id === groupId)) await seatAt(tx, made.id, personId, groupId);
    await tx.update(grouping).set({ before: null }).where(eq(grouping.id, made.id));
    return "done";
  });
}

/** Two people together or apart in each deal of the session; null takes the wish away. The newest word on a pair holds. */
export async function wishFor(
  db: Db,
  at: DealAt & { readonly who: PersonId },
  one: PersonId,
  other: PersonId,
  kind: "together" | "apart" | null,
): Promise<Arranged> {
  if (one === other) return "same-person";
  const [aId, bId] = [one, other].sort() as [PersonId, PersonId];
  const deed = deedBy(
    at.who,
    at.dialogueId,
    kind === null ? "wish.clear" : kind === "together" ? "wish.pair" : "wish.separate",
    "session",
    at.sessionId,
  );
  return change(db, deed, async (tx, { unchanged }) => {
    const rows = await tx
      .select({ id: registration.id })
      .from(registration)
      .where(and(eq(registration.sessionId, at.sessionId), inArray(registration.personId, [aId, bId])));
    if (rows.length < 2) return unchanged("no-such-person" as const);
    const pair = matches(seatWish, { sessionId: at.sessionId, aId, bId });
    await tx.delete(seatWish).where(pair);
    if (kind) await tx.insert(seatWish).values({ sessionId: at.sessionId, aId, bId, kind });
    return "done";
  });
}
