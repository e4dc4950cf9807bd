import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { stepAttendance, tally } from "../app/db/schema.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { openHall, startCluster } from "./three-processes.ts";
import { until } from "./until.ts";

let database: FreshDatabase;
let cluster: Awaited<ReturnType<typeof startCluster>>;
let hall: Awaited<ReturnType<typeof openHall>>;

beforeAll(async () => {
  database = await freshDatabase();
  cluster = await startCluster(database);
  hall = await openHall(database, cluster, 30);
});
afterAll(async () => {
  hall?.end();
  await cluster?.end();
  await database?.[Symbol.asyncDispose]();
});

test("three processes tell the same; the one that leads is killed and followed up; a rolling restart loses nothing [LP12]", async () => {
  const everybody = async (n: number) => until(() => hall.screens.every(({ views }) => (views.at(-1)?.present ?? 0) === n));
  await Promise.all(hall.screens.map((screen) => screen.until(() => true)));
  await everybody(30);
  const spreads = [await hall.say("Welkom allemaal")];

  // Killed in mid-vote: another settles who is here. Somebody who leaves is seen to leave, by everybody.
  const led = await hall.leader();
  await cluster.kill(led);
  spreads.push(await hall.say("We gaan door"));
  hall.screens.pop()?.line.stop();
  await everybody(29);
  expect(await hall.leader()).not.toBe(-1);

  for (const which of [0, 1, 2]) {
    const before = hall.acknowledged;
    await cluster.restart(which);
    await until(() => hall.acknowledged > before);
  }
  spreads.push(await hall.say("Tot zo"));
  expect(hall.screens.filter(({ refused, states }) => refused !== null || states.includes("lost"))).toEqual([]);

  expect(await hall.lost()).toEqual([]);
  // All heard of the same last ballot, and were there for this step.
  const [row] = await database.db.select().from(tally).where(eq(tally.sessionId, hall.made.sessionId));
  expect(row?.ballots).toBeGreaterThan(0);
  await until(() => hall.screens.every(({ views }) => views.at(-1)?.answers === row?.ballots));
  const there = await database.db.select().from(stepAttendance);
  expect(new Set(there.map(({ personId }) => personId)).size).toBe(30);
  console.error(`${hall.acknowledged} ballots acknowledged, none lost; from first to last screen ${spreads.map(Math.round)} ms`);
});
