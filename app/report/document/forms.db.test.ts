import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { fillInvented, type Invented } from "../../../tests/invented.ts";
import { readPdf } from "../../../tests/read-pdf.ts";
import { readXml, textOf, type XmlNode } from "../../../tests/read-xml.ts";
import { findVeraPdf, validate, veraIsMissing } from "../../../tests/verapdf.ts";
import { contribution } from "../../contribution/tables.ts";
import { dialogue, person } from "../../dialogue/tables.ts";
import { readCsv, writeCsv } from "../../method/text/csv.ts";
import type { BlockId, ContributionId, PersonId, ThemeId } from "../../platform/ids.ts";
import { doThemes } from "../../themes/themes.server.ts";
import { markdownOf } from "../export/markdown.ts";
import { reportData } from "../export/open-data.ts";
import { openDataSchema, openDataShape } from "../export/open-data-shape.ts";
import { odsFile, odtFile, packageFile } from "../export/package.server.ts";
import { pdfFile } from "../export/pdf.server.ts";
import { drawnReport } from "../picture/drawn.server.tsx";
import { type PublishedPage, publishedPage } from "../publish/published.server.ts";
import { publishReport } from "../publish/reports.server.ts";
import { saveBlock } from "../write/blocks.server.ts";
import { saveDraft } from "../write/drafts.server.ts";
import { documentOf } from "./document.server.ts";
import { wordsIn } from "./document.ts";
import { reportColumns } from "./row-columns.ts";
import { reportRows } from "./rows.ts";

// A typesetter and a program in Java are at work here: a busy machine is no fault.
vi.setConfig({ testTimeout: 180_000 });

let database: FreshDatabase;
let made: Invented;
let page: PublishedPage;
const needs = () => [...made.needIds.values()] as ContributionId[];

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  made = await fillInvented(db);
  const [row] = await db.insert(person).values({ name: "Naomi" }).returning({ id: person.id });
  const naomi = row?.id as PersonId;
  const theme = crypto.randomUUID() as ThemeId;
  const add = { deed: "add" as const, theme, name: "Tijd & <rust>", description: "Eén\n\n=1+1", needs: needs().slice(0, 40) };
  await doThemes(db, made.dialogueId, naomi, add);
  await db
    .update(contribution)
    .set({ text: "=SUM(A1:A9)  <b>&\u0001 “vet”\nregel twee 🌱" })
    .where(eq(contribution.id, needs()[0] as ContributionId));
  await saveDraft(db, made.dialogueId, naomi, {
    introduction: "Waarom\n\nwij dit vroegen.",
    conclusions: "Zo is het.",
    version: 0,
  });
  const [first] = await db
    .select({ number: contribution.number })
    .from(contribution)
    .where(eq(contribution.id, needs()[0] as never));
  await saveBlock(db, made.dialogueId, naomi, crypto.randomUUID() as BlockId, {
    ...{ place: "nodig", version: 0 },
    text: `## Wat wij zien\n\nEr is **te weinig** tijd. [#${first?.number}] Zie [de oproep](https://voorbeeld.example/oproep?a=1&b=2).\n\n- een\n- twee\n\n> #${first?.number}`,
  });
  await publishReport(db, made.dialogueId, { person: naomi }, { number: 1, change: "" });
  const [of] = await db.select().from(dialogue).where(eq(dialogue.id, made.dialogueId));
  page = await publishedPage(db, of ?? null, "1.0");
});
afterAll(() => database?.[Symbol.asyncDispose]());

const flat = (text: string) => text.replaceAll("\u0001", "").replace(/\s+/g, " ").trim();

/** Without the signs of Markdown, its addresses, and what the signs of its tables guard. */
const bare = (text: string) => flat(text.replace(/\]\(https?:[^)]*\)/g, "").replace(/[\\*[\]|]/g, ""));

test("the data of a version are what their schema says, and nothing else", () => {
  const value = JSON.parse(JSON.stringify(reportData(page, page.hash)));
  expect(openDataShape.safeParse(value).error?.issues ?? []).toEqual([]);
  expect(openDataShape.safeParse({ ...value, ballots: [] }).success).toBe(false);
  const schema = openDataSchema("https://voorbeeld.example/verslag.schema.json") as Record<string, unknown>;
  expect(Object.keys(value).sort()).toEqual(Object.keys(schema.properties as object).sort());
  expect(schema).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema", additionalProperties: false });
});

