import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { makeWorld, type World } from "../../../tests/world.ts";
import { contribution } from "../../contribution/tables.ts";
import { dialogue, person } from "../../dialogue/tables.ts";
import { themeKey } from "../../method/text/prose-inline.ts";
import type { BlockId, PersonId } from "../../platform/ids.ts";
import { theme } from "../../themes/tables.ts";
import { copiedIn, missingIn } from "../gather/copied.server.ts";
import { findDraftPage, findReportPage } from "../publish/page.server.ts";
import { publishReport } from "../publish/reports.server.ts";
import { reportBlock, reportBlockWording } from "../tables.ts";
import { inARowMs } from "./block.ts";
import {
  findBlock,
  listBlocks,
  listRemoved,
  listWordings,
  removeBlock,
  restoreWording,
  saveBlock,
  shiftBlock,
} from "./blocks.server.ts";
import { outlineOf } from "./outline.ts";

let database: FreshDatabase;
let here: World;
let [naomi, bas] = ["", ""] as PersonId[] as [PersonId, PersonId];

beforeAll(async () => {
  database = await freshDatabase();
  here = await makeWorld(database.db, "hier");
  const rows = await database.db
    .insert(person)
    .values([{ name: "Naomi" }, { name: "Bas" }])
    .returning({ id: person.id });
  [naomi, bas] = rows.map((row) => row.id) as [PersonId, PersonId];
  await database.db.delete(reportBlockWording);
  await database.db.delete(reportBlock);
});
afterAll(() => database?.[Symbol.asyncDispose]());

const write = (who: PersonId, id: BlockId, text: string, version: number, place = "nodig", how?: "auto") =>
  saveBlock(database.db, here.dialogueId, who, id, { text, place: place as never, version }, how);
const of = async () => {
  const [row] = await database.db.select().from(dialogue).where(eq(dialogue.id, here.dialogueId));
  if (!row) throw new Error("no dialogue");
  return row;
};
const fresh = () => crypto.randomUUID() as BlockId;

