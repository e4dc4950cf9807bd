import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { until } from "../../../tests/until.ts";
import { person } from "../../dialogue/tables.ts";
import { type Doorbell, openDoorbell, sayWord } from "../../platform/database/doorbell.server.ts";
import type { BlockId, DialogueId, PersonId } from "../../platform/ids.ts";
import { namedWriters, openWriters } from "./writers.server.ts";

let database: FreshDatabase;
let bells: Doorbell[];
beforeAll(async () => {
  database = await freshDatabase();
  bells = [await openDoorbell({ ...database.at }, () => {}), await openDoorbell({ ...database.at }, () => {})];
});
afterAll(async () => {
  for (const bell of bells ?? []) await bell.close();
  await database?.[Symbol.asyncDispose]();
});
const id = () => crypto.randomUUID();

test("who writes is known in every process, by name, and forgotten when nothing is heard [RP25]", async () => {
  const { db } = database;
  const rows = await db
    .insert(person)
    .values([{ name: "Naomi" }, { name: "Bas" }])
    .returning({ id: person.id });
  const [naomi, bas] = rows.map((row) => row.id) as [PersonId, PersonId];
  let now = 0;
  const [one, two] = bells.map((doorbell) => openWriters({ db, doorbell }, () => now)) as [
    ReturnType<typeof openWriters>,
    ReturnType<typeof openWriters>,
  ];
  const here = id() as DialogueId;
  const [block, other] = [id(), id()] as [BlockId, BlockId];
  await sayWord(db, "geen woord van ons");
  await one.say(here, naomi, block);
  await one.say(here, bas, block);
  await until(() => two.of(here, naomi).length === 1);
  expect(await namedWriters(db, two.of(here, naomi))).toEqual([{ block, name: "Bas" }]);
  expect(two.of(id() as DialogueId, naomi)).toEqual([]);
  await two.say(here, bas, other);
  await until(() => one.of(here, naomi)[0]?.block === other);
  now += 16_000;
  expect(one.of(here, naomi)).toEqual([]);
  for (const writers of [one, two]) writers.close();
});
