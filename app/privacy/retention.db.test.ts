import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import { signEverybodyIn } from "../../tests/everybody.ts";
import { scanEverywhere } from "../../tests/scan.ts";
import { makeWorld, type World } from "../../tests/world.ts";
import { contribution, device, dialogue, mail, person, registration, retentionLog } from "../db/schema.ts";
import type { PersonId } from "../ids.ts";
import { mintLink } from "../people/links.server.ts";
import { findReportPage } from "../report/page.server.ts";
import { countDue, hold, letGo, listHolds, readTerms, saveTerms } from "./retention.server.ts";
import { retentionKinds, usualTerms } from "./retention.ts";

let database: FreshDatabase;
let here: World;
let elsewhere: World;
const aDay = 86_400_000;
/** The clock, so many days from now. */
const after = (days: number) => new Date(Date.now() + days * aDay);
const none = { links: 0, devices: 0, mail: 0, words: 0, people: 0 };

beforeEach(async () => {
  database = await freshDatabase();
  here = await makeWorld(database.db, "hier");
  elsewhere = await makeWorld(database.db, "ander");
  await signEverybodyIn(database.db, here, elsewhere);
  await database.db.transaction((tx) => mintLink(tx, "sign-in", { personId: here.people[0] as PersonId, minutes: 15 }));
});
afterEach(() => database[Symbol.asyncDispose]());

const archive = () =>
  database.db.update(dialogue).set({ state: "archived", archivedAt: sql`now()` }).where(eq(dialogue.id, here.dialogueId));
const report = () => findReportPage(database.db, { id: here.dialogueId, slug: "hier" } as never);

test("nothing goes before its term, and a dry run changes nothing", async () => {
  await archive();
  expect(await countDue(database.db, after(1))).toEqual(none);
  expect(await letGo(database.db, after(1))).toEqual(none);
  const due = await countDue(database.db, after(400));
  for (const kind of retentionKinds) expect(due[kind], kind).toBeGreaterThan(0);
  expect(await database.db.$count(retentionLog)).toBe(0);
});

test("what a dry run counts goes, is written down, and is gone", async () => {
  await archive();
  const due = await countDue(database.db, after(400));
  expect(await letGo(database.db, after(400))).toEqual(due);
  const log = await database.db.select().from(retentionLog);
  expect(Object.fromEntries(log.map(({ kind, count }) => [kind, count]))).toEqual(due);
  expect(await countDue(database.db, after(400))).toEqual(none);
  expect(await letGo(database.db, after(401))).toEqual(none);
  expect(await database.db.$count(retentionLog)).toBe(log.length);
  expect(await database.db.$count(device)).toBe(0);
});

test("of an archived dialogue the people go, and the report stays as it was published", async () => {
  const before = await report();
  expect(JSON.stringify(before)).toContain("Tijd om na te bellen.");
  // kept to oneself, and said at a table, after the report
  await database.db.insert(contribution).values(
    (["private", "group"] as const).map((shared, at) => ({
      ...{ dialogueId: here.dialogueId, sessionId: here.sessionId, kind: "need" as const, number: 80 + at, shared },
      ...{ text: `Kanarie ${shared}`, personId: here.people[1] as PersonId },
    })),
  );
  await archive();
  await letGo(database.db, after(400));
  expect(await report()).toEqual(before);
  const rows = await database.db.select().from(registration).where(eq(registration.dialogueId, here.dialogueId));
  expect(new Set(rows.map(({ name, function: does }) => name + does))).toEqual(new Set([""]));
  expect(rows.every(({ fieldId }) => fieldId !== null)).toBe(true);
  const { found } = await scanEverywhere(database.db, ["deelnemer1@hier.example", "Kanarie private", "Kanarie group"]);
  expect(found).toEqual([]);
  // who takes part elsewhere as well keeps their name there
  const others = await database.db.select().from(registration).where(eq(registration.dialogueId, elsewhere.dialogueId));
  expect(others.every(({ name }) => name !== "")).toBe(true);
  const [same] = await database.db.select().from(person).where(eq(person.mail, "deelnemer1@ander.example"));
  expect(same?.erasedAt).toBeNull();
});

test("somebody of a team keeps their account, also when they took part", async () => {
  const who = here.people[0] as PersonId;
  await database.db.execute(sql`
    insert into membership (person_id, dialogue_id, role, accepted_at) values (${who}, ${elsewhere.dialogueId}, 'observer', now())`);
  await archive();
  await letGo(database.db, after(400));
  const [still] = await database.db.select().from(person).where(eq(person.id, who));
  expect(still).toMatchObject({ mail: "deelnemer1@hier.example", erasedAt: null });
});

test("under a legal hold nothing of the dialogue goes, until it is lifted", async () => {
  await archive();
  expect(await hold(database.db, "command", here.dialogueId, "Zaak 2026/17")).toBe(true);
  expect(await hold(database.db, "command", here.dialogueId, "nog eens")).toBe(false);
  const due = await countDue(database.db, after(400));
  expect([due.words, due.people]).toEqual([0, 0]);
  await letGo(database.db, after(400));
  expect(await database.db.$count(mail, eq(mail.dialogueId, here.dialogueId))).toBeGreaterThan(0);
  expect(await database.db.$count(contribution, eq(contribution.state, "erased"))).toBe(0);
  expect((await listHolds(database.db)).find(({ id }) => id === here.dialogueId)?.heldBecause).toBe("Zaak 2026/17");
  expect(await hold(database.db, "command", here.dialogueId, null)).toBe(true);
  expect((await countDue(database.db, after(400))).people).toBe(8);
});

test("the terms of the installation hold", async () => {
  expect(await readTerms(database.db)).toEqual(usualTerms);
  await saveTerms(database.db, "command", { ...usualTerms, links: 7, people: 3650 });
  await archive();
  expect((await countDue(database.db, after(10))).links).toBeGreaterThan(0);
  expect((await countDue(database.db, after(400))).people).toBe(0);
});
