import { and, eq, inArray, sql } from "drizzle-orm";
import { registration } from "../../dialogue/people/tables.ts";
import { field, session, step } from "../../dialogue/tables.ts";
import { coalesceReads } from "../../platform/cache/coalesce-reads.ts";
import { change, type Db, deedBy, type Reader, type Tx } from "../../platform/database/change.server.ts";
import type { DialogueId, GroupId, GroupingId, PersonId, SessionId, StepId } from "../../platform/ids.ts";
import { area } from "../../prepare/areas/tables.ts";
import { type Mix, makesGroups, usualGroupSize } from "../../prepare/run-sheet/step.ts";
import { groupingOf, groupsIn, groupsOf, type SeatedGroup, type StepAt } from "../group/groups.server.ts";
import { type MadeRound, makeRound, type Round } from "../group/round.ts";
import { group, grouping, seat } from "../group/tables.ts";
import { usualWeights } from "./deal-tables.ts";
import { dealable, earlierPairs, mix, seatWishes } from "./dealable.server.ts";
import { makeRoundAside } from "./dealer.server.ts";
import { repair } from "./repair.ts";
import { mostAtTable, seatLate } from "./seating.ts";

export interface DealAt {
  readonly dialogueId: DialogueId;
  readonly sessionId: SessionId;
}
export interface StepToDeal {
  readonly id: StepId;
  readonly position: number;
  readonly groupSize: number | null;
  readonly mix: Mix;
  readonly topics: readonly string[];
}
export interface Prepared extends MadeRound<PersonId> {
  readonly stepId: StepId;
  readonly seed: number;
  readonly size: number;
}

/** A number of its own for each deal, from where it is held: the same deal can be made again. */
function seedOf(stepId: StepId): number {
  return Number.parseInt(stepId.slice(0, 7), 16);
}

/** What a round is made of: whoever is here (with nobody here: whoever has a place), the wishes, and who met before. */
export async function roundFor(
  db: Reader,
  at: DealAt & { readonly step: StepToDeal; readonly present: readonly PersonId[]; readonly seed?: number },
): Promise<Round<PersonId, (typeof mix)[number]>> {
  const { step: of } = at;
  const kind = makesGroups(of.mix) ? (of.mix as Round["kind"]) : "new";
  const [all, earlier, wishes, names, before] = await Promise.all([
    dealable(db, at),
    earlierPairs(db, at.sessionId),
    seatWishes(db, at.sessionId),
    namesOf(db, at.dialogueId, kind),
    kind === "double" ? groupsBefore(db, at.sessionId, of.position) : [],
  ]);
  const here = new Set(at.present);
  const living = all.filter(({ id }) => here.has(id));
  return {
    kind,
    people: living.length > 0 ? living : all,
    size: of.groupSize ?? usualGroupSize,
    mix,
    earlier,
    seed: at.seed ?? seedOf(of.id),
    weights: usualWeights,
    ...wishes,
    before,
    topics: of.topics,
    names,
  };
}

