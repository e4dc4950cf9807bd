import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { fillInvented } from "../../../tests/invented.ts";
import { convert, findOffice, officeIsMissing } from "../../../tests/soffice.ts";
import { dialogue, person } from "../../dialogue/tables.ts";
import { readCsv } from "../../method/text/csv.ts";
import type { BlockId, ContributionId, PersonId, ThemeId } from "../../platform/ids.ts";
import { doThemes } from "../../themes/themes.server.ts";
import { documentOf } from "../document/document.server.ts";
import { wordsIn } from "../document/document.ts";
import { reportColumns } from "../document/row-columns.ts";
import { reportRows } from "../document/rows.ts";
import { type PublishedPage, publishedPage } from "../publish/published.server.ts";
import { publishReport } from "../publish/reports.server.ts";
import { saveBlock } from "../write/blocks.server.ts";
import { odsFile, odtFile } from "./package.server.ts";

const office = findOffice();
if (!office) console.error(officeIsMissing);
let database: FreshDatabase;
let page: PublishedPage;

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  const made = await fillInvented(db);
  const [row] = await db.insert(person).values({ name: "Naomi" }).returning({ id: person.id });
  const naomi = row?.id as PersonId;
  const needs = [...made.needIds.values()].slice(0, 40) as ContributionId[];
  const theme = crypto.randomUUID() as ThemeId;
  await doThemes(db, made.dialogueId, naomi, { deed: "add", theme, name: "Tijd & <rust>", description: "", needs });
  await saveBlock(db, made.dialogueId, naomi, crypto.randomUUID() as BlockId, {
    ...{ place: "nodig", version: 0 },
    text: "## Wat wij zien\n\nEr is **te weinig** tijd. Zie [de oproep](https://voorbeeld.example/oproep?a=1&b=2).\n\n- een\n- twee",
  });
  await publishReport(db, made.dialogueId, { person: naomi }, { number: 1, change: "" });
  const [of] = await db.select().from(dialogue).where(eq(dialogue.id, made.dialogueId));
  page = await publishedPage(db, of ?? null, "1.0");
}, 60_000);
afterAll(() => database?.[Symbol.asyncDispose]());

/** Words alone: how a program draws a list or breaks a line is its own. */
const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

test.skipIf(!office)(
  "LibreOffice opens the text document and reads every word of the report in its order",
  { timeout: 180_000 },
  async () => {
    const file = { bytes: await odtFile(page, "nl"), ending: "odt" };
    const read = words((await convert(office ?? "", file, "txt:Text (encoded):UTF8")).toString("utf8"));
    const own = words(wordsIn(documentOf(page, "nl")).join(" "));
    let at = 0;
    const missing = own.filter((word) => {
      const found = read.indexOf(word, at);
      if (found < 0 || found > at + 40) return true;
      at = found + 1;
      return false;
    });
    expect(missing).toEqual([]);
    expect(own.length).toBeGreaterThan(1000);
  },
);

test.skipIf(!office)(
  "LibreOffice opens the spreadsheet and finds every row of the data in its first sheet",
  { timeout: 180_000 },
  async () => {
    const file = { bytes: await odsFile(page, "nl"), ending: "ods" };
    const csv = (await convert(office ?? "", file, "csv:Text - txt - csv (StarCalc):44,34,76,1")).toString("utf8");
    const { header, rows: read } = readCsv(csv, { separator: "," });
    expect(header).toEqual([...reportColumns]);
    const rows = reportRows(page);
    expect(read).toHaveLength(rows.length);
    const text = reportColumns.indexOf("tekst");
    const number = reportColumns.indexOf("aantal");
    expect(read.map((cells) => words(cells[text] ?? ""))).toEqual(rows.map((row) => words(String(row[text] ?? ""))));
    expect(read.map((cells) => cells[number] ?? "")).toEqual(rows.map((row) => String(row[number] ?? "")));
  },
);
