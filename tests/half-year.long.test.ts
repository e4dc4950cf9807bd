import { writeFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from "vitest";
import { seedAreas } from "../app/areas/areas.server.ts";
import { networkCircle, networkCommitment } from "../app/db/network.ts";
import { contribution, decision, dialogue, programmeItem, registration, session } from "../app/db/schema.ts";
import type { PersonId, ThemeId } from "../app/ids.ts";
import { revealInsights } from "../app/insights/reveal.server.ts";
import { sweepConsultations } from "../app/network/circles.server.ts";
import { remindCommitments } from "../app/network/commitments.server.ts";
import { prepareDigests } from "../app/network/digest.server.ts";
import { readNeeds } from "../app/network/needs.server.ts";
import { sendProgrammeNews } from "../app/programme/news.server.ts";
import { sweepHeld } from "../app/session/consultation.server.ts";
import { doThemes } from "../app/themes/themes.server.ts";
import { fillIn, readForms } from "../demo/form.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { fillInvented, type Invented } from "./invented.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { type Letter, linkIn, openPost, type Post } from "./post.ts";
import { until } from "./until.ts";
import { visit } from "./visit.ts";
import { guestCookie, postForm, teamCookie } from "./visitors.ts";

// Half a year after the report, lived in browsers with real mail: from programme to network, to a consultation held live to its end, to
// commitments, and to who is asked for the next meeting. What waits for a day is asked as on that day; the rest goes as it goes.

let database: FreshDatabase;
let klankbord: Klankbord;
let browser: Browser;
let post: Post;
let made: Invented;
let organiser: Page;
let reader: Page;
let noor: Page;
let sam: Page;
let bo: Page;
let ilse: Page;
const cookies = new Map<number, string>();
const slug = "veerkracht";
const team = `/team/${slug}`;
const themes = ["Eén vast gezicht", "Tijd om te luisteren", "Geld dat blijft", "Plekken in de wijk"];
const names = ["Noor de Wit", "Sam Jansen", "Bo Visser", "Ilse Bakker"];
const voters = 12;

const people = () => [...made.personIds.values()] as PersonId[];
const who = (n: number) => people()[n] as PersonId;
const mailOf = (n: number) => `p${String(n + 1).padStart(3, "0")}@voorbeeld.example`;
const letter = (n: number, says: string) => post.letter(mailOf(n), ({ subject, text }) => `${subject}\n${text}`.includes(says));
const day = (days: number) => new Date(Date.now() + days * 86_400_000);
const isoDay = (days: number) => day(days).toISOString().slice(0, 10);

async function open(cookie = "", origin = klankbord.origin): Promise<Page> {
  const context = await browser.newContext({ locale: "nl-NL", timezoneId: "Europe/Amsterdam", baseURL: origin });
  await carryCookie(context, cookie);
  const page = await context.newPage();
  page.on("dialog", (dialog) => dialog.accept());
  return page;
}
async function see(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name);
  if (!process.env.PICTURES) return;
  const size = page.viewportSize();
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${process.env.PICTURES}/half-${name}-${width}.png`, fullPage: true });
  }
  if (size) await page.setViewportSize(size);
}
/** Of somebody without a browser. */
async function say(n: number, at: string, fields: Record<string, string>): Promise<void> {
  const answer = await postForm(`${klankbord.origin}${at}`, cookies.get(n) ?? "", fields);
  expect([at, answer.status, answer.status === 303 ? "" : await answer.text()]).toEqual([at, 303, ""]);
}
/** One comes in by a personal link from a letter: it shows a button, and leads to where the letter is about. */
async function comeIn(page: Page, { text }: Letter, where: string): Promise<void> {
  const link = /https?:\/\/\S+\/mee\/\S+/.exec(text)?.[0];
  if (!link) throw new Error(`no personal link in: ${text}`);
  await page.goto(link);
  await page.locator("main form button").first().click();
  await page.waitForURL(`**${where}**`);
}
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" }).click();
const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

beforeEach(() => {
  onTestFailed(async () => {
    for (const page of [organiser, reader, noor, sam, bo, ilse])
      if (page) console.error(`--- ${page.url()}\n${(await page.locator("body").innerText()).slice(0, 700)}`);
  });
});
beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  await seedAreas(db);
  made = await fillInvented(db);
  const own = await db
    .select({ id: contribution.id })
    .from(contribution)
    .where(and(eq(contribution.personId, who(0)), eq(contribution.kind, "need")));
  const needs = [...new Set([...own.map(({ id }) => id), ...made.needIds.values()])];
  for (const [at, name] of themes.entries())
    await doThemes(db, made.dialogueId, who(0), {
      ...{ deed: "add", theme: crypto.randomUUID() as ThemeId, name, description: "" },
      needs: needs.slice(20 * at, 20 * at + 20),
    });
  await revealInsights(db, made.dialogueId, who(0), "all");
  const cookie = await teamCookie(db, "organiser", made.dialogueId, { name: "Olga Meijer", mail: "olga@team.example" });
  for (let n = 0; n < voters; n++) cookies.set(n, await guestCookie(db, who(n), made.dialogueId));
  post = await openPost();
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url, SMTP_URL: post.url } });
  browser = await launchBrowser();
  organiser = await open(cookie);
  reader = await open();
  [noor, sam, bo, ilse] = (await Promise.all([0, 1, 2, 3].map((n) => open(cookies.get(n))))) as [Page, Page, Page, Page];
});
afterAll(async () => {
  if (process.env.LETTERS && post)
    for (const [at, { subject, html }] of post.letters.entries())
      writeFileSync(`${process.env.LETTERS}/${at}-${subject.replaceAll(/\W+/g, "-").slice(0, 60)}.html`, html);
  await browser?.close();
  for (const one of [klankbord, post, database]) await one?.[Symbol.asyncDispose]();
});

test("January: report 1.0 comes out, and becomes a programme of twelve items", async () => {
  await visit(organiser, `${team}/verslag`);
  await organiser.getByRole("checkbox", { name: /^Ik heb het concept nagelezen/ }).check();
  await press(organiser, /^Publiceer versie/);
  await sees(organiser, /is verschenen\. De e-mails gaan nu uit\./);
  await letter(0, `/verslag/${slug}/1`);
  for (let n = 0; n < 12; n++) {
    const theme = themes[n % 3] as string;
    if (n < 3) {
      await visit(organiser, `${team}/programma`);
      await organiser.getByRole("link", { name: `Maak een programmapunt (${theme})` }).click();
      await sees(organiser, "Nieuw programmapunt");
    } else {
      await visit(organiser, `${team}/programma/nieuw`);
      await organiser.getByRole("checkbox", { name: theme }).check();
    }
    await organiser.getByLabel("Wat gaat er gebeuren?").fill(`Punt ${n + 1}: ${theme.toLowerCase()}, samen`);
    await organiser.getByRole("radio", { name: n % 2 ? "Ontmoeting" : "Mensen" }).check();
    await organiser.getByLabel("Stap 1", { exact: true }).fill("Wijkteams bellen die willen beginnen");
    await organiser.getByLabel("Datum (Stap 1)").fill(isoDay(30));
    await press(organiser, "Bewaar");
    await sees(organiser, "Het programmapunt is bewaard.");
  }
  expect(await database.db.$count(programmeItem)).toBe(12);
  await visit(organiser, `${team}/programma`);
  await see(organiser, "programme");
});

test("each theme gets an answer with a reason; what has none is shown as such", async () => {
  for (const [at, verdict] of ["Dit pakken we op", "Later", "Dit doen we niet"].entries()) {
    await visit(organiser, `${team}/programma/antwoorden`);
    const theme = organiser
      .locator("section.rail", { has: organiser.getByRole("heading", { name: themes[at] as string }) })
      .first();
    await theme.getByText("Geef antwoord", { exact: true }).click();
    await theme.getByRole("radio", { name: verdict, exact: true }).check();
    await theme.getByLabel("Waarom?").fill(`Omdat dit ${at + 1} keer aan tafel kwam.`);
    await theme.getByRole("button", { name: "Bewaar het antwoord" }).click();
    await sees(organiser, "Uw antwoord is bewaard.");
  }
  expect(await database.db.$count(decision)).toBe(3);
  await organiser
    .locator("section.rail", { hasText: themes[3] as string })
    .first()
    .getByText("Geef antwoord")
    .waitFor();
  await see(organiser, "answers");
});

test("February: people react by a letter, an item changes for it, and progress is told by who looks after it", async () => {
  await visit(organiser, `${team}/programma`);
  await press(organiser, "Vraag om reacties");
  await sees(organiser, "Deelnemers kunnen reageren");
  await comeIn(noor, await letter(0, "Zou dit u helpen?"), `/mijn/${slug}/programma`);
  const item = noor.locator("section.finding", { hasText: "Punt 1:" });
  await item.getByRole("radio", { name: "Ja, onder een voorwaarde" }).check();
  await item.getByRole("textbox").fill("Mits het ook op dinsdag kan.");
  await item.getByRole("button", { name: "Bewaar mijn reactie" }).click();
  await sees(noor, "Uw reactie is bewaard.");
  const [first] = await database.db.select().from(programmeItem).where(eq(programmeItem.number, 1));
  for (let n = 1; n < voters; n++) await say(n, `/mijn/${slug}/programma`, { item: first?.id ?? "", fit: "fits", text: "" });
  await see(noor, "reaction");
  await visit(organiser, `${team}/programma/1`);
  await organiser.getByLabel("Wat gaat er gebeuren?").fill("Elke dinsdag een spreekuur in de wijk");
  await organiser.getByLabel("Wat is er gewijzigd, en waarom?").fill("U vroeg om een vaste dag.");
  await organiser.getByRole("checkbox", { name: "Mits het ook op dinsdag kan." }).check();
  await press(organiser, "Bewaar");
  await sees(organiser, "Het programmapunt is bewaard.");
  await noor.reload();
  await sees(noor, "Mede door uw reactie is dit punt gewijzigd.");

  await visit(organiser, `${team}/programma/1/mensen`);
  await organiser.getByLabel("Rol of organisatie").fill("Gemeente Oosterlaak");
  await organiser.getByLabel("Naam").fill("Henk de Vries");
  await organiser.getByLabel("E-mailadres").fill("henk@oosterlaak.example");
  await press(organiser, "Voeg toe");
  await sees(organiser, "heeft nog niet geantwoord");
  await reader.goto(linkIn(await post.letter("henk@oosterlaak.example", ({ text }) => text.includes("/punt/")), "/punt"));
  await reader.getByLabel("Wat is er nieuw?").fill("Drie buurthuizen doen mee.");
  await reader.getByRole("radio", { name: "Er is besloten dat het doorgaat" }).check();
  await press(reader, "Verstuur");
  await sees(reader, "Dank u wel. Uw bericht staat erbij.");
  await visit(organiser, `${team}/programma`);
  await press(organiser, "Zet het programma open");
  await sees(organiser, "Iedereen kan het programma lezen");
  await reader.goto(`/programma/${slug}`);
  await sees(reader, "Elke dinsdag een spreekuur in de wijk");
  await sees(reader, "Drie buurthuizen doen mee.");
  await see(reader, "programme-public");
});

test("who is behind a need hears it once, and stops it in one tap", async () => {
  const later = new Date(Date.now() + 3_600_000);
  await sendProgrammeNews(database.db, later);
  await sendProgrammeNews(database.db, later);
  const news = await letter(0, "Drie buurthuizen doen mee.");
  expect(news.text).toContain("U vroeg om een vaste dag.");
  await until(() => letters(news.subject).length >= voters);
  const to = letters(news.subject).map((one) => one.to);
  expect(new Set(to).size).toBe(to.length);
  await reader.goto(linkIn(news, "/programmapost"));
  await press(reader, "Stuur mij hierover niets meer");
  await sees(reader, "Nu krijgt u dit niet.");
  await noor.goto(`/mijn/${slug}/inbreng`);
  await sees(noor, "Omdat dit 1 keer aan tafel kwam.");
  await see(noor, "what-became-of-it");
});
const letters = (subject: string): readonly Letter[] => post.letters.filter((one) => one.subject === subject);

test("March: participants become members; an ask finds a colleague, who writes, and is thanked", async () => {
  const offers = ["", "Schuldhulpverlening aan jongeren", "Taalles aan nieuwkomers", "Ruimte in ons buurthuis"];
  for (const [n, page] of [noor, sam, bo, ilse].entries()) {
    await page.goto(`/mijn/${slug}/netwerk`);
    await page.getByLabel("Hoe u heet").fill(names[n] as string);
    await page.getByLabel("Wat kunt u bieden?").fill(offers[n] as string);
    for (const part of ["Naam", "Wat ik kan bieden"]) await page.getByLabel(`Wie ziet dit? (${part})`).selectOption("members");
    await page.getByRole("button", { name: "Word lid" }).last().click();
    await sees(page, "U bent lid van het netwerk.");
  }
  await noor.goto(`/netwerk/${slug}/vragen/nieuw`);
  await noor.getByRole("radio", { name: "Ik zoek iets" }).check();
  await noor.getByRole("textbox", { name: "In één zin" }).fill("Wie werkt er in de wijk met jongeren die schulden hebben?");
  await readNeeds(database.db);
  await press(noor, "Zet in het netwerk");
  await sees(noor, /omdat dit lid .*‘schuldhulpverlening’.* aanbiedt/);
  expect(await noor.getByText(/‘(werkt|wijk)’/).count()).toBe(0);
  await see(noor, "ask");
  await sam.goto(`/netwerk/${slug}/vragen`);
  await sam.getByRole("link", { name: /^Wie werkt er in de wijk/ }).click();
  await sam.getByRole("textbox", { name: "Uw bericht" }).fill("Bel mij gerust, wij doen dit elke week.");
  await press(sam, "Stuur uw reactie");
  await sees(sam, "Uw bericht is verstuurd.");
  const got = await letter(0, "Bel mij gerust");
  expect(got.text).not.toContain(mailOf(1));
  await comeIn(noor, got, `/mijn/${slug}/berichten`);
  await noor.getByText("Antwoord aan Sam Jansen").click();
  await noor.getByRole("textbox", { name: "Uw bericht" }).fill("Graag, dinsdag?");
  await press(noor, "Stuur het antwoord");
  expect((await letter(1, "Graag, dinsdag?")).text).not.toContain(mailOf(0));
  await noor.goto(`/netwerk/${slug}/vragen`);
  await noor.getByRole("link", { name: /^Wie werkt er in de wijk/ }).click();
  await noor.getByRole("textbox", { name: "Een bedankje" }).fill("Dank, dit hielp ons verder.");
  await press(noor, "Ja, dit is beantwoord");
  await sees(noor, "Dank, dit hielp ons verder.");
  await letter(1, "Dank, dit hielp ons verder.");
});

test("April: an entry is published, found by a need, and used elsewhere under a condition; the overview comes once", async () => {
  await sam.goto(`/netwerk/${slug}/praktijk/nieuw/schrijven`);
  await sam.getByRole("textbox", { name: "Hoe heet het?" }).fill("Vaste gezinswerker met eigen budget");
  await sam.getByRole("textbox", { name: "De situatie" }).fill("Gezinnen zagen steeds een ander gezicht.");
  await sam.getByRole("textbox", { name: "Wat wij deden" }).fill("Eén werker blijft twee jaar.");
  await sam.getByRole("checkbox", { name: themes[0] as string }).check();
  await press(sam, "Stuur naar het team");
  await sees(sam, "Uw voorbeeld is bewaard en wacht op het team.");
  await visit(organiser, `${team}/netwerk`);
  const waits = organiser.locator(".card", { hasText: "Vaste gezinswerker met eigen budget" });
  await waits.getByRole("button", { name: "Zet in de bibliotheek" }).click();
  await sees(organiser, "Het voorbeeld staat in de bibliotheek.");
  await letter(1, "staat in de bibliotheek");
  const word = await wordOfANeed(themes[0] as string);
  await bo.goto(`/netwerk/${slug}/praktijk?q=${encodeURIComponent(word)}`);
  await sees(bo, `Hoort bij ‘${themes[0]}’`);
  await see(bo, "library");
  await bo.getByRole("link", { name: "Vaste gezinswerker met eigen budget" }).click();
  await bo.getByRole("radio", { name: "Past onder voorwaarden" }).check();
  await bo.getByRole("textbox", { name: "Waarom, of onder welke voorwaarde?" }).fill("Mits de gemeente het betaalt.");
  await press(bo, "Bewaar uw ervaring");
  await sees(bo, "Uw ervaring is bewaard.");
  await see(bo, "entry");
  await ilse.goto(`/mijn/${slug}/netwerk`);
  await ilse.getByRole("checkbox", { name: "Mail mij één keer per week wat bij mij past" }).check();
  await press(ilse, "Bewaar uw kaart");
  await sees(ilse, "Uw kaart is bewaard.");
  await noor.goto(`/netwerk/${slug}/vragen/nieuw`);
  await noor.getByRole("radio", { name: "Ik zoek iets" }).check();
  await noor.getByRole("textbox", { name: "In één zin" }).fill("Wie heeft een buurthuis met een keuken?");
  await press(noor, "Zet in het netwerk");
  await sees(noor, "Het staat in het netwerk.");
  for (const days of [0, 1]) await prepareDigests(database.db, day(days));
  const overview = await letter(3, "Wie heeft een buurthuis met een keuken?");
  expect(overview.text).toContain("omdat u ‘buurthuis’ aanbiedt");
  expect(post.letters.filter(({ to, subject }) => to === mailOf(3) && subject === overview.subject)).toHaveLength(1);
});

/** A word that stands in a need of this theme, and in no entry. */
async function wordOfANeed(theme: string): Promise<string> {
  const { rows } = await database.db.execute<{ text: string }>(sql`
    select c.text from contribution c join placement p on p.contribution_id = c.id join theme t on t.id = p.theme_id
    where t.name = ${theme} and c.shared = 'all' and c.state = 'visible' order by c.number`);
  const word = rows.flatMap(({ text }) => text.match(/\p{Ll}{9,}/gu) ?? [])[0];
  if (!word) throw new Error("no word");
  return word;
}

test("May: colleagues are asked to consult, choose a day, and hold it live to its end; nothing of it stays", async () => {
  const { db } = database;
  await noor.goto(`/netwerk/${slug}/groepen`);
  await noor.getByRole("link", { name: "Vraag intervisie" }).click();
  await noor.getByLabel("Waar gaat uw vraag over?").fill("Wie is aan zet?");
  await noor.getByLabel("Wat speelt er, en wat is uw vraag?").fill("Twee wijkteams, één gezin.");
  for (const name of names.slice(1)) await noor.getByRole("checkbox", { name }).check();
  await press(noor, "Vraag deze collega’s");
  await sees(noor, "De collega’s krijgen een e-mail.");
  const home = new URL(noor.url()).pathname;
  for (const [at, page] of [sam, bo, ilse].entries()) {
    const asked = await letter(at + 1, "Denkt u mee?");
    expect(asked.text).not.toContain("Twee wijkteams, één gezin.");
    await comeIn(page, asked, `/netwerk/${slug}/groepen`);
    await page.getByRole("link", { name: "Wie is aan zet?" }).click();
    await press(page, "Ja, ik doe mee");
    await sees(page, "U doet mee.");
  }
  await noor.reload();
  await noor.getByLabel("Dag 1").fill(isoDay(10));
  await noor.getByLabel("Tijd 1").fill("10:00");
  await press(noor, "Leg deze momenten voor");
  await sees(noor, "De momenten zijn voorgelegd.");
  await sam.goto(home);
  await sam.getByRole("radio", { name: "Ja", exact: true }).check();
  await press(sam, "Bewaar wanneer u kunt");
  await noor.reload();
  await sees(noor, "1 ja, 0 als het moet, 0 nee");
  await noor.getByLabel("Waar?").fill("Op het scherm");
  await press(noor, "Zet deze dag vast");
  await sees(noor, "De dag staat vast.");
  await letter(2, "De dag staat vast");
  await noor.getByRole("link", { name: "Houd de intervisie hier" }).click();
  await noor.getByRole("radio", { name: /^Troika/ }).check();
  await press(noor, "Zet de bijeenkomst klaar");
  await sees(noor, "De bijeenkomst staat klaar.");
  await visit(noor, linkIn(await letter(0, "/team/uitnodiging/"), "/team/uitnodiging"));
  await noor.locator("form[method='post'] button").last().click();
  await noor.waitForURL(/\/team/);
  const [held] = await db.select().from(dialogue).where(eq(dialogue.consultation, true));
  const [meeting] = await db
    .select()
    .from(session)
    .where(eq(session.dialogueId, held?.id as never));
  await visit(noor, `/team/${held?.slug}/bijeenkomst/${meeting?.id}`);
  await press(noor, "Open de wachtruimte");
  // the leader sits at the table too, on another device
  const table = await open();
  const seats = [table, sam, bo, ilse];
  for (const [n, page] of seats.entries()) {
    const place = await post.letter(
      mailOf(n),
      ({ subject, text }) => /Intervisie/.test(subject) && !/Denkt u mee|uitnodiging\//.test(subject + text),
    );
    await page.goto(linkIn(place, "/mee"));
    await press(page, /^Doe mee/);
    await page.waitForURL(/\/bijeenkomst\//);
  }
  await press(noor, "Start de bijeenkomst");
  for (let at = 1; at <= 5; at++) {
    if (at > 1) await onTo(noor, at, 5);
    for (const page of seats) await page.getByText(`Onderdeel ${at} van 5`).first().waitFor();
    if (at === 2) {
      for (const page of seats) await page.locator(".room-place", { hasText: /Deelgroep \d/ }).waitFor();
      await see(sam, "troika");
      await see(noor, "troika-lead");
    }
  }
  await noor.getByText("Beëindig de bijeenkomst").first().click();
  await press(noor, "Ja, beëindig");
  for (const page of seats) await page.getByRole("heading", { name: "Bedankt, de bijeenkomst is afgelopen" }).waitFor();
  await see(sam, "troika-after");
  expect(await db.$count(contribution, eq(contribution.dialogueId, held?.id as never))).toBe(0);
  await sweepHeld(db, day(12));
  expect(await db.$count(dialogue, eq(dialogue.consultation, true))).toBe(0);
  await sweepConsultations(db, day(18));
  expect(await db.$count(networkCircle)).toBe(0);
  await table.close();
});

test("one commitment is kept by a tap from the mail, one is missed and kindly asked after", async () => {
  const { db } = database;
  for (const [page, what] of [
    [sam, "Ik stuur onze werkwijze rond"],
    [bo, "Ik bel de scholen"],
  ] as const) {
    await page.goto(`/mijn/${slug}/toezeggingen`);
    await page.getByRole("textbox", { name: "Wat gaat u doen?" }).fill(what);
    await page.getByLabel("Wanneer is het klaar?").fill(isoDay(40));
    await page.getByLabel("Andere deelnemers mogen dit lezen").check();
    await press(page, "Zeg toe");
    await sees(page, "Uw toezegging is bewaard.");
  }
  await remindCommitments(db, day(38));
  await comeIn(sam, await letter(1, "Ik stuur onze werkwijze rond"), `/mijn/${slug}/toezeggingen`);
  await press(sam, "Gedaan: Ik stuur onze werkwijze rond");
  await sees(sam, "Mooi. Het staat op gedaan.");
  await letter(2, "Ik bel de scholen");
  await remindCommitments(db, day(41));
  await until(() => post.letters.filter(({ to, text }) => to === mailOf(2) && text.includes("Ik bel de scholen")).length === 2);
  // the day has come
  await db
    .update(networkCommitment)
    .set({ due: isoDay(-1) })
    .where(eq(networkCommitment.what, "Ik bel de scholen"));
  await visit(organiser, `${team}/netwerk`);
  await sees(organiser, "Ik bel de scholen");
  await see(organiser, "weaver");
});

test("June: a follow-up session starts from the harvest, and who was there is asked again", async () => {
  const { db } = database;
  await visit(organiser, `${team}/stand?stap=reopen`);
  await organiser.locator("button[name=stap]").click();
  await organiser.waitForURL(`**${team}`);
  await visit(organiser, `${team}/bijeenkomsten/nieuw`);
  await organiser.getByLabel("Titel", { exact: true }).fill("Vervolgbijeenkomst");
  await organiser.getByLabel("Datum", { exact: true }).fill(isoDay(20));
  await organiser.getByRole("radio", { name: /^Vervolgbijeenkomst:/ }).check();
  await press(organiser, "Plan de bijeenkomst");
  await until(async () => (await db.$count(session)) === 2);
  const next = await nextSession();
  await visit(organiser, `${team}/bijeenkomsten/${next.id}/stand?stap=open-registration`);
  await organiser.locator("button[name=stap]").click();
  await visit(organiser, `${team}/vervolg`);
  await sees(organiser, themes[3] as string);
  await sees(organiser, "Ik bel de scholen");
  await see(organiser, "follow-up");
  await organiser.getByRole("checkbox").first().check();
  await press(organiser, "Toets deze opnieuw");
  await sees(organiser, "1 inzicht staat klaar om opnieuw te toetsen.");
  await press(organiser, /^Vraag deze \d+ mensen/);
  await sees(organiser, /krijgen een uitnodiging\./);
  for (let n = 0; n < voters; n++) {
    const asked = linkIn(await post.letter(mailOf(n), ({ text }) => /[^m]\/uitnodiging\//.test(text)), "/uitnodiging");
    if (n === 0) {
      await noor.goto(asked);
      await noor.locator("[name=licence]").check();
      await see(noor, "asked-again");
      await noor.locator("#send").click();
      await noor.waitForURL(`**/mijn/${slug}**`);
      continue;
    }
    const page = await (await fetch(asked)).text();
    const form = readForms(page).find(({ fields }) => fields.some(({ name }) => name === "licence"));
    if (!form) throw new Error("no form");
    const answer = await postForm(asked, cookies.get(n) ?? "", new URLSearchParams([...fillIn(form, { licence: "on" })]));
    expect(answer.status, await answer.text()).toBe(303);
  }
  expect(await db.$count(registration, eq(registration.sessionId, next.id))).toBeGreaterThanOrEqual(voters);
});
async function nextSession() {
  const [next] = await database.db.select().from(session).where(eq(session.title, "Vervolgbijeenkomst"));
  if (!next) throw new Error("no session");
  return next;
}

/** Presses until the cockpit shows the part: right after a change a press is taken for a double click. */
async function onTo(page: Page, at: number, of: number): Promise<void> {
  const [before, there] = [at - 1, at].map((n) => page.getByText(`Onderdeel ${n} van ${of}`).first());
  await before?.waitFor();
  while (await before?.isVisible()) {
    await press(page, /Volgende onderdeel/);
    await there?.waitFor({ timeout: 2_000 }).catch(() => {});
  }
  await there?.waitFor();
}
