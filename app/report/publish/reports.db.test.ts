import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { fillInvented, type Invented } from "../../../tests/invented.ts";
import { contribution } from "../../contribution/tables.ts";
import { registration } from "../../dialogue/people/tables.ts";
import { dialogue, person } from "../../dialogue/tables.ts";
import { readCsv, writeCsv } from "../../method/text/csv.ts";
import type { ContributionId, InsightId, PersonId, ThemeId } from "../../platform/ids.ts";
import { mail } from "../../platform/mail/tables.ts";
import { ballot, insight } from "../../session/insights/tables.ts";
import { doThemes } from "../../themes/themes.server.ts";
import { reportColumns } from "../document/row-columns.ts";
import { reportRows } from "../document/rows.ts";
import { checkRows } from "../export/check-data.ts";
import { reportData } from "../export/open-data.ts";
import { report } from "../tables.ts";
import { chooseNotes, findDraft, listNotes, saveDraft } from "../write/drafts.server.ts";
import { findDraftPage, findReportPage } from "./page.server.ts";
import { hashOf, publishReport } from "./reports.server.ts";

let database: FreshDatabase;
let made: Invented;
let [naomi, bas] = ["", ""] as PersonId[] as [PersonId, PersonId];
const theme = crypto.randomUUID() as ThemeId;
const needs = () => [...made.needIds.values()] as ContributionId[];
const people = () => [...made.personIds.values()] as PersonId[];
const insights = () => [...made.insightIds.values()] as InsightId[];

beforeAll(async () => {
  database = await freshDatabase();
  made = await fillInvented(database.db);
  const rows = await database.db
    .insert(person)
    .values([{ name: "Naomi" }, { name: "Bas" }])
    .returning({ id: person.id });
  [naomi, bas] = rows.map((row) => row.id) as [PersonId, PersonId];
  // everybody on the first insight, so that it has a breakdown
  for (const [at, personId] of people().entries()) {
    const [own] = await database.db.select().from(registration).where(eq(registration.personId, personId));
    const choice = at % 3 === 0 ? "disagree" : "agree";
    await database.db
      .insert(ballot)
      .values({
        insightId: insights()[0] as InsightId,
        personId,
        choice,
        fit: choice === "agree" ? "fits" : "not",
        fieldId: own?.fieldId ?? null,
        partyId: own?.partyId ?? null,
        at: sql`now() - interval '1 hour'`,
      })
      .onConflictDoUpdate({
        target: [ballot.insightId, ballot.personId],
        set: { choice, fit: choice === "agree" ? "fits" : "not", at: sql`now() - interval '1 hour'` },
      });
  }
  await doThemes(database.db, made.dialogueId, naomi, {
    deed: "add",
    theme,
    name: "Tijd",
    description: "",
    needs: needs().slice(0, 40),
  });
});
afterAll(() => database?.[Symbol.asyncDispose]());

const publish = (number: number, change = "aangevuld") =>
  publishReport(database.db, made.dialogueId, { person: naomi }, { number, change });
const of = async () => (await database.db.select().from(dialogue).where(eq(dialogue.id, made.dialogueId)))[0] as never;
const page = async (number?: number) => {
  const found = await findReportPage(database.db, await of(), number);
  if (!found) throw new Error("no version");
  return found;
};

describe("what people write", () => {
  test("two writers at once: the later one is told, and nothing is overwritten", async () => {
    const write = (who: PersonId, introduction: string, version: number) =>
      saveDraft(database.db, made.dialogueId, who, { introduction, conclusions: "", version });
    expect(await write(naomi, "Van Naomi", 0)).toEqual({ status: "saved", version: 1 });
    expect(await write(bas, "Van Bas", 0)).toEqual({ status: "conflict", by: "Naomi" });
    expect((await findDraft(database.db, made.dialogueId)).introduction).toBe("Van Naomi");
  });

  test("two who choose notes at once both get what they chose", async () => {
    const [first, second, third] = (await listNotes(database.db, made.dialogueId)).map(({ id }) => id);
    await Promise.all([
      chooseNotes(database.db, made.dialogueId, naomi, { add: [first as string], remove: [] }),
      chooseNotes(database.db, made.dialogueId, bas, { add: [second as string, crypto.randomUUID()], remove: [] }),
    ]);
    await chooseNotes(database.db, made.dialogueId, bas, { add: [third as string], remove: [second as string] });
    expect(new Set((await findDraft(database.db, made.dialogueId)).chosenIds)).toEqual(new Set([first, third]));
  });
});

