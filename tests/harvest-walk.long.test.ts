import { createHash } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { and, eq, isNotNull } from "drizzle-orm";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contribution } from "../app/contribution/tables.ts";
import { person } from "../app/dialogue/tables.ts";
import { readCsv } from "../app/method/text/csv.ts";
import type { ContributionId, PersonId, ThemeId } from "../app/platform/ids.ts";
import { erasePerson } from "../app/privacy/erase/erase.server.ts";
import { openDataShape } from "../app/report/export/open-data-shape.ts";
import { dissent, remark, report } from "../app/report/tables.ts";
import { doThemes } from "../app/themes/themes.server.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser, writeInNotation } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { fillInvented, type Invented } from "./invented.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { openPost, type Post } from "./post.ts";
import { readPdf } from "./read-pdf.ts";
import { convert, findOffice, officeIsMissing } from "./soffice.ts";
import { until } from "./until.ts";
import { findVeraPdf, validate, veraIsMissing } from "./verapdf.ts";
import { visit } from "./visit.ts";
import { guestCookie, postForm, teamCookie } from "./visitors.ts";

const bots = 24;
let database: FreshDatabase;
let klankbord: Klankbord;
let browser: Browser;
let post: Post;
let made: Invented;
let cookies: string[];
let organiser: Page;
let analyst: Page;
let reader: Page;
let participant: Page;
let team: string;
const people = () => [...made.personIds.values()] as PersonId[];

/** A session that has ended, 24 of whose people read along, four browsers, and a mail server. */
beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  made = await fillInvented(db);
  const needs = [...made.needIds.values()] as ContributionId[];
  const [lead] = people();
  for (const [name, from, to] of [
    ["Tijd", 0, 30],
    ["Nabijheid", 30, 60],
  ] as const) {
    const deed = { deed: "add" as const, theme: crypto.randomUUID() as ThemeId, name, description: "" };
    await doThemes(db, made.dialogueId, lead as PersonId, { ...deed, needs: needs.slice(from, to) });
  }
  const team = {
    organiser: await teamCookie(db, "organiser", made.dialogueId),
    analyst: await teamCookie(db, "analyst", made.dialogueId),
  };
  cookies = await Promise.all(
    people()
      .slice(0, bots)
      .map((id) => guestCookie(db, id, made.dialogueId)),
  );
  post = await openPost();
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url, SMTP_URL: post.url } });
  browser = await launchBrowser();
  organiser = await open(team.organiser);
  analyst = await open(team.analyst);
  participant = await open(cookies[0] ?? "");
  reader = await open("");
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await post?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

async function open(cookie: string): Promise<Page> {
  const context = await browser.newContext({ locale: "nl", baseURL: klankbord.origin });
  if (cookie) await carryCookie(context, cookie);
  await writeInNotation(context);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return page;
}
const say = async (at: number, path: string, fields: Record<string, string>) => {
  const answer = await postForm(`${klankbord.origin}${path}`, cookies[at] ?? "", fields);
  await answer.arrayBuffer();
  expect([path, answer.status]).toEqual([path, 303]);
};
async function publish(change?: string): Promise<void> {
  await visit(organiser, `/team/${made.slug}/verslag`);
  if (change) await organiser.getByLabel("Wat is er veranderd?").fill(change);
  await organiser.getByRole("checkbox", { name: /^Ik heb het concept nagelezen/ }).check();
  await organiser.getByRole("button", { name: /^Publiceer versie/ }).click();
  await organiser.getByText(/is verschenen\. De e-mails gaan nu uit\./).waitFor();
}