async function namesOf(db: Reader, dialogueId: DialogueId, kind: Round["kind"]): Promise<ReadonlyMap<string, string>> {
  if (kind === "field") {
    const rows = await db.select({ id: field.id, name: field.name }).from(field).where(eq(field.dialogueId, dialogueId));
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
  if (kind !== "area") return new Map();
  const rows = await db
    .selectDistinct({ code: area.code, name: area.name })
    .from(area)
    .innerJoin(registration, and(eq(registration.areaCode, area.code), eq(registration.areaYear, area.year)))
    .where(eq(registration.dialogueId, dialogueId));
  return new Map(rows.map(({ code, name }) => [code, name]));
}

async function groupsBefore(db: Reader, sessionId: SessionId, position: number): Promise<readonly (readonly PersonId[])[]> {
  const last = await groupsOf(db, sessionId, { position: position - 1, setting: "group", mix: "keep" });
  return last?.groups.map(({ members }) => members) ?? [];
}

/** Searches beside the server, before anything is written: the line of the dialogue does not wait for it. */
export async function prepareRound(db: Reader, at: Parameters<typeof roundFor>[1]): Promise<Prepared> {
  const round = await roundFor(db, at);
  const made = await makeRoundAside(round);
  return { ...made, stepId: at.step.id, seed: Number(round.seed), size: round.size };
}

/** What must be searched before a step begins. @returns null when its groups are there, or it needs none of its own */
export async function prepareStep(
  db: Reader,
  at: DealAt & { readonly step: StepToDeal & StepAt; readonly present: readonly PersonId[] },
): Promise<Prepared | null> {
  if (at.step.setting !== "group") return null;
  const [made] = await db.select({ id: grouping.id }).from(grouping).where(eq(grouping.stepId, at.step.id));
  if (made || (!makesGroups(at.step.mix) && (await groupingOf(db, at.sessionId, at.step)) !== null)) return null;
  return prepareRound(db, at);
}

/**
 * Brings people in their groups as a step begins. What was proposed is taken over, with whoever is here now; else it is dealt. A
 * step that was dealt already, as when the facilitator goes back, keeps its groups; who came since gets a seat.
 */
export async function dealGroups(
  tx: Tx,
  at: DealAt & { readonly step: StepToDeal; readonly present: readonly PersonId[] },
  prepared: Prepared | null,
): Promise<void> {
  const [made] = await tx.select().from(grouping).where(eq(grouping.stepId, at.step.id));
  if (made?.state === "dealt") return;
  if (made) return takeOver(tx, at, made);
  const ready = prepared?.stepId === at.step.id ? prepared : await roundNow(tx, at);
  await keepRound(tx, at.sessionId, ready, "dealt");
}

async function roundNow(tx: Tx, at: Parameters<typeof roundFor>[1]): Promise<Prepared> {
  const round = await roundFor(tx, at);
  return { ...makeRound(round), stepId: at.step.id, seed: Number(round.seed), size: round.size };
}

export async function keepRound(tx: Tx, sessionId: SessionId, ready: Prepared, state: "proposed" | "dealt"): Promise<GroupingId> {
  const { stepId, seed, size } = ready;
  const [made] = await tx
    .insert(grouping)
    .values({ sessionId, stepId, seed, size, state, weights: usualWeights })
    .returning({ id: grouping.id });
  if (!made) throw new Error("no grouping");
  await addGroups(tx, sessionId, made.id, ready.groups, 0);
  return made.id;
}

/** Groups with their people, numbered on from the last. */
export async function addGroups(
  tx: Tx,
  sessionId: SessionId,
  groupingId: GroupingId,
  groups: MadeRound<PersonId>["groups"],
  last: number,
): Promise<readonly GroupId[]> {
  if (groups.length === 0) return [];
  const rows = await tx
    .insert(group)
    .values(groups.map(({ topic }, index) => ({ groupingId, sessionId, topic, number: last + index + 1 })))
    .returning({ id: group.id, number: group.number });
  const ids = rows.toSorted((a, b) => a.number - b.number).map(({ id }) => id);
  const seats = groups.flatMap(({ members }, index) =>
    members.map((personId) => ({ groupingId, groupId: ids[index] as GroupId, personId })),
  );
  if (seats.length > 0) await tx.insert(seat).values(seats);
  return ids;
}

/** The proposal as it holds now: who is away leaves, who came gets a seat, and as few as can be move for it. */
async function takeOver(
  tx: Tx,
  at: DealAt & { readonly present: readonly PersonId[] },
  made: typeof grouping.$inferSelect,
): Promise<void> {
  const here = new Set(at.present);
  if (here.size > 0) {
    const sat = (await groupsIn(tx, [made.id])).flatMap(({ members }) => members);
    const away = sat.filter((id) => !here.has(id));
    if (away.length > 0) await tx.delete(seat).where(and(eq(seat.groupingId, made.id), inArray(seat.personId, away)));
    await repairSeats(tx, at, made);
  }
  const taken = tx.select({ id: seat.groupId }).from(seat).where(eq(seat.groupingId, made.id));
  const [of] = await tx.select({ mix: step.mix }).from(step).where(eq(step.id, made.stepId));
  if (of?.mix !== "theme") await tx.delete(group).where(and(eq(group.groupingId, made.id), sql`${group.id} not in ${taken}`));
  await tx
    .update(grouping)
    .set({ state: "dealt", before: null, dealtAt: sql`clock_timestamp()` })
    .where(eq(grouping.id, made.id));
}

/** What would be moved to make the groups whole, and among whom. */
export async function planRepair(
  db: Reader,
  at: DealAt & { readonly present: readonly PersonId[] },
  made: { readonly id: GroupingId; readonly size: number },
) {
  const [groups, all, earlier, wishes] = await Promise.all([
    groupsIn(db, [made.id]),
    dealable(db, at),
    earlierPairs(db, at.sessionId),
    seatWishes(db, at.sessionId),
  ]);
  const here = new Set(at.present);
  const known = new Map(all.map((one) => [one.id, one]));
  const people = groups.map(({ members }) => members.flatMap((id) => (here.has(id) ? (known.get(id) ?? []) : [])));
  const sat = new Set(groups.flatMap(({ members }) => members));
  const unseated = all.filter(({ id }) => here.has(id) && !sat.has(id));
  const locked = new Set(groups.flatMap(({ seats }) => seats.flatMap((one) => (one.locked ? [one.personId] : []))));
  return { groups, moves: repair(people, unseated, { mix, earlier, ...wishes, locked, size: made.size }) };
}

/** @returns how many people moved */
export async function repairSeats(
  tx: Tx,
  at: DealAt & { readonly present: readonly PersonId[] },
  made: { readonly id: GroupingId; readonly size: number },
): Promise<number> {
  const { groups, moves } = await planRepair(tx, at, made);
  const fresh = [...new Set(moves.flatMap(({ to }) => (to >= groups.length ? [to] : [])))].sort((a, b) => a - b);
  const last = Math.max(0, ...groups.map(({ number }) => number));
  const added = await addGroups(
    tx,
    at.sessionId,
    made.id,
    fresh.map(() => ({ topic: "", members: [] })),
    last,
  );
  for (const { person, to } of moves) await seatAt(tx, made.id, person, groups[to]?.id ?? (added[fresh.indexOf(to)] as GroupId));
  return moves.length;
}

/** Gives somebody a seat, or another one; their browser hears of it until it says that it knows. */
export async function seatAt(tx: Tx, groupingId: GroupingId, personId: PersonId, groupId: GroupId): Promise<void> {
  await leaveRoles(tx, groupingId, personId, groupId);
  await tx
    .insert(seat)
    .values({ groupingId, groupId, personId })
    .onConflictDoUpdate({
      target: [seat.groupingId, seat.personId],
      set: { groupId, version: sql`${seat.version} + 1`, seatedAt: sql`clock_timestamp()` },
    });
}

/** Nearly over: too late to find one's way in a group. */
function tooLateToJoin(
  at: { readonly startedAt: number; readonly endsAt: number; readonly pausedLeftMs: number | null },
  now: number,
): boolean {
  if (at.pausedLeftMs !== null) return false;
  return at.endsAt - now < Math.min(120_000, (at.endsAt - at.startedAt) / 5);
}

const groupsNow = coalesceReads(groupsOf);

/**
 * The group of a person in a step; somebody who came late gets a seat at the smallest, unless the step is nearly over.
 * @returns null when the step is not held in groups, nobody was dealt yet, people choose for themselves, or it is too late
 */
export async function seatOf(
  db: Db,
  at: DealAt & { readonly step: StepAt; readonly personId: PersonId },
  now = Date.now(),
): Promise<SeatedGroup | null> {
  const seated = await groupsNow(db, at.sessionId, at.step);
  if (!seated || seated.groups.length === 0) return null;
  const mine = seated.groups.find(({ members }) => members.includes(at.personId));
  if (mine || at.step.mix === "theme" || (await isNearlyOver(db, at.sessionId, now))) return mine ?? null;
  const deed = deedBy(at.personId, at.dialogueId, "seat.take", "grouping", seated.groupingId);
  return change(db, deed, async (tx, { unchanged }) => {
    const groups = await groupsIn(tx, [seated.groupingId]);
    const already = groups.find(({ members }) => members.includes(at.personId));
    if (already) return unchanged(already);
    const all = new Map((await dealable(tx, at)).map((one) => [one.id, one]));
    const me = all.get(at.personId);
    if (!me) return unchanged(null);
    const room = groups.filter(({ members }) => members.length > 0 && members.length < mostAtTable);
    const able = room.length > 0 ? room : groups;
    const people = able.map(({ members }) => members.flatMap((id) => all.get(id) ?? []));
    const wishes = { mix, earlier: await earlierPairs(tx, at.sessionId), ...(await seatWishes(tx, at.sessionId)) };
    const index = seatLate(people, me, wishes);
    const to = index === undefined ? undefined : able[index];
    if (!to) return unchanged(null);
    await seatAt(tx, seated.groupingId, at.personId, to.id);
    return (await groupsIn(tx, [seated.groupingId])).find(({ id }) => id === to.id) ?? null;
  });
}

async function isNearlyOver(db: Reader, sessionId: SessionId, now: number): Promise<boolean> {
  const [row] = await db
    .select({ startedAt: session.stepStartedAt, endsAt: session.stepEndsAt, pausedLeftMs: session.pausedLeftMs })
    .from(session)
    .where(eq(session.id, sessionId));
  if (!row?.startedAt || !row.endsAt) return false;
  return tooLateToJoin({ startedAt: row.startedAt.getTime(), endsAt: row.endsAt.getTime(), pausedLeftMs: row.pausedLeftMs }, now);
}

/** Who moves no longer writes, speaks or has the turn where they sat. */
async function leaveRoles(tx: Tx, groupingId: GroupingId, personId: PersonId, stays: GroupId): Promise<void> {
  const other = and(eq(group.groupingId, groupingId), sql`${group.id} <> ${stays}`);
  await tx
    .update(group)
    .set({ noteTakerId: null })
    .where(and(other, eq(group.noteTakerId, personId)));
  await tx
    .update(group)
    .set({ speakerId: null })
    .where(and(other, eq(group.speakerId, personId)));
  await tx
    .update(group)
    .set({ turnId: null, turnAt: null })
    .where(and(other, eq(group.turnId, personId)));
}
