import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { type Morning, makeMorning } from "../../../tests/morning.ts";
import { registration } from "../../dialogue/people/tables.ts";
import type { PersonId } from "../../platform/ids.ts";
import { accessNeed } from "../../prepare/registration/tables.ts";
import { seatWish } from "../group/tables.ts";
import { interpretersOf } from "../live/meeting.server.ts";

let database: FreshDatabase;
let morning: Morning;
const person = (n: number) => morning.people[n] as PersonId;

beforeAll(async () => {
  database = await freshDatabase();
  morning = await makeMorning(database.db, 7);
});
afterAll(() => database?.[Symbol.asyncDispose]());

async function needs(n: number, kinds: ("sign-language" | "captions")[]): Promise<void> {
  const rows = await database.db.select().from(registration);
  const mine = rows.find(({ personId }) => personId === person(n));
  if (mine) await database.db.insert(accessNeed).values({ registrationId: mine.id, kinds, text: "" });
}
const wish = (a: number, b: number, kind: "together" | "apart") =>
  database.db.insert(seatWish).values({ sessionId: morning.sessionId, aId: person(a), bId: person(b), kind });
const found = async () => {
  const all = await interpretersOf(database.db, morning.sessionId);
  return Object.fromEntries(
    all.map(({ personId, works }) => [morning.people.indexOf(personId), works.map((id) => morning.people.indexOf(id)).sort()]),
  );
};

test("who is kept together with somebody who asked for a sign language interpreter is that interpreter [ME18]", async () => {
  expect(await found()).toEqual({});
  await needs(0, ["sign-language"]);
  await needs(1, ["captions", "sign-language"]);
  await needs(2, ["captions"]);
  expect(await found()).toEqual({});
  await wish(3, 0, "together");
  await wish(1, 3, "together");
  // two who both need one, who needs captions, who is kept apart, and two friends
  await wish(0, 1, "together");
  await wish(2, 4, "together");
  await wish(0, 5, "apart");
  await wish(5, 6, "together");
  expect(await found()).toEqual({ 3: [0, 1] });
});
