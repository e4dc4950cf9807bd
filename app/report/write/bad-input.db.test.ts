import { eq } from "drizzle-orm";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { readPdf } from "../../../tests/read-pdf.ts";
import { forgetReviews, makeWorld, type World } from "../../../tests/world.ts";
import { contribution } from "../../contribution/tables.ts";
import { dialogue, person } from "../../dialogue/tables.ts";
import { openLedger } from "../../platform/database/change.server.ts";
import type { BlockId, DialogueId, PersonId } from "../../platform/ids.ts";
import { erasePerson } from "../../privacy/erase/erase.server.ts";
import { documentOf } from "../document/document.server.ts";
import { markdownOf } from "../export/markdown.ts";
import { reportData } from "../export/open-data.ts";
import { openDataShape } from "../export/open-data-shape.ts";
import { odsFile, odtFile, packageFile } from "../export/package.server.ts";
import { pdfFile } from "../export/pdf.server.ts";
import { drawnReport } from "../picture/drawn.server.tsx";
import { pressWords } from "../picture/messages/press.ts";
import { pressFigures } from "../picture/press-figure.ts";
import { slidesOf } from "../picture/slide.server.ts";
import { publishedPage } from "../publish/published.server.ts";
import { publishReport } from "../publish/reports.server.ts";
import { findReview } from "../review/find-review.server.ts";
import { findReadAlong } from "../review/review-page.server.ts";
import { planReview } from "../review/reviews.server.ts";
import { report } from "../tables.ts";
import { blockLimit, blockShape } from "./block.ts";
import { saveBlock } from "./blocks.server.ts";

let database: FreshDatabase;
let here: World;
beforeAll(async () => {
  database = await freshDatabase();
  here = await makeWorld(database.db, "hier");
  await forgetReviews(database.db);
  await database.db.update(dialogue).set({ state: "harvest" }).where(eq(dialogue.id, here.dialogueId));
});
afterAll(() => database?.[Symbol.asyncDispose]());

async function pageOf(id: DialogueId) {
  const [of] = await database.db.select().from(dialogue).where(eq(dialogue.id, id));
  return publishedPage(database.db, of ?? null, "1.0");
}

test("a report without any data comes out, says so in every form, and opens", async () => {
  const { db } = database;
  const [made] = await db
    .insert(dialogue)
    .values({ slug: "leeg", title: "Nog niets", state: "harvest" })
    .returning({ id: dialogue.id });
  const [naomi] = await db.insert(person).values({ name: "Naomi" }).returning({ id: person.id });
  const id = made?.id as DialogueId;
  await db.transaction((tx) => openLedger(tx, id));
  expect(await publishReport(db, id, { person: naomi?.id as PersonId }, { number: 1, change: "" })).toMatchObject({ number: 1 });
  const page = await pageOf(id);
  const says = "Er deden minder dan vijf mensen mee.";
  expect(await drawnReport(page, "nl", false)).toContain(says);
  expect(markdownOf(documentOf(page, "nl"))).toContain(says);
  expect(openDataShape.safeParse(JSON.parse(JSON.stringify(reportData(page, page.hash)))).error?.issues ?? []).toEqual([]);
  const odt = unzipSync(await odtFile(page, "nl"));
  expect(strFromU8(odt["content.xml"] ?? new Uint8Array())).toContain(says);
  expect(Object.keys(unzipSync(await odsFile(page, "nl")))).toContain("content.xml");
  expect(Object.keys(unzipSync(await packageFile(page, "nl", "https://voorbeeld.example")))).toContain("gegevens.csv");
  const pdf = await pdfFile(page, "nl", "Klankbord");
  expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe("%PDF-");
  expect(await readPdf(pdf)).toMatchObject({ part: "1", marked: true, title: "Nog niets" });
  expect(slidesOf(page)).toEqual([]);
  expect(pressFigures(page, pressWords.nl)).toEqual([]);
});

test("a text of 100,000 characters is refused by its length, not cut; one that fits is kept to the letter", () => {
  const form = (text: string) => blockShape.safeParse({ text, place: "kort", version: "0" });
  expect(form("x".repeat(100_000)).error?.issues.map(({ message }) => message)).toEqual(["long"]);
  expect(form("x".repeat(blockLimit)).data?.text).toHaveLength(blockLimit);
});

test("script in a pasted text is words in every form", async () => {
  const { db } = database;
  const typed = "<script>alert(1)</script> <img src=x onerror=alert(2)> [klik](javascript:alert(3)) **vet**";
  await db.delete(report).where(eq(report.dialogueId, here.dialogueId));
  await saveBlock(db, here.dialogueId, here.people[0] as PersonId, crypto.randomUUID() as BlockId, {
    ...{ place: "kort", version: 0 },
    text: typed,
  });
  await publishReport(db, here.dialogueId, { person: here.people[0] as PersonId }, { number: 1, change: "" });
  const page = await pageOf(here.dialogueId);
  const html = await drawnReport(page, "nl", false);
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(html).not.toMatch(/<script>|<img|href="javascript/);
  expect(html).toContain("<strong>vet</strong>");
  const odt = strFromU8(unzipSync(await odtFile(page, "nl"))["content.xml"] ?? new Uint8Array());
  expect(odt).toContain("&lt;script&gt;");
  expect(odt).not.toContain('xlink:href="javascript');
});

test("a contribution that is erased while the draft is read along is gone from the copy; remarks about its part stay", async () => {
  const { db } = database;
  await db.update(dialogue).set({ state: "harvest" }).where(eq(dialogue.id, here.dialogueId));
  const [own] = await db.select().from(contribution).where(eq(contribution.id, here.own));
  await saveBlock(db, here.dialogueId, here.people[0] as PersonId, crypto.randomUUID() as BlockId, {
    ...{ place: "kort", version: 0 },
    text: `> #${own?.number}`,
  });
  const day = 24 * 3_600_000;
  await planReview(db, here.dialogueId, here.people[0] as PersonId, {
    ...{ opensAt: new Date(Date.now() - 1000), closesAt: new Date(Date.now() + 10 * day) },
  });
  const [of] = await db.select().from(dialogue).where(eq(dialogue.id, here.dialogueId));
  const reads = async () => JSON.stringify(await findReadAlong(db, of as never, here.people[2] as PersonId, new Date()));
  expect(await findReview(db, here.dialogueId)).not.toBeNull();
  expect(await reads()).toContain(own?.text ?? "?");
  await erasePerson(db, own?.personId as PersonId, "command");
  expect(await reads()).not.toContain(own?.text ?? "?");
});
