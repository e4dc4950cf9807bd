import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { makeWorld, type World } from "../../../tests/world.ts";
import { dialogue } from "../../dialogue/tables.ts";
import type { ItemId, PersonId } from "../../platform/ids.ts";
import { decide } from "../../programme/answers/answers.server.ts";
import { listFindings } from "../../programme/items/claims.server.ts";
import { saveItem, showProgramme } from "../../programme/items/items.server.ts";
import { doThemes } from "../../themes/themes.server.ts";
import { reportData } from "../export/open-data.ts";
import { openDataShape } from "../export/open-data-shape.ts";
import { drawnReport } from "../picture/drawn.server.tsx";
import { findReportPage } from "../publish/page.server.ts";
import { findVersion, hashOf, publishReport } from "../publish/reports.server.ts";
import { reportBlock } from "../tables.ts";
import { documentOf } from "./document.server.ts";
import { wordsIn } from "./document.ts";
import { reportRows } from "./rows.ts";

let database: FreshDatabase;
let here: World;
let who: PersonId;
const title = "Eén loket voor elke buurt";
const of = async () => (await database.db.select().from(dialogue).where(eq(dialogue.id, here.dialogueId)))[0] as never;
const page = async (number: number) => (await findReportPage(database.db, await of(), number)) ?? expect.fail();
const publish = async () => {
  const number = ((await findVersion(database.db, here.dialogueId))?.number ?? 0) + 1;
  await publishReport(database.db, here.dialogueId, { person: who }, { number, change: "meer" });
  return number;
};

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  here = await makeWorld(db, "hier");
  who = here.people[0] as PersonId;
  await db.update(dialogue).set({ state: "harvest" }).where(eq(dialogue.id, here.dialogueId));
  await doThemes(db, here.dialogueId, who, { deed: "put", from: null, to: here.themeId, needs: [here.own] } as never);
  await db
    .update(reportBlock)
    .set({ text: `Mensen bellen te vaak rond. [#t-${here.themeId.slice(0, 8)}]` })
    .where(eq(reportBlock.id, here.blockId));
  const claims = (await listFindings(db, here.dialogueId)).map(({ key }) => key);
  const words = {
    version: 0,
    title,
    kind: "tool" as const,
    text: "Voor elke wijk.",
    acts: "De gemeente",
    budget: "",
    indicator: "",
  };
  const lists = { fields: [here.fieldId], parties: [], themes: [here.themeId], areas: [], claims, causes: [], steps: [] };
  await saveItem(db, here.dialogueId, who, crypto.randomUUID() as ItemId, { ...words, ...lists, because: "" });
  await decide(db, here.dialogueId, who, { about: { theme: here.themeId }, verdict: "later", reason: "Eerst dit.", item: null });
});
afterAll(() => database?.[Symbol.asyncDispose]());

test("a version holds the programme only when it was open, and keeps what it holds [RP22]", async () => {
  const { db } = database;
  const closed = await publish();
  expect((await page(closed)).content.programme).toBeNull();
  expect(JSON.stringify(reportData(await page(closed), ""))).not.toContain(title);
  await showProgramme(db, here.dialogueId, who, true);
  const open = await publish();
  const found = (await page(open)).content.programme?.items.find((item) => item.title === title);
  const [sentence = ""] = found?.sentences ?? [];
  expect(found).toMatchObject({ themes: [here.themeId], state: "idea", acts: "De gemeente", fields: [expect.any(String)] });
  expect(sentence).toMatch(/^zin-[0-9a-f]{8}-1$/);
  await showProgramme(db, here.dialogueId, who, false);
  const version = (await findVersion(db, here.dialogueId, open)) ?? expect.fail();
  expect(hashOf(version.content)).toBe(version.hash);
  expect((await page(open)).content.programme?.items).toContainEqual(found);
  expect((await page(closed)).content.programme).toBeNull();
});

test("every form says it, and what it links to is there [RP19, RP22]", async () => {
  const number = (await findVersion(database.db, here.dialogueId))?.number ?? 0;
  const read = await page(number);
  const data = openDataShape.parse(JSON.parse(JSON.stringify(reportData(read, ""))));
  const item = data.programme?.items.find((one) => one.title === title);
  expect(item?.needs.length).toBeGreaterThan(0);
  expect(data.programme?.answers).toContainEqual(expect.objectContaining({ verdict: "later", reason: "Eerst dit." }));
  expect(reportRows(read).flat()).toContain(title);
  const html = await drawnReport(read, "nl", false);
  for (const [, to] of html.matchAll(/href="#((?:thema|zin|inzicht|programmapunt)-[^"]+)"/g))
    expect(html).toContain(`id="${to}"`);
  for (const word of [title, "Eerst dit."]) {
    expect(html).toContain(word);
    expect(wordsIn(documentOf(read, "nl")).join("\n")).toContain(word);
  }
});
