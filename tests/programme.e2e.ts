import type { Browser, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contribution } from "../app/contribution/tables.ts";
import { dialogue } from "../app/dialogue/tables.ts";
import type { PersonId } from "../app/platform/ids.ts";
import { itemTheme, programmeItem } from "../app/programme/tables.ts";
import { publishReport } from "../app/report/publish/reports.server.ts";
import { doThemes } from "../app/themes/themes.server.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { signEverybodyIn } from "./everybody.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { visit } from "./visit.ts";
import { makeWorld, type World } from "./world.ts";

let database: FreshDatabase;
let klankbord: Klankbord;
let browser: Browser;
let here: World;
let organiser: Page;
let participant: Page;
const home = "/team/hier/programma";

/** From a theme to what a participant reads; each test goes on where the one before it ended. */
beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  here = await makeWorld(db, "hier");
  const cookies = await signEverybodyIn(db, here, await makeWorld(db, "ander"));
  const who = here.people[0] as PersonId;
  await db
    .update(contribution)
    .set({ text: "Een vast gezicht in de wijk, ook na de zomer." })
    .where(eq(contribution.id, here.own));
  await doThemes(db, here.dialogueId, who, {
    ...{ deed: "put", from: null, to: here.themeId, needs: [here.own] },
  } as never);
  await db.delete(itemTheme);
  await db.delete(programmeItem).where(eq(programmeItem.dialogueId, here.dialogueId));
  await db.update(dialogue).set({ state: "harvest" }).where(eq(dialogue.id, here.dialogueId));
  await publishReport(db, here.dialogueId, { person: who }, { number: 2, change: "Eén behoefte bij een thema." });
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  browser = await launchBrowser();
  const open = async (cookie: string, script: boolean) => {
    const context = await browser.newContext({ locale: "nl", baseURL: klankbord.origin, javaScriptEnabled: script });
    await carryCookie(context, cookie);
    return context.newPage();
  };
  organiser = await open(cookies.organiser, true);
  participant = await open(cookies.participant, true);
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

test("from a theme to an item in two taps; a mistake is told and loses nothing [PR1]", async () => {
  await visit(organiser, home);
  await organiser.getByText("Er is nog geen programmapunt").waitFor();
  await expectAccessible(organiser, "programme-empty");
  await organiser.getByRole("link", { name: "Maak een programmapunt (Nabijheid)" }).click();
  await organiser.getByRole("heading", { name: "Nieuw programmapunt" }).waitFor();
  await expect.poll(() => organiser.getByRole("checkbox", { name: "Nabijheid" }).isChecked()).toBe(true);
  await organiser.getByLabel("Stap 1", { exact: true }).fill("Wijkteams bellen die willen beginnen");
  await organiser.getByLabel("Uitleg").fill("Bel Henk op 06 12345678.");
  await organiser.getByRole("button", { name: "Bewaar", exact: true }).click();
  await organiser.getByRole("alert").getByText("Schrijf op wat er gaat gebeuren.").waitFor();
  await expectAccessible(organiser, "programme-errors");
  await organiser.getByLabel("Wat gaat er gebeuren?").fill("Eén vaste wijkverbinder per buurt");
  await organiser.getByRole("radio", { name: "Mensen" }).check();
  await organiser.getByRole("button", { name: "Bewaar", exact: true }).click();
  await organiser.getByRole("alert").getByText("06 12345678").waitFor();
  await expectAccessible(organiser, "programme-guard");
  await expect
    .poll(() => organiser.getByLabel("Stap 1", { exact: true }).inputValue())
    .toBe("Wijkteams bellen die willen beginnen");
  await organiser.getByLabel("Uitleg").fill("Iemand die blijft, en die iedereen bij de voornaam kent.");
  await organiser.getByLabel("Wie doet dit?").fill("Gemeente en woningcorporaties samen");
  await organiser.getByLabel("Datum (Stap 1)").fill("2027-04-16");
  await organiser.getByLabel("Waaraan merken we het?").fill("Mensen bellen één nummer in plaats van vier.");
  await organiser.getByRole("button", { name: "Bewaar", exact: true }).dblclick();
  await organiser.getByText("Het programmapunt is bewaard.").waitFor();
  await expectAccessible(organiser, "programme-item");
  expect(await database.db.select().from(programmeItem).where(eq(programmeItem.dialogueId, here.dialogueId))).toHaveLength(1);
});

