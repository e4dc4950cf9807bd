import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { makeMorning } from "../../../tests/morning.ts";
import { contribution } from "../../contribution/tables.ts";
import { person, session, step } from "../../dialogue/tables.ts";
import type { GroupId, PersonId } from "../../platform/ids.ts";
import { editRunSheet, findSteps } from "../../prepare/run-sheet/run-sheets.server.ts";
import { announce, steer } from "../clock/steer.server.ts";
import { groupsOf } from "../group/groups.server.ts";
import { moveToGroup } from "../group/move.server.ts";
import { askHelp } from "../group/table.server.ts";
import { readLife } from "../group/table-life.server.ts";
import { group, roleTurn, seat } from "../group/tables.ts";
import { appointNoteTaker, mergeGroups } from "../grouping/lead-tables.server.ts";
import { help, lastDeed } from "../tables.ts";
import { lastDeedOf, remember, takeBack } from "./take-back.server.ts";

async function morning() {
  const database = await freshDatabase();
  const { db } = database;
  const made = await makeMorning(db, 5);
  const tables = (await made.seat("group", [
    [0, 1, 2],
    [3, 4],
  ])) as [GroupId, GroupId];
  const stepId = await made.goTo("group");
  await db
    .update(session)
    .set({ stepStartedAt: sql`now() - interval '3 minutes'`, stepEndsAt: sql`now() + interval '7 minutes'` });
  const [at] = await db.select().from(step).where(eq(step.id, stepId));
  const people = await db
    .insert(person)
    .values([{ name: "Joris" }, { name: "Sanne" }])
    .returning({ id: person.id });
  const [joris, sanne] = people.map(({ id }) => id) as [PersonId, PersonId];
  const row = async () => {
    const [found] = await db.select().from(session).where(eq(session.id, made.sessionId));
    if (!found) throw new Error("no session");
    return found;
  };
  if (!at) throw new Error("no step");
  const where = { dialogueId: made.dialogueId, sessionId: made.sessionId };
  return { db, made, at, where, tables, joris, sanne, row, [Symbol.asyncDispose]: () => database[Symbol.asyncDispose]() };
}
type Morning = Awaited<ReturnType<typeof morning>>;
const seatsOf = (m: Morning) => m.db.select({ personId: seat.personId, groupId: seat.groupId }).from(seat).orderBy(seat.personId);

test("the next step is taken back with the time that was left, once, by who pressed it", async () => {
  await using m = await morning();
  const before = await m.row();
  await steer(m.db, m.where, m.joris, { type: "next", seenTurn: before.turn });
  expect(await takeBack(m.db, m.where, m.sanne, "clock")).toBeUndefined();
  expect((await m.row()).currentStepId).not.toBe(before.currentStepId);
  const presses = await Promise.all([1, 2, 3].map(() => takeBack(m.db, m.where, m.joris, "clock")));
  expect(presses).toEqual([undefined, undefined, undefined]);
  const { currentStepId, stepStartedAt, stepEndsAt, pausedLeftMs } = before;
  expect(await m.row()).toMatchObject({ currentStepId, stepStartedAt, stepEndsAt, pausedLeftMs, turn: before.turn + 2 });
  expect(await lastDeedOf(m.db, m.made.sessionId, m.joris)).toBeNull();
});

test("a step that a colleague changed since is not taken back", async () => {
  await using m = await morning();
  await steer(m.db, m.where, m.joris, { type: "next", seenTurn: (await m.row()).turn });
  await steer(m.db, m.where, m.sanne, { type: "extend", seconds: 60, seenTurn: (await m.row()).turn });
  const now = await m.row();
  expect(await takeBack(m.db, m.where, m.joris, "clock")).toBe("unknown-turn");
  expect(await m.row()).toEqual(now);
});

test("after some seconds it is too late", async () => {
  await using m = await morning();
  await announce(m.db, m.where, m.joris, "Straks pauze.");
  await m.db.update(lastDeed).set({ at: sql`now() - interval '16 seconds'` });
  expect(await takeBack(m.db, m.where, m.joris, "announcement")).toBe("too-late");
  expect((await m.row()).announcement).toBe("Straks pauze.");
});

