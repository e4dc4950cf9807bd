import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { makeMorning } from "../../../tests/morning.ts";
import { contribution } from "../../contribution/tables.ts";
import { measure } from "../../dialogue/people/tables.ts";
import { session } from "../../dialogue/tables.ts";
import { audit } from "../../platform/database/tables.ts";
import type { FloorId, PersonId, StepId } from "../../platform/ids.ts";
import { floor } from "../tables.ts";
import { askFloor, askOf, endFloor, extendFloor, floorOf, floorQueue, giveFloor, leaveFloor } from "./floor.server.ts";

async function plenary(size = 4) {
  const database = await freshDatabase();
  const morning = await makeMorning(database.db, size);
  const { db } = database;
  const enter = async (kind: string) => {
    const step = await morning.goTo(kind);
    await db.update(session).set({ stepStartedAt: sql`clock_timestamp()` });
    return step;
  };
  await enter("plenary");
  const at = { dialogueId: morning.dialogueId, sessionId: morning.sessionId };
  const people = morning.people as readonly PersonId[];
  const writer = (n: number) => ({ ...at, personId: people[n] as PersonId });
  const lead = people[3] as PersonId;
  const queue = async () => (await floorQueue(db, at.sessionId)).map(({ personId }) => people.indexOf(personId));
  const idOf = async (n: number) => {
    const rows = await db
      .select()
      .from(floor)
      .where(eq(floor.personId, people[n] as PersonId));
    return rows.at(-1)?.id as FloorId;
  };
  const give = async (n: number, seen: FloorId | null = null) =>
    giveFloor(db, at, lead, { ask: await idOf(n), seen, seconds: 120 });
  const speaker = async () => {
    const has = await floorOf(db, at.sessionId);
    return has ? people.indexOf(has.personId) : null;
  };
  return { database, db, morning, enter, at, writer, lead, queue, idOf, give, speaker };
}

test("asked by voice or in text, twice is once and keeps its moment; taken back it is gone", async () => {
  const { database, db, at, writer, queue } = await plenary();
  await using _ = database;
  await askFloor(db, writer(0), "aloud");
  await askFloor(db, writer(1), "text");
  await Promise.all([askFloor(db, writer(0), "aloud"), askFloor(db, writer(0), "aloud")]);
  expect(await queue()).toEqual([0, 1]);
  await askFloor(db, writer(0), "text");
  expect(await queue()).toEqual([0, 1]);
  expect(await askOf(db, at.sessionId, writer(0).personId)).toBe("text");
  await leaveFloor(db, writer(0));
  await leaveFloor(db, writer(0));
  expect(await queue()).toEqual([1]);
  expect(await askOf(db, at.sessionId, writer(0).personId)).toBeNull();
  expect(await db.$count(audit, eq(audit.what, "floor.withdraw"))).toBe(1);
});

test("who neither spoke nor wrote comes first, whoever asked before", async () => {
  const { database, db, morning, at, writer, queue, give, idOf, lead } = await plenary();
  await using _ = database;
  await askFloor(db, writer(0), "aloud");
  await give(0);
  await endFloor(db, at, lead, await idOf(0));
  await db.insert(contribution).values({
    ...{
      id: crypto.randomUUID() as never,
      dialogueId: morning.dialogueId,
      sessionId: at.sessionId,
      personId: writer(1).personId,
    },
    ...{ number: 1, kind: "need", text: "Een vast gezicht.", shared: "all", stepId: morning.steps[0]?.id as StepId },
  });
  await askFloor(db, writer(0), "aloud");
  await askFloor(db, writer(1), "aloud");
  await askFloor(db, writer(2), "text");
  expect(await queue()).toEqual([2, 0, 1]);
  expect((await floorQueue(db, at.sessionId)).map(({ spoke, wrote }) => [spoke, wrote])).toEqual([
    [0, false],
    [1, false],
    [0, true],
  ]);
});

test("one has it: a double tap gives once, and of two who lead the second finds the first was before", async () => {
  const { database, db, at, writer, give, speaker, idOf, lead, queue } = await plenary();
  await using _ = database;
  for (const n of [0, 1, 2]) await askFloor(db, writer(n), "aloud");
  expect((await Promise.all([give(0), give(0)])).filter((answer) => answer !== null)).toEqual([]);
  expect(await db.$count(audit, eq(audit.what, "floor.give"))).toBe(1);
  const first = await idOf(0);
  const both = await Promise.all([give(1, first), give(2, first)]);
  expect(both.toSorted()).toEqual([null, "floor-moved"].toSorted());
  const now = await speaker();
  expect([1, 2]).toContain(now);
  expect(await queue()).toEqual([now === 1 ? 2 : 1]);
  // who had it before ended with it, and is ended again without a word
  expect(await endFloor(db, at, lead, first)).toBeNull();
  expect(await speaker()).toBe(now);
  const id = await idOf(now ?? 0);
  const before = (await floorOf(db, at.sessionId))?.endsAt ?? 0;
  await Promise.all([extendFloor(db, at, lead, id, before), extendFloor(db, at, lead, id, before)]);
  expect((await floorOf(db, at.sessionId))?.endsAt).toBe(before + 60_000);
  await leaveFloor(db, writer(now ?? 0));
  expect(await speaker()).toBeNull();
});

test("it belongs to its step: another one begins without, and coming back revives nothing; who spoke stays recorded", async () => {
  const { database, db, at, writer, enter, give, speaker, queue, idOf } = await plenary();
  await using _ = database;
  await askFloor(db, writer(0), "aloud");
  await askFloor(db, writer(1), "aloud");
  await give(0);
  expect(await speaker()).toBe(0);
  await enter("group");
  expect([await speaker(), await queue()]).toEqual([null, []]);
  await expect(askFloor(db, writer(2), "aloud")).rejects.toMatchObject({ code: "floor-plenary" });
  expect(await give(1)).toBe("floor-plenary");
  const step = await enter("plenary");
  expect([await speaker(), await queue(), await askOf(db, at.sessionId, writer(1).personId)]).toEqual([null, [], null]);
  expect(await give(1)).toBe("floor-gone");
  await askFloor(db, writer(1), "text");
  await askFloor(db, writer(0), "aloud");
  expect(await queue()).toEqual([1, 0]);
  expect(await give(1)).toBeNull();
  expect(await speaker()).toBe(1);
  const spoke = await db.select().from(floor).where(sql`${floor.givenAt} is not null`);
  expect(spoke.map(({ stepId }) => stepId)).toEqual([step, step]);
  expect(await idOf(1)).toBe((await floorOf(db, at.sessionId))?.id);
});

test("who may not write any more has the floor no longer, and cannot ask for it", async () => {
  const { database, db, at, writer, give, speaker, queue } = await plenary();
  await using _ = database;
  await askFloor(db, writer(0), "aloud");
  await askFloor(db, writer(1), "aloud");
  await give(0);
  const mute = (n: number) =>
    db
      .insert(measure)
      .values({ sessionId: at.sessionId, personId: writer(n).personId, kind: "muted", reason: "-", byId: writer(3).personId });
  await mute(0);
  await mute(1);
  expect([await speaker(), await queue()]).toEqual([null, []]);
  await expect(askFloor(db, writer(0), "text")).rejects.toMatchObject({ code: "muted" });
  await leaveFloor(db, writer(1));
});