describe("publishing", () => {
  test("freezes version 1, moves the dialogue on, and mails each contributor once", async () => {
    expect(await Promise.all([publish(1), publish(1)])).toEqual(
      expect.arrayContaining([
        { status: "published", number: 1 },
        { status: "meanwhile", number: 1 },
      ]),
    );
    const mails = await database.db.select().from(mail).where(eq(mail.kind, "report.published"));
    expect(mails).toHaveLength(72);
    expect(new Set(mails.map(({ personId }) => personId)).size).toBe(72);
    const [row] = await database.db.select({ state: dialogue.state }).from(dialogue).where(eq(dialogue.id, made.dialogueId));
    expect(row?.state).toBe("published");
    const [version] = await database.db.select().from(report);
    expect(version && hashOf(version.content)).toBe(version?.hash);
  });

  test("holds numbers and references: no text of a participant, no name, no address", async () => {
    const [version] = await database.db
      .select({ all: sql<string>`content::text || basis::text` })
      .from(report)
      .where(eq(report.number, 1));
    const texts = await database.db.select({ text: contribution.text }).from(contribution);
    for (const { text } of texts) if (text.length > 20) expect(version?.all).not.toContain(JSON.stringify(text).slice(1, -1));
    for (const one of await database.db.select().from(person)) {
      if (one.mail) expect(version?.all).not.toContain(one.mail);
      if (one.name.length > 6) expect(version?.all).not.toContain(one.name);
    }
  });

  test("page, csv and json show no name, no address and no id of a person", async () => {
    const shown = JSON.stringify(reportData(await page(), "hash")) + JSON.stringify(reportRows(await page()));
    for (const one of await database.db.select().from(person)) {
      if (one.mail) expect(shown).not.toContain(one.mail);
      if (one.name.includes(" ")) expect(shown).not.toContain(one.name);
      expect(shown).not.toContain(one.id);
    }
  });

  test("conditions and examples stand without field: beside the figures they would tell who chose what", async () => {
    const { content, quotes } = await page();
    const told = content.insights.flatMap(({ conditions, examples }) => [...conditions, ...examples]);
    expect(told.length).toBeGreaterThan(10);
    for (const { id } of told) expect(quotes[id]).toMatchObject({ status: "there", field: null });
  });

  test("what is withdrawn, hidden or erased afterwards is no longer to be read in the version", async () => {
    const [one, two, three] = needs();
    await database.db
      .update(contribution)
      .set({ state: "withdrawn" })
      .where(eq(contribution.id, one as ContributionId));
    await database.db
      .update(contribution)
      .set({ state: "hidden" })
      .where(eq(contribution.id, two as ContributionId));
    await database.db
      .update(contribution)
      .set({ state: "erased", text: "" })
      .where(eq(contribution.id, three as ContributionId));
    const { quotes } = await page(1);
    expect([one, two, three].map((id) => quotes[id as ContributionId]?.status)).toEqual(["withdrawn", "hidden", "erased"]);
    const draft = await findDraftPage(database.db, await of(), new Date());
    const still = draft.content.themes.flatMap((own) => own.needs.map(({ id }) => id));
    expect(still).toHaveLength(37);
    expect([one, two, three].some((id) => still.includes(id as ContributionId))).toBe(false);
  });

  test("a later version repeats figures while four people changed, and counts again at five", async () => {
    const before = (await page(1)).content.insights[0];
    const change = async (who: readonly PersonId[]) => {
      for (const [at, personId] of who.entries())
        await database.db
          .update(ballot)
          .set({ choice: at % 2 === 0 ? "skip" : "not-my-field", fit: null, at: sql`clock_timestamp()` })
          .where(sql`${ballot.insightId} = ${insights()[0]} and ${ballot.personId} = ${personId}`);
    };
    await change(people().slice(0, 4));
    expect(await publish(2)).toEqual({ status: "published", number: 2 });
    expect((await page(2)).content.insights[0]?.ballots).toEqual(before?.ballots);
    await change(people().slice(4, 5));
    await publish(3);
    const after = (await page(3)).content.insights[0];
    expect(after?.ballots).not.toEqual(before?.ballots);
    expect(after?.ballots.total).toMatchObject({ people: 72 });
  });

  test("erasing the choices of four people repeats too, of five counts again", async () => {
    const before = (await page(3)).content.insights[0]?.ballots;
    const drop = (who: readonly PersonId[]) =>
      Promise.all(who.map((personId) => database.db.delete(ballot).where(eq(ballot.personId, personId))));
    await drop(people().slice(10, 14));
    await publish(4);
    expect((await page(4)).content.insights[0]?.ballots).toEqual(before);
    await drop(people().slice(14, 15));
    await publish(5);
    expect((await page(5)).content.insights[0]?.ballots.total).toMatchObject({ people: 67 });
  });

  test("marks stay with the themes they were counted by, when needs move", async () => {
    const before = (await page(5)).content.priorities;
    await doThemes(database.db, made.dialogueId, naomi, {
      deed: "split",
      from: theme,
      theme: crypto.randomUUID() as ThemeId,
      name: "Los",
      description: "",
      needs: needs().slice(5, 9),
    });
    await publish(6);
    const now = await page(6);
    expect(now.content.priorities).toEqual(before);
    expect(now.content.themes.map(({ name }) => name)).toContain("Los");
  });

  test("an archived dialogue publishes nothing, and its report stays to be read", async () => {
    await database.db.update(dialogue).set({ state: "archived" }).where(eq(dialogue.id, made.dialogueId));
    await expect(publish(7)).rejects.toMatchObject({ code: "not-now" });
    expect((await page()).number).toBe(6);
    await database.db.update(dialogue).set({ state: "published" }).where(eq(dialogue.id, made.dialogueId));
  });
});