test("two writers at once: the later one is told by whom, and nothing is overwritten [RP3]", async () => {
  const id = fresh();
  expect(await write(naomi, id, "Van Naomi", 0)).toEqual({ status: "saved", version: 1 });
  expect(await write(naomi, id, "Van Naomi", 0)).toEqual({ status: "saved", version: 1 });
  expect(await write(naomi, id, "Van Naomi, verder", 1)).toEqual({ status: "saved", version: 2 });
  expect(await write(bas, id, "Van Bas", 1)).toEqual({ status: "conflict", by: "Naomi" });
  expect((await findBlock(database.db, here.dialogueId, id))?.text).toBe("Van Naomi, verder");
  const both = await Promise.all([write(naomi, id, "A", 2), write(bas, id, "B", 2)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["conflict", "saved"]);
});

test("what saves itself in a row is one line of the history, which a press ends; each line can come back [RP4]", async () => {
  const id = fresh();
  const lines = async () => (await listWordings(database.db, id)).map(({ by, text, how }) => [by, text, how]);
  const ofNow = async () => (await listWordings(database.db, id))[0]?.at.getTime() ?? 0;
  await write(naomi, id, "Een", 0, "nodig", "auto");
  const first = await ofNow();
  await write(naomi, id, "Een twee", 1, "nodig", "auto");
  expect(await ofNow()).toBeGreaterThan(first);
  expect(await lines()).toEqual([["Naomi", "Een twee", "auto"]]);
  await write(naomi, id, "Een twee", 2);
  expect(await lines()).toEqual([["Naomi", "Een twee", "write"]]);
  await write(naomi, id, "Een twee drie", 2, "nodig", "auto");
  await write(naomi, id, "Een twee drie vier", 3);
  await write(naomi, id, "Vijf", 4);
  await write(bas, id, "Drie", 5);
  expect(await lines()).toEqual([
    ["Bas", "Drie", "write"],
    ["Naomi", "Vijf", "write"],
    ["Naomi", "Een twee drie vier", "write"],
    ["Naomi", "Een twee", "write"],
  ]);
  await restoreWording(database.db, here.dialogueId, naomi, id, 2);
  await restoreWording(database.db, here.dialogueId, naomi, id, 2);
  expect((await findBlock(database.db, here.dialogueId, id))?.text).toBe("Een twee");
  expect((await lines()).map(([, , how]) => how)).toEqual(["restore", "write", "write", "write", "write"]);
  expect(inARowMs).toBeGreaterThan(60_000);
});

test("taken out and put back; nobody writes on what is gone [RP4]", async () => {
  const id = fresh();
  await write(naomi, id, "Tekst", 0);
  await removeBlock(database.db, here.dialogueId, naomi, id, true);
  expect(await write(bas, id, "Verder", 1)).toEqual({ status: "gone" });
  expect((await listRemoved(database.db, here.dialogueId)).map((one) => one.id)).toContain(id);
  await removeBlock(database.db, here.dialogueId, naomi, id, false);
  expect((await listBlocks(database.db, here.dialogueId)).map((one) => one.id)).toContain(id);
});

test("neighbours change places within their part [RP2]", async () => {
  const [first, second] = [fresh(), fresh()];
  await write(naomi, first, "Eerst", 0, "kort");
  await write(naomi, second, "Dan", 0, "kort");
  const order = async () =>
    (await listBlocks(database.db, here.dialogueId)).filter(({ place }) => place === "kort").map(({ text }) => text);
  await shiftBlock(database.db, here.dialogueId, naomi, second, "up");
  await shiftBlock(database.db, here.dialogueId, naomi, second, "up");
  expect(await order()).toEqual(["Dan", "Eerst"]);
});

test("another dialogue's text is not there", async () => {
  const there = await makeWorld(database.db, "ander");
  expect(await write(naomi, there.blockId, "Hier", 1)).toEqual({ status: "gone" });
  await expect(removeBlock(database.db, here.dialogueId, naomi, there.blockId, true)).rejects.toThrow();
});

test("words of a contribution go with it from text and grounds, in drafts and in versions [RP5, RP8]", async () => {
  const id = fresh();
  const { db } = database;
  await write(naomi, id, `Men mist tijd. [#1 #2]\n\nVerder niets.\n\n> #2\n\nEen thema. [#t-${themeKey(here.themeId)}]`, 0);
  await db.update(dialogue).set({ state: "harvest" }).where(eq(dialogue.id, here.dialogueId));
  await publishReport(db, here.dialogueId, { person: naomi }, { number: 2, change: "Teksten." });
  const standing = async () => {
    const draft = await findDraftPage(db, await of(), new Date());
    return outlineOf(draft.content, draft.quotes, await listBlocks(db, here.dialogueId)).find((one) => one.id === id);
  };
  expect(await standing()).toMatchObject({ findings: 3, open: 2, weakened: 0 });
  await db.update(contribution).set({ state: "withdrawn" }).where(eq(contribution.id, here.others));
  expect(await standing()).toMatchObject({ findings: 3, open: 2, weakened: 1 });
  const version = await findReportPage(db, await of(), 2);
  expect(version?.content.blocks?.find((one) => one.id === id)?.cited.map(({ number }) => number)).toEqual([2, 1]);
  expect(version?.quotes[here.others]).toEqual({ status: "withdrawn" });
  expect(JSON.stringify(version?.content)).not.toContain("na te bellen");
  await db.update(contribution).set({ state: "visible" }).where(eq(contribution.id, here.others));
});

test("a theme that went into another one stays a ground; one that was removed leaves the text standing [RP2, RP8]", async () => {
  const { db } = database;
  const id = fresh();
  await write(naomi, id, `Een thema. [#t-${themeKey(here.otherThemeId)}]`, 0, `thema-${here.otherThemeId}`);
  await db.update(theme).set({ mergedInto: here.themeId }).where(eq(theme.id, here.otherThemeId));
  const draft = await findDraftPage(db, await of(), new Date());
  expect(draft.content.blocks?.find((one) => one.id === id)?.themes).toEqual([
    { key: themeKey(here.otherThemeId), id: here.themeId },
  ]);
  expect(outlineOf(draft.content, draft.quotes, await listBlocks(db, here.dialogueId)).find((one) => one.id === id)?.place).toBe(
    "nodig",
  );
});

test("copied words are noticed [RP5]", async () => {
  const long = "Een vast gezicht in de wijk, ook na de zomer en in het weekend.";
  await database.db.update(contribution).set({ text: long }).where(eq(contribution.id, here.own));
  expect(await copiedIn(database.db, here.dialogueId, `Iemand zei: "${long.slice(0, -1)}".`)).toEqual([1]);
  expect(await copiedIn(database.db, here.dialogueId, "Een vast gezicht in de wijk.")).toEqual([]);
});

test("a number without a contribution is noticed", async () => {
  const text = "Zie #999 en #1. [#2 #998]\n\n> #1\n\nEen plek: https://voorbeeld.nl/#997";
  expect(await missingIn(database.db, here.dialogueId, text)).toEqual([999, 998]);
});