test("a text document holds every word of the report, as headings, lists, tables with heads and links", async () => {
  const bytes = await odtFile(page, "nl");
  const files = openDocumentFiles(bytes, "application/vnd.oasis.opendocument.text");
  const content = readXml(files["content.xml"] ?? "");
  const document = documentOf(page, "nl");
  const [odt, markdown] = [flat(textOf(content)), bare(markdownOf(document))];
  expect(wordsIn(document).filter((words) => !odt.includes(flat(words)))).toEqual([]);
  expect(wordsIn(document).filter((words) => !markdown.includes(bare(words)))).toEqual([]);
  const heads = content.all("text:h");
  expect(heads.map((one) => Number(one.attributes["text:outline-level"]))).toEqual([
    1,
    ...document.parts.flatMap((part) => (part.kind === "heading" ? part.level : [])),
  ]);
  noLevelSkipped(heads.map((one) => Number(one.attributes["text:outline-level"])));
  const tables = content.all("table:table");
  expect(tables.length).toBeGreaterThan(5);
  for (const table of tables) {
    expect(table.all("table:table-header-rows")).toHaveLength(1);
    const width = Number(table.all("table:table-column")[0]?.attributes["table:number-columns-repeated"]);
    for (const row of table.all("table:table-row")) expect(row.all("table:table-cell")).toHaveLength(width);
  }
  const marks = new Set(content.all("text:bookmark").map((one) => `#${one.attributes["text:name"]}`));
  const links = content.all("text:a").map((one) => one.attributes["xlink:href"] ?? "");
  expect(links).toContain("https://voorbeeld.example/oproep?a=1&b=2");
  expect(links.filter((href) => href.startsWith("#") && !marks.has(href))).toEqual([]);
  const styles = readXml(files["styles.xml"] ?? "");
  const known = new Set(
    [...styles.all("style:style"), ...content.all("style:style"), ...styles.all("text:list-style")].map(
      (one) => one.attributes["style:name"],
    ),
  );
  for (const used of everyStyle(content)) expect(known).toContain(used);
  expect(styles.all("style:text-properties")[0]?.attributes).toMatchObject({ "fo:language": "nl", "fo:country": "NL" });
  expect(textOf(readXml(files["meta.xml"] ?? ""))).toContain("Veerkracht in de wijk");
});

test("a spreadsheet gives back every cell of the data, and none is a formula", async () => {
  const files = openDocumentFiles(await odsFile(page, "nl"), "application/vnd.oasis.opendocument.spreadsheet");
  const content = readXml(files["content.xml"] ?? "");
  const sheets = content.all("table:table");
  expect(new Set(sheets.map((one) => one.attributes["table:name"])).size).toBe(sheets.length);
  expect(files["content.xml"]).not.toContain("table:formula");
  const read = (sheets[0] as XmlNode).all("table:table-row").map((row) =>
    row.all("table:table-cell").map((cell) => {
      if (cell.attributes["office:value-type"] === "float") return Number(cell.attributes["office:value"]);
      return cell.all("text:p").map(textOf).join("\n") || null;
    }),
  );
  const plain = (cell: unknown) => (typeof cell === "string" ? cell.replaceAll("\u0001", "").replaceAll("\r", "") || null : cell);
  expect(read).toEqual([[...reportColumns], ...reportRows(page).map((row) => row.map(plain))]);
});

test("the package holds all of it with hashes that are right, and its CSV reads back in both dresses", async () => {
  const bytes = await packageFile(page, "nl", "https://voorbeeld.example");
  const files = unzipSync(bytes);
  const lines = strFromU8(files.SHA256SUMS as Uint8Array)
    .trim()
    .split("\n");
  expect(lines.map((line) => line.slice(66)).sort()).toEqual(
    Object.keys(files)
      .filter((name) => name !== "SHA256SUMS")
      .sort(),
  );
  for (const line of lines)
    expect(
      createHash("sha256")
        .update(files[line.slice(66)] as Uint8Array)
        .digest("hex"),
    ).toBe(line.slice(0, 64));
  const text = (name: string) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(files[name]);
  const rows = reportRows(page);
  expect(text("gegevens.csv")).toBe(writeCsv(reportColumns, rows));
  expect(text("gegevens-puntkomma.csv").startsWith("\uFEFFversie;onderdeel;")).toBe(true);
  const dutch = readCsv(text("gegevens-puntkomma.csv").slice(1), { separator: ";", undoGuard: true });
  const plain = readCsv(text("gegevens.csv"), { undoGuard: true });
  expect(dutch.problems).toEqual([]);
  expect(plain.rows).toHaveLength(rows.length);
  const guarded = text("gegevens.csv");
  expect(guarded).toContain("'=SUM(A1:A9)");
  expect(guarded).not.toMatch(/(^|,)"?=SUM/m);
  expect(openDataShape.safeParse(JSON.parse(text("gegevens.json"))).success).toBe(true);
  expect(text("LICENTIE.md")).toContain("CC BY 4.0");
  expect(text("LEESMIJ.md")).toContain(page.hash);
  expect(await packageFile({ ...page }, "nl", "https://voorbeeld.example")).toBe(bytes);
});

test("the PDF is tagged, names its language and title, and holds every word in the order of the report", async () => {
  const bytes = await pdfFile(page, "nl", "Programmabureau");
  const document = documentOf(page, "nl");
  const read = await readPdf(bytes);
  expect(read).toMatchObject({ part: "1", marked: true, language: "nl-NL", title: page.content.title });
  const headings = document.parts.flatMap((part) => (part.kind === "heading" ? { title: part.text, depth: part.level - 1 } : []));
  expect(read.outline.map(({ title, depth }) => ({ title: flat(title), depth }))).toEqual([
    { title: "Inhoud", depth: 1 },
    ...headings.map(({ title, depth }) => ({ title: flat(title), depth })),
  ]);
  noLevelSkipped(read.outline.map(({ depth }) => depth));
  const count = (role: string) => read.roles.filter((one) => one === role).length;
  const tables = document.parts.filter((part) => part.kind === "table");
  expect(count("Table")).toBeGreaterThanOrEqual(tables.length);
  expect(count("TH")).toBeGreaterThanOrEqual(tables.reduce((sum, { columns }) => sum + columns.length, 0));
  expect(count("TD")).toBeGreaterThanOrEqual(tables.reduce((sum, { rows }) => sum + rows.flat().length, 0));
  for (const role of ["TOC", "H1", "H2", "LI", "Caption", "Link", "BlockQuote"]) expect(read.roles).toContain(role);
  expect(count("Figure")).toBe(0);
  expect(read.links).toContain("https://voorbeeld.example/oproep?a=1&b=2");
  expect(read.fonts.named).toBeGreaterThan(2);
  expect(read.fonts.embedded).toBe(read.fonts.named);
  const paper = onPaper(read.text);
  let from = 0;
  const missing = wordsIn(document).filter((words) => {
    const at = paper.indexOf(onPaper(words.replaceAll("🌱", "[U+1F331]")), from);
    if (at >= 0) from = at;
    return at < 0;
  });
  expect(missing).toEqual([]);
  expect(await pdfFile(page, "nl", "Programmabureau")).toBe(bytes);
});

const vera = findVeraPdf();
test.skipIf(!vera)(`veraPDF finds nothing against PDF/UA-1${vera ? "" : ` (${veraIsMissing})`}`, async () => {
  const bytes = await pdfFile(page, "nl", "Programmabureau");
  expect(await validate(vera ?? "", bytes)).toMatch(/^PASS /);
});

test("the page as it is drawn before is drawn once, and anew for other words and another language", async () => {
  const html = await drawnReport(page, "nl", true);
  expect(await drawnReport({ ...page }, "nl", true)).toBe(html);
  expect(html).toContain('href="/verslag/veerkracht/1/verslag.pdf"');
  expect(html).toContain("=SUM(A1:A9)  &lt;b&gt;&amp;");
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids).toContain("praktijk");
  const english = await drawnReport(page, "en", false);
  expect(english).toContain("What people need");
  expect(english).not.toContain("verslag.pdf");
});

