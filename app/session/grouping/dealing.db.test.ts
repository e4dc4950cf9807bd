import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { makeMorning } from "../../../tests/morning.ts";
import { session, step as steps } from "../../dialogue/tables.ts";
import type { Db } from "../../platform/database/change.server.ts";
import type { PersonId } from "../../platform/ids.ts";
import { moveOn, steer } from "../clock/steer.server.ts";
import { groupsOf } from "../group/groups.server.ts";
import { moveToGroup } from "../group/move.server.ts";
import { group, grouping, seat } from "../group/tables.ts";
import { markHere } from "../live/presence.server.ts";
import { seatOf } from "./dealing.server.ts";

async function started(db: Db, size = 14) {
  const morning = await makeMorning(db, size);
  await db.update(session).set({ state: "lobby" }).where(eq(session.id, morning.sessionId));
  const [joris] = morning.people as [PersonId];
  await moveOn(db, morning, joris, "start");
  const read = async () => (await db.select().from(session).where(eq(session.id, morning.sessionId)))[0];
  return { morning, joris, read };
}
const groupsNow = async (
  db: Db,
  morning: Awaited<ReturnType<typeof makeMorning>>,
  position: number,
  mix: "new" | "keep" = "new",
) => (await groupsOf(db, morning.sessionId, { position, setting: "group", mix }))?.groups ?? [];

describe("the clock of a session", () => {
  test("every command of an older turn changes nothing", async () => {
    await using database = await freshDatabase();
    const { morning, joris, read } = await started(database.db);
    const turn = (await read())?.turn ?? 0;
    await steer(database.db, morning, joris, { type: "next", seenTurn: turn });
    const before = await read();
    for (const order of [
      { type: "next" },
      { type: "back" },
      { type: "pause" },
      { type: "extend", seconds: 120 },
      { type: "goTo", stepIndex: 5 },
    ] as const)
      expect(await steer(database.db, morning, joris, { ...order, seenTurn: turn })).toEqual({ status: "already-done" });
    expect(await read()).toEqual(before);
  });
});

describe("groups", () => {
  test("entering a step in groups deals who is here, evenly; who is away sits nowhere", async () => {
    await using database = await freshDatabase();
    const { db } = database;
    const { morning, joris, read } = await started(db, 20);
    await markHere(db, morning.sessionId, morning.people.slice(0, 13));
    await steer(db, morning, joris, { type: "next", seenTurn: (await read())?.turn ?? 0 });
    const groups = await groupsNow(db, morning, 1);
    const sizes = groups.map(({ members }) => members.length);
    expect(groups.flatMap(({ members }) => members).sort()).toEqual(morning.people.slice(0, 13).sort());
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  test("going back finds the same groups; the next deal brings other people together", async () => {
    await using database = await freshDatabase();
    const { db } = database;
    const { morning, joris, read } = await started(db, 24);
    const press = async (order: { type: "next" | "back" } | { type: "goTo"; stepIndex: number }) =>
      steer(db, morning, joris, { ...order, seenTurn: (await read())?.turn ?? 0 });
    await press({ type: "next" });
    const first = await groupsNow(db, morning, 1);
    await press({ type: "goTo", stepIndex: 3 });
    const second = await groupsNow(db, morning, 3);
    await press({ type: "goTo", stepIndex: 1 });
    expect(await groupsNow(db, morning, 1)).toEqual(first);
    const together = (groups: typeof first) =>
      new Set(groups.flatMap(({ members }) => members.flatMap((a) => members.filter((b) => a < b).map((b) => `${a} ${b}`))));
    const met = together(first);
    const again = [...together(second)].filter((pair) => met.has(pair)).length;
    expect(again).toBeLessThan(met.size / 3);
  });

  test("late arrivals get one seat each, at the smallest tables, also when they come at once", async () => {
    await using database = await freshDatabase();
    const { db } = database;
    const { morning, joris, read } = await started(db, 20);
    await markHere(db, morning.sessionId, morning.people.slice(0, 14));
    await steer(db, morning, joris, { type: "next", seenTurn: (await read())?.turn ?? 0 });
    const step = { position: 1, setting: "group", mix: "new" } as const;
    const late = morning.people.slice(14);
    const both = [...late, ...late];
    await Promise.all(both.map((personId) => seatOf(db, { ...morning, step, personId })));
    const groups = await groupsNow(db, morning, 1);
    expect(groups.flatMap(({ members }) => members).sort()).toEqual([...morning.people].sort());
    const sizes = groups.map(({ members }) => members.length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  test("a person who is moved sits at one table only, and no longer takes notes at the old one", async () => {
    await using database = await freshDatabase();
    const { db } = database;
    const { morning, joris, read } = await started(db, 18);
    await steer(db, morning, joris, { type: "next", seenTurn: (await read())?.turn ?? 0 });
    const [from, to] = await groupsNow(db, morning, 1);
    const moved = from?.members[0] as PersonId;
    if (!from || !to) throw new Error("two groups");
    await db.update(group).set({ noteTakerId: moved }).where(eq(group.id, from.id));
    const step = { position: 1, setting: "group", mix: "new" } as const;
    expect(await moveToGroup(db, { ...morning, step }, joris, moved, to.id)).not.toBeNull();
    const seats = await db.select().from(seat).where(eq(seat.personId, moved));
    expect(seats.map(({ groupId }) => groupId)).toEqual([to.id]);
    expect((await db.select().from(group).where(eq(group.id, from.id)))[0]?.noteTakerId).toBeNull();
  });

  test("groups that are kept are dealt when the step that made them was passed by", async () => {
    await using database = await freshDatabase();
    const { db } = database;
    const { morning, joris, read } = await started(db, 12);
    const kept = morning.steps[3];
    if (!kept) throw new Error("no step");
    await db.update(steps).set({ mix: "keep", groupSize: null }).where(eq(steps.id, kept.id));
    await steer(db, morning, joris, { type: "goTo", stepIndex: 3, seenTurn: (await read())?.turn ?? 0 });
    expect((await groupsNow(db, morning, 3, "keep")).flatMap(({ members }) => members)).toHaveLength(12);
    expect(await db.select().from(grouping).where(eq(grouping.stepId, kept.id))).toHaveLength(1);
  });
});
