import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { type Morning, makeMorning } from "../../../tests/morning.ts";
import { session } from "../../dialogue/tables.ts";
import { erase } from "../../privacy/erase/erase.server.ts";
import { castTogether } from "../check/ballots.server.ts";
import { presence, stepAttendance } from "../tables.ts";
import { markHere, presentNow, settlePresence } from "./presence.server.ts";
import { readAnswers } from "./snapshot.server.ts";

let database: FreshDatabase;
let morning: Morning;
beforeAll(async () => {
  database = await freshDatabase();
  morning = await makeMorning(database.db, 8);
  await database.db.update(session).set({ stepStartedAt: sql`now() - interval '1 minute'` });
});
afterAll(() => database?.[Symbol.asyncDispose]());

const there = async () => (await database.db.select().from(stepAttendance)).length;
const settle = () => settlePresence(database.db, morning.sessionId, 15_000);

test("somebody is gone when nothing was heard for 15 seconds, and is back with the next beat [LP8]", async () => {
  const { db } = database;
  await morning.goTo("welcome");
  await markHere(db, morning.sessionId, morning.people.slice(0, 6));
  await settle();
  expect((await presentNow(db, morning.sessionId)).size).toBe(6);
  const [first] = morning.people;
  const heard = (seconds: number) =>
    db
      .update(presence)
      .set({ seenAt: sql`now() - make_interval(secs => ${seconds})` })
      .where(eq(presence.personId, first as never));
  await heard(14);
  await settle();
  expect((await presentNow(db, morning.sessionId)).size).toBe(6);
  await heard(16);
  // Until one process has settled it, all count as before.
  expect((await presentNow(db, morning.sessionId)).size).toBe(6);
  await settle();
  expect((await presentNow(db, morning.sessionId)).size).toBe(5);
  await markHere(db, morning.sessionId, [first as never]);
  await settle();
  expect((await presentNow(db, morning.sessionId)).size).toBe(6);
});

test("who was there for a step is kept once; who left before it began was not there; erasing takes it along", async () => {
  const { db } = database;
  await settle();
  await settle();
  expect(await there()).toBe(6);
  await db.update(session).set({ stepStartedAt: sql`now() + interval '1 second'` });
  await morning.goTo("alone");
  await settle();
  expect(await there()).toBe(6);
  await db.update(session).set({ stepStartedAt: sql`now() - interval '1 minute'` });
  await settle();
  expect(await there()).toBe(12);
  await db.transaction((tx) => erase(tx, morning.people[2] as never, new Date()));
  expect(await there()).toBe(10);
  await db.update(session).set({ state: "ended" });
  await morning.goTo("close");
  await settle();
  expect(await there()).toBe(10);
  await db.update(session).set({ state: "live" });
});

test("the count of answers is that of the ballots, whatever way they come and go", async () => {
  const { db, pool } = database;
  const [one, two] = [await morning.addInsight("Een"), await morning.addInsight("Twee")];
  const cast = (person: number, insightId: string, choice: "agree" | "skip" | null) => ({
    ...{ dialogueId: morning.dialogueId, sessionId: morning.sessionId, personId: morning.people[person], insightId },
    ...{ choice, fit: null, fieldId: null, partyId: null },
  });
  const counted = async () => {
    const { rows } = await pool.query<{ n: number }>("select count(*)::int as n from ballot where session_id = $1", [
      morning.sessionId,
    ]);
    expect(await readAnswers(db, morning.sessionId)).toBe(rows[0]?.n);
    return rows[0]?.n;
  };
  await castTogether(pool, [cast(0, one, "agree"), cast(1, one, "agree"), cast(0, one, "skip"), cast(0, two, "agree")] as never);
  expect(await counted()).toBe(3);
  await castTogether(pool, [cast(1, one, "skip"), cast(0, two, null)] as never);
  expect(await counted()).toBe(2);
  await db.execute(sql`delete from ballot where person_id = ${morning.people[0]}`);
  expect(await counted()).toBe(1);
  await db.execute(sql`update ballot set session_id = null`);
  expect(await counted()).toBe(0);
});