test("who withdraws afterwards is gone from every form", async () => {
  const { db } = database;
  await db
    .update(contribution)
    .set({ state: "withdrawn" })
    .where(eq(contribution.id, needs()[1] as ContributionId));
  const [gone] = await db
    .select()
    .from(contribution)
    .where(eq(contribution.id, needs()[1] as ContributionId));
  const [of] = await db.select().from(dialogue).where(eq(dialogue.id, made.dialogueId));
  const later = await publishedPage(db, of ?? null, "1");
  const before = wordsIn(documentOf(page, "nl")).join("\n");
  const files = unzipSync(await packageFile(later, "nl", ""));
  expect(before.includes(gone?.text ?? "?")).toBe(true);
  for (const name of ["gegevens.csv", "gegevens.json", "verslag.md"])
    expect(strFromU8(files[name] as Uint8Array).includes(gone?.text ?? "")).toBe(false);
  const { text } = await readPdf(await pdfFile(later, "nl", "Programmabureau"));
  expect(onPaper(text).includes(onPaper(gone?.text ?? ""))).toBe(false);
  expect((await drawnReport(later, "nl", true)).includes(gone?.text ?? "")).toBe(false);
  const odt = unzipSync(files["verslag.odt"] as Uint8Array);
  expect(textOf(readXml(strFromU8(odt["content.xml"] as Uint8Array))).includes(gone?.text ?? "")).toBe(false);
});

/** Without spaces, and without hyphens, which a line may end in. */
const onPaper = (text: string) => text.replace(/[\s\u00A0\u00AD\u2010\u2011\u2060-]+/g, "").replaceAll("\u0001", "");

/** The files of an OpenDocument; its kind stands first, as it is, so that programs know it by its first bytes. */
function openDocumentFiles(bytes: Uint8Array, type: string): Record<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  expect(view.getUint16(8, true)).toBe(0);
  expect(strFromU8(bytes.subarray(30, 38 + type.length))).toBe(`mimetype${type}`);
  const files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
  const listed = readXml(files["META-INF/manifest.xml"] ?? "")
    .all("manifest:file-entry")
    .map((one) => one.attributes["manifest:full-path"]);
  expect(listed.sort()).toEqual(
    ["/", ...Object.keys(files).filter((name) => name.endsWith(".xml") && !name.startsWith("META"))].sort(),
  );
  return files;
}

function noLevelSkipped(levels: readonly number[]): void {
  for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
}

const everyStyle = (node: XmlNode): string[] => [
  ...["text:style-name", "table:style-name"].flatMap((name) => node.attributes[name] ?? []),
  ...node.children.flatMap((child) => (typeof child === "string" ? [] : everyStyle(child))),
];