test("a message is taken back to what stood there, unless somebody said something else since", async () => {
  await using m = await morning();
  await announce(m.db, m.where, m.sanne, "Welkom.");
  await announce(m.db, m.where, m.joris, "Pauze.");
  expect(await takeBack(m.db, m.where, m.joris, "announcement")).toBeUndefined();
  expect((await m.row()).announcement).toBe("Welkom.");
  await announce(m.db, m.where, m.joris, "Pauze.");
  await announce(m.db, m.where, m.sanne, "Nog niet.");
  await m.db.transaction((tx) =>
    remember(tx, m.made.sessionId, m.joris, { kind: "announcement", text: "Welkom.", put: "Pauze." }),
  );
  await takeBack(m.db, m.where, m.joris, "announcement");
  expect((await m.row()).announcement).toBe("Nog niet.");
});

test("what was shortened gets its time again", async () => {
  await using m = await morning();
  const before = await findSteps(m.db, m.made.sessionId);
  const coming = before.slice(-2).map(({ id, seconds }) => ({ id, seconds }));
  const times = coming.map((one) => ({ ...one, seconds: 180 }));
  const done = await editRunSheet(m.db, m.where, m.joris, { kind: "times", times }, (tx) =>
    remember(tx, m.made.sessionId, m.joris, { kind: "times", times: coming }),
  );
  expect(done).toEqual({ ok: true });
  expect((await findSteps(m.db, m.made.sessionId)).slice(-2).map(({ seconds }) => seconds)).toEqual([180, 180]);
  await takeBack(m.db, m.where, m.joris, "times");
  expect(await findSteps(m.db, m.made.sessionId)).toEqual(before);
});

test("who was moved goes back", async () => {
  await using m = await morning();
  const before = await seatsOf(m);
  const stepId = await moveToGroup(m.db, { ...m.where, step: m.at }, m.joris, m.made.people[0] as PersonId, m.tables[1]);
  if (!stepId) throw new Error("not moved");
  await m.db.transaction((tx) => remember(tx, m.made.sessionId, m.joris, { kind: "move", stepId }));
  expect(await seatsOf(m)).not.toEqual(before);
  expect(await takeBack(m.db, m.where, m.joris, "move")).toBeUndefined();
  expect(await seatsOf(m)).toEqual(before);
});

test("merged tables part again with their people, words, roles and question; what came since stays", async () => {
  await using m = await morning();
  const { db, made, where } = m;
  const [large, small] = m.tables;
  const [, , , moved, other] = made.people as PersonId[];
  if (!moved || !other) throw new Error("no people");
  await appointNoteTaker(db, where, m.joris, small, moved);
  const write = async (personId: PersonId, groupId: GroupId, number: number) => {
    const text = { kind: "need" as const, text: `Behoefte ${number}`, shared: "group" as const };
    await db.insert(contribution).values({ ...text, ...where, number, personId, groupId, stepId: m.at.id });
  };
  await write(moved, small, 901);
  await askHelp(db, where, moved, small, "Wie begint?");
  const before = {
    seats: await seatsOf(m),
    tables: await db.select().from(group).orderBy(group.number),
    roles: await db.select().from(roleTurn),
  };
  await mergeGroups(db, { ...where, step: m.at }, m.joris, small, large, (tx, merged) =>
    remember(tx, made.sessionId, m.joris, { kind: "merge", merged }),
  );
  expect((await groupsOf(db, made.sessionId, m.at))?.groups).toHaveLength(1);
  expect(await db.select().from(roleTurn)).toEqual([]);
  await write(moved, large, 902);
  expect(await takeBack(db, where, m.joris, "merge")).toBeUndefined();
  expect({
    seats: await seatsOf(m),
    tables: await db.select().from(group).orderBy(group.number),
    roles: await db.select().from(roleTurn),
  }).toEqual(before);
  const at = await db
    .select({ number: contribution.number, groupId: contribution.groupId })
    .from(contribution)
    .where(sql`number > 900`)
    .orderBy(contribution.number);
  expect(at).toEqual([
    { number: 901, groupId: small },
    { number: 902, groupId: large },
  ]);
  expect((await db.select().from(help))[0]?.groupId).toBe(small);
  const seated = (await groupsOf(db, made.sessionId, m.at))?.groups.find(({ id }) => id === small);
  if (!seated) throw new Error("no table");
  const life = await readLife(db, { ...where, stepId: m.at.id, personId: other, leftMs: 0, nudge: false }, seated);
  expect(life.notes.written).toBe(1);
});