test("a text is written, 24 people read along, two remark, one writes a minority note, each is answered", async () => {
  team = `/team/${made.slug}/verslag`;
  const [first] = await database.db
    .select()
    .from(contribution)
    .where(eq(contribution.kind, "need"))
    .orderBy(contribution.number)
    .limit(1);
  await visit(analyst, `${team}/blokken/${crypto.randomUUID()}?na=kort`);
  await analyst
    .getByLabel("Tekst", { exact: true })
    .fill(`## Wat opvalt\n\nMensen missen tijd. [#${first?.number}]\n\n> #${first?.number}`);
  await analyst.getByText(/^Vanzelf bewaard om/).waitFor();
  await visit(organiser, `${team}/meelezen`);
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const days = { fromDate: day(-1), fromTime: "00:00", untilDate: day(9), untilTime: "17:00" };
  const cookie = (await organiser.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  expect((await postForm(`${klankbord.origin}${team}/meelezen`, cookie, { doen: "dagen", ...days })).status).toBe(303);
  const mine = `/mijn/${made.slug}/verslag`;
  await visit(participant, mine);
  await participant.getByRole("link", { name: "Reageer op: ‘Wat opvalt’" }).click();
  await expectAccessible(participant, "part");
  const part = new URL(participant.url()).pathname;
  for (let at = 0; at < bots; at++) await say(at, part, { doen: "eens" });
  for (const at of [1, 2])
    await say(at, part, {
      doen: "opmerking",
      id: crypto.randomUUID(),
      kind: "remark",
      text: `Dit mist het weekend, zegt ${at}.`,
    });
  await say(3, part, { doen: "standpunt", id: crypto.randomUUID(), text: "Tijd is het niet. Het gaat om vertrouwen." });
  for (const { id } of await database.db.select().from(remark)) {
    const fields = { doen: "antwoord", wat: id, verdict: "partly", answer: "Het weekend noemen wij." };
    expect((await postForm(`${klankbord.origin}${team}/meelezen`, cookie, fields)).status).toBe(303);
  }
  expect(await database.db.select().from(dissent)).toHaveLength(1);
  await visit(organiser, `${team}/meelezen`);
  await expectAccessible(organiser, "review");
});

test("version 1.0 is frozen and stands, with note and agreement; everybody who brought something in has one letter", async () => {
  await publish();
  await reader.goto(`/verslag/${made.slug}`);
  await reader.getByText(/^1\.0, verschenen op/).waitFor();
  await reader.getByText("Tijd is het niet. Het gaat om vertrouwen.").waitFor();
  expect(await reader.getByText("Dit mist het weekend").count()).toBe(0);
  await expectAccessible(reader, "report");
  await reader.goto(`/verslag/${made.slug}/draden`);
  await expectAccessible(reader, "threads");
  await reader.goto(`/verslag/${made.slug}/1/dia`);
  await expectAccessible(reader, "slides");
  const writers = await database.db
    .selectDistinct({ mail: person.mail })
    .from(person)
    .innerJoin(contribution, eq(contribution.personId, person.id))
    .where(and(eq(contribution.dialogueId, made.dialogueId), isNotNull(person.mail)));
  const told = (mail: string | null) =>
    post.letters.filter(({ to, text }) => to === mail && text.includes(`/verslag/${made.slug}/1`)).length;
  await until(() => writers.every(({ mail }) => told(mail) > 0));
  expect(writers.filter(({ mail }) => told(mail) !== 1)).toEqual([]);
});

test("somebody is erased; 1.1 comes out, their words are gone from both, and both keep their hash", async () => {
  const gone = people()[5] as PersonId;
  const [own] = await database.db
    .select()
    .from(contribution)
    .where(and(eq(contribution.personId, gone), eq(contribution.kind, "need")));
  const [before] = await database.db.select().from(report);
  await erasePerson(database.db, gone, "command");
  await publish("Een bijdrage is gewist.");
  for (const number of ["1.0", "1.1"]) {
    const text = await (await fetch(`${klankbord.origin}/verslag/${made.slug}/${number}/verslag.md`)).text();
    expect(text).toContain("Tijd is het niet. Het gaat om vertrouwen.");
    expect(text).not.toContain(own?.text ?? "?");
  }
  const [after] = await database.db.select().from(report).where(eq(report.number, 1));
  expect(after?.hash).toBe(before?.hash);
  await visit(participant, `/mijn/${made.slug}/inbreng`);
  await expectAccessible(participant, "my-thread");
});

test("all forms of both versions open in programs that are not ours, and say the same numbers", async () => {
  const [office, vera] = [findOffice(), findVeraPdf()];
  if (!office) console.error(officeIsMissing);
  if (!vera) console.error(veraIsMissing);
  const file = async (path: string) =>
    new Uint8Array(await (await fetch(`${klankbord.origin}/verslag/${made.slug}/${path}`)).arrayBuffer());
  for (const number of [1, 2]) {
    const pdf = await file(`${number}/verslag.pdf`);
    expect(await readPdf(pdf)).toMatchObject({ part: "1", marked: true, language: "nl-NL" });
    if (vera) expect(await validate(vera, pdf)).toMatch(/^PASS/);
    const json = openDataShape.parse(JSON.parse(strFromU8(await file(`${number}/gegevens.json`))));
    const { header, rows } = readCsv(strFromU8(await file(`${number}/gegevens.csv`)));
    const column = (name: string) => header.indexOf(name);
    const csv = rows.filter((row) => row[column("onderdeel")] === "deelname" && row[column("uitsplitsing")] === "vakgebied");
    const said = json.taken.fields.map(({ size }) => (size.status === "people" ? String(size.people) : ""));
    expect(csv.map((row) => row[column("aantal")])).toEqual(said);
    const zip = unzipSync(await file(`${number}/pakket.zip`));
    const hashes = Object.entries(zip).find(([name]) => /sha256|hash/i.test(name));
    expect(hashes).toBeDefined();
    const sum = createHash("sha256")
      .update(zip["gegevens.csv"] ?? "")
      .digest("hex");
    expect(strFromU8(hashes?.[1] ?? new Uint8Array())).toContain(sum);
    expect(
      Buffer.from(await file(`${number}/dia/1.png`))
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
    if (!office) continue;
    const odt = { bytes: await file(`${number}/verslag.odt`), ending: "odt" };
    expect((await convert(office, odt, "txt:Text (encoded):UTF8")).toString("utf8")).toContain("Het gaat om vertrouwen.");
    const ods = { bytes: await file(`${number}/tabellen.ods`), ending: "ods" };
    const table = (await convert(office, ods, "csv:Text - txt - csv (StarCalc):44,34,76,1")).toString("utf8");
    expect(readCsv(table, { separator: "," }).rows).toHaveLength(rows.length);
  }
});