test("two who write at once both keep their words [PR2]", async () => {
  const other = await organiser.context().newPage();
  await visit(other, `${home}/1`);
  await visit(organiser, `${home}/1`);
  await organiser.getByRole("textbox", { name: /^Geld/ }).fill("Binnen de bestaande uren");
  await organiser.getByRole("button", { name: "Bewaar", exact: true }).click();
  await organiser.getByText("Het programmapunt is bewaard.").waitFor();
  await other.getByRole("textbox", { name: /^Geld/ }).fill("€ 40.000 per jaar");
  await other.getByRole("button", { name: "Bewaar", exact: true }).click();
  await other.getByText("Iemand anders heeft dit punt intussen gewijzigd").waitFor();
  await other.getByText("Binnen de bestaande uren").waitFor();
  await expect.poll(() => other.getByRole("textbox", { name: /^Geld/ }).inputValue()).toBe("€ 40.000 per jaar");
  await expectAccessible(other, "programme-conflict");
  await other.getByRole("button", { name: "Bewaar", exact: true }).click();
  await other.getByText("Het programmapunt is bewaard.").waitFor();
  await other.close();
});

test("an item goes on, with a word for who needed it [PR3]", async () => {
  await visit(organiser, `${home}/1`);
  await organiser.getByRole("button", { name: "Bewaar alleen dit bericht" }).click();
  await organiser.getByText("Schrijf op wat er nieuw is.").first().waitFor();
  await organiser.getByLabel("Wat is er nieuw?").fill("De eerste twee buurten zijn gevonden.");
  await organiser.getByRole("button", { name: "Er is besloten dat het doorgaat" }).click();
  await organiser.getByText("Stand: Besloten").waitFor();
  await organiser.getByText("De eerste twee buurten zijn gevonden.").waitFor();
  await expectAccessible(organiser, "programme-moved");
});

test("what waits gets an answer with a reason, and another one later [PR5, PR7]", async () => {
  await visit(organiser, `${home}/antwoorden`);
  await organiser.getByRole("heading", { name: "Nabijheid" }).waitFor();
  const open = organiser.locator("section.rail", { hasText: "Nabijheid" }).first();
  await open.getByText("Geef antwoord", { exact: true }).click();
  await open.getByRole("button", { name: "Bewaar het antwoord" }).click();
  await organiser.getByText("Schrijf op waarom.").first().waitFor();
  await expectAccessible(organiser, "answers-errors");
  await open.getByRole("radio", { name: "Dit pakken we op" }).check();
  await open.getByLabel("Waarom?").fill("Dit hoorden we aan bijna elke tafel.");
  await expect
    .poll(() => open.getByLabel("Bij welk programmapunt?").locator("option:checked").textContent())
    .toContain("Eén vaste");
  await open.getByRole("button", { name: "Bewaar het antwoord" }).click();
  await organiser.getByText("Uw antwoord is bewaard.").waitFor();
  await organiser.getByText("Dit hoorden we aan bijna elke tafel.").waitFor();
  await expectAccessible(organiser, "answers-given");
});

test("everybody reads it once it is open, also without script; and nobody before [PR10]", async () => {
  await using context = await browser.newContext({ locale: "nl", baseURL: klankbord.origin, javaScriptEnabled: false });
  const reader = await context.newPage();
  expect((await reader.goto("/programma/hier"))?.status()).toBe(404);
  const picture = () => reader.request.get("/programma/hier/beeld.png");
  expect((await picture()).status()).toBe(404);
  await participant.goto("/mijn/hier/inbreng");
  await expect.poll(() => participant.getByText("Dit hoorden we aan bijna elke tafel.").count()).toBe(0);
  await visit(organiser, home);
  await expectAccessible(organiser, "programme-desk");
  await organiser.getByRole("button", { name: "Zet het programma open" }).click();
  await organiser.getByText(/^Iedereen kan het programma lezen/).waitFor();
  await reader.goto("/programma/hier");
  await reader.getByRole("heading", { name: "Eén vaste wijkverbinder per buurt" }).waitFor();
  await expect.poll(() => reader.getByText("De eerste twee buurten zijn gevonden.").count()).toBe(1);
  const shown = await reader.locator('meta[property="og:image"]').getAttribute("content");
  expect(shown).toBe(`${klankbord.origin}/programma/hier/beeld.png`);
  const drawn = await (await picture()).body();
  expect(drawn.subarray(1, 4).toString()).toBe("PNG");
  expect(drawn.readUInt32BE(16)).toBe(1200);
  await reader.getByRole("link", { name: "Lees wat mensen schreven" }).click();
  await reader.waitForURL("**/verslag/hier#thema-*");
  await participant.goto("/programma/hier");
  await expectAccessible(participant, "programme-public");
  await participant.goto("/mijn/hier/inbreng");
  await participant.getByText("Dit hoorden we aan bijna elke tafel.").waitFor();
  await expectAccessible(participant, "programme-mine");
  await participant.getByRole("link", { name: "Bekijk punt 1 van het programma" }).click();
  await participant.waitForURL("**/programma/hier#punt-1");
});

test("in English not a word of Dutch is left between the words of people", async () => {
  await organiser.context().addCookies([{ name: "__Host-taal", value: "en", domain: "localhost", path: "/", secure: true }]);
  await visit(organiser, `${home}/1`);
  await organiser.getByRole("heading", { name: "How it goes" }).waitFor();
  await expectAccessible(organiser, "programme-english");
});
