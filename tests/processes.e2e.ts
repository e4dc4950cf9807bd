import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { compareHall, openHall, startCluster } from "./three-processes.ts";
import { until } from "./until.ts";

let database: FreshDatabase;
let cluster: Awaited<ReturnType<typeof startCluster>>;
let hall: Awaited<ReturnType<typeof openHall>>;

beforeAll(async () => {
  database = await freshDatabase();
  cluster = await startCluster(database);
  hall = await openHall(database, cluster, 20);
});
afterAll(async () => {
  hall?.end();
  await cluster?.end();
  await database?.[Symbol.asyncDispose]();
});

test("three processes tell the same; the one that leads is killed and followed up; one that restarts loses nothing [LP12, RT1]", async () => {
  await hall.everybodySees(20);
  const spreads = [await hall.say("Welkom allemaal")];

  const captioned = await hall.caption("Wie heeft er vragen?");

  // Killed in mid-vote: another settles who is here. Somebody who leaves is seen to leave, by everybody.
  const led = await hall.leader();
  const killed = cluster.kill(led);
  spreads.push(await hall.say("We gaan door"));
  hall.leave();
  await hall.everybodySees(19);
  await killed;

  const before = hall.acknowledged;
  await cluster.restart((led + 1) % 3);
  await until(() => hall.acknowledged > before);
  spreads.push(await hall.say("Tot zo"));
  expect(hall.screens.filter(({ refused, states }) => refused !== null || states.includes("lost"))).toEqual([]);
  await compareHall(database, hall, 20);
  console.error(`${hall.acknowledged} ballots acknowledged, none lost; from first to last screen ${spreads.map(Math.round)} ms`);
  console.error(`captions on every screen of three processes ${Math.round(captioned)} ms after the post`);
});
