import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { signEverybodyIn } from "../../../tests/everybody.ts";
import { scanEverywhere } from "../../../tests/scan.ts";
import { makeWorld, type World } from "../../../tests/world.ts";
import { contribution } from "../../contribution/tables.ts";
import { mintLink } from "../../dialogue/people/links.server.ts";
import { device, registration } from "../../dialogue/people/tables.ts";
import { dialogue, person } from "../../dialogue/tables.ts";
import type { PersonId } from "../../platform/ids.ts";
import { mail } from "../../platform/mail/tables.ts";
import { findReportPage } from "../../report/publish/page.server.ts";
import { publishReport } from "../../report/publish/reports.server.ts";
import { agreeWith, supportRemark } from "../../report/review/remarks.server.ts";
import { agreement, dissent, dissenter, remark, remarkBacking, reportBlockWording, review } from "../../report/tables.ts";
import { saveBlock } from "../../report/write/blocks.server.ts";
import { countDue, hold, letGo, listHolds, readTerms, saveTerms } from "./retention.server.ts";
import { retentionKinds, usualTerms } from "./retention.ts";
import { retentionLog } from "./tables.ts";

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

test("what was said of the report while reading along goes, and who said it", async () => {
  const { db } = database;
  await agreeWith(db, here.dialogueId, here.people[3] as PersonId, "nodig", true);
  await supportRemark(db, here.dialogueId, here.people[3] as PersonId, here.remarkId, true);
  await saveBlock(db, here.dialogueId, here.people[0] as PersonId, here.blockId, {
    text: "Nu staat er dit.",
    place: "nodig",
    version: 1,
  });
  await archive();
  await letGo(db, after(400));
  expect(await db.select().from(remark).where(eq(remark.id, here.remarkId))).toMatchObject([
    { text: "", state: "erased", personId: null },
  ]);
  expect(await db.select().from(dissent).where(eq(dissent.id, here.dissentId))).toMatchObject([{ text: "", state: "erased" }]);
  const here1 = sql`review_id in (select id from review where dialogue_id = ${here.dialogueId})`;
  expect(await db.$count(agreement, here1)).toBe(0);
  expect(await db.$count(remarkBacking, eq(remarkBacking.remarkId, here.remarkId))).toBe(0);
  expect(await db.$count(dissenter, eq(dissenter.dissentId, here.dissentId))).toBe(0);
  const copies = await db.select({ content: review.content }).from(review).where(eq(review.dialogueId, here.dialogueId));
  expect(copies.map(({ content }) => [content.introduction, content.blocks])).toEqual([["", []]]);
  const wordings = await db.select().from(reportBlockWording).where(eq(reportBlockWording.blockId, here.blockId));
  expect(wordings.filter(({ text }) => text !== "").map(({ text }) => text)).toEqual(["Nu staat er dit."]);
  expect(await db.select().from(dissent).where(eq(dissent.id, elsewhere.dissentId))).toMatchObject([{ state: "visible" }]);
});

test("a minority note of a published version stays, with the names of who chose so", async () => {
  const { db } = database;
  await db.update(dissenter).set({ named: true }).where(eq(dissenter.dissentId, here.dissentId));
  await db.update(dialogue).set({ state: "harvest" }).where(eq(dialogue.id, here.dialogueId));
  await publishReport(db, here.dialogueId, "command", { number: 2, change: "met een standpunt" });
  const before = await report();
  expect(before?.dissents).toMatchObject([{ status: "there", names: [expect.stringMatching(/.+/)] }]);
  await archive();
  await letGo(db, after(400));
  expect((await report())?.dissents).toEqual(before?.dissents);
  const rows = await db.select().from(registration).where(eq(registration.dialogueId, here.dialogueId));
  expect(rows.filter(({ name }) => name !== "")).toMatchObject([{ organisation: "", function: "", brings: "" }]);
  expect(await countDue(db, after(400))).toEqual(none);
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