describe("the data", () => {
  test("csv comes back as it went, with its columns in their fixed order", async () => {
    const rows = reportRows(await page());
    const written = writeCsv(reportColumns, rows);
    const { header, rows: back, problems } = readCsv(written, { undoGuard: true });
    expect(problems).toEqual([]);
    expect(header).toEqual([...reportColumns]);
    expect(back).toEqual(rows.map((row) => row.map((cell) => (cell === null ? "" : String(cell).replaceAll("\r\n", "\n")))));
    expect(written.split("\r\n")[0]).toBe(
      "versie,onderdeel,nummer,bij,tekst,situatie,voor_wie,geprobeerd,zou_helpen,hoe_zwaar,uitsplitsing,groep,antwoord,aantal,van,laag,hoog,status,hoe_vaak,raakt,zelfde_als,inzicht_versie,gewijzigd_omdat",
    );
  });

  test("an insight that was reworded is told with its former words and why they changed", async () => {
    const [first] = (await page()).content.insights;
    if (!first) throw new Error("no insight");
    const { number, id } = first;
    const why = "De uitzondering ontbrak.";
    await database.db.update(insight).set({ version: 2, changedBecause: why }).where(eq(insight.id, id));
    await database.db
      .insert(insight)
      .values({ dialogueId: made.dialogueId, number, position: 0, state: "replaced", text: "Zoals het eerst stond" });
    const shown = await page();
    const place = (name: (typeof reportColumns)[number]) => reportColumns.indexOf(name);
    const told = checkRows(reportRows(shown))
      .filter((row) => row[place("nummer")] === number && String(row[place("onderdeel")]).includes("inzicht"))
      .map((row) => (["onderdeel", "tekst", "inzicht_versie", "gewijzigd_omdat"] as const).map((name) => row[place(name)]));
    const now = shown.insights[id]?.text;
    expect(told).toEqual([
      ["inzicht", now, 2, why],
      ["eerdere versie van inzicht", "Zoals het eerst stond", 1, ""],
    ]);
    expect(reportData(shown, "hash").insights[0]).toMatchObject({
      ...{ text: now, version: 2, changedBecause: why },
      earlier: [{ version: 1, text: "Zoals het eerst stond", changedBecause: null }],
    });
  });

  test("a text that a spreadsheet would run is guarded", async () => {
    const id = needs()[20] as ContributionId;
    await database.db.update(contribution).set({ text: '=HYPERLINK("http://voorbeeld.example")' }).where(eq(contribution.id, id));
    const text = writeCsv(reportColumns, reportRows(await page()));
    expect(text).toContain(`"'=HYPERLINK(""http://voorbeeld.example"")"`);
  });

  test("csv and json say the same figures, and withhold the same", async () => {
    const shown = await page();
    const json = reportData(shown, "hash");
    const column = (name: (typeof reportColumns)[number]) => reportColumns.indexOf(name);
    const csv = reportRows(shown).filter(
      (row) => row[column("onderdeel")] === "deelname" && row[column("uitsplitsing")] === "soort partij",
    );
    expect(csv.map((row) => row[column("aantal")])).toEqual(
      json.taken.parties.map(({ size }) => (size as { people?: number }).people ?? null),
    );
    expect(csv.some((row) => row[column("status")] === "niet getoond")).toBe(true);
    for (const row of csv) expect(row[column("aantal")] === null || Number(row[column("aantal")]) >= 5).toBe(true);
  });

  test("rows of people per field, party, their crossing and province never tell of one to four", async () => {
    const { content } = await page();
    const { table, areas } = content.taken;
    for (const { size } of [...table.fields, ...table.parties, ...table.cells, ...areas])
      expect(size.status === "withheld" || size.people >= 5).toBe(true);
    if (table.total.status !== "people") throw new Error("no total");
    for (const side of ["fields", "parties"] as const) {
      const hidden = table[side].filter(({ size }) => size.status === "withheld");
      const told = table[side].reduce((sum, { size }) => sum + (size.status === "people" ? size.people : 0), 0);
      const rest = table.total.people - told;
      expect(hidden.length === 0 || rest === 0 || rest >= 5).toBe(true);
    }
  });
});
