import type { Browser, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { person } from "../app/dialogue/tables.ts";
import type { PersonId } from "../app/platform/ids.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { teamCookie } from "./visitors.ts";
import { makeWorld } from "./world.ts";

let database: FreshDatabase;
let klankbord: Klankbord;
let browser: Browser;
let page: Page;
let gone: PersonId;
const token = "een-lang-geheim-voor-cijfers";

beforeAll(async () => {
  database = await freshDatabase();
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url, METRICS_TOKEN: token } });
  browser = await launchBrowser();
  const context = await browser.newContext({ locale: "nl", baseURL: klankbord.origin });
  await carryCookie(context, await teamCookie(database.db, "administrator", null));
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

test("the administrator reads who may do what, and asks it of one role", async () => {
  await page.goto("/beheer");
  await page.locator("summary", { hasText: "Meer" }).click();
  await page.getByRole("link", { name: "Wie mag wat" }).click();
  await page.getByRole("heading", { level: 1, name: "Wie mag wat" }).waitFor();
  await expectAccessible(page, "who may do what");
  // on a telephone the parts are lines that open, not a table of thousands of lines
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(3_000);
  await page.setViewportSize({ width: 1280, height: 800 });
  const leading = page.locator("details#hall");
  await leading.locator("summary", { hasText: "Een bijeenkomst leiden" }).click();
  await expect.poll(() => leading.getByRole("row").count()).toBeGreaterThan(20);
  await page.getByLabel("Voor wie").selectOption("observer");
  await page.getByRole("button", { name: "Toon" }).click();
  await page.waitForURL("**/rollen?rol=observer");
  await expect.poll(() => leading.getByRole("row").count()).toBeLessThan(10);
  await expectAccessible(page, "what an observer may do");
});

test("the administrator reads how things stand, and what to do", async () => {
  await page.goto("/beheer");
  await page.getByRole("link", { name: "Staat", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Hoe staat het ervoor" }).waitFor();
  await page.getByText("E-mail gaat niet naar buiten", { exact: false }).waitFor();
  await page.getByText(/De database antwoordt/).waitFor();
  await page.getByRole("heading", { name: "Beeld en geluid" }).waitFor();
  await page.getByText(process.version.startsWith("v24") ? process.version : /^v24/).waitFor();
  await expectAccessible(page, "how things stand");
});

test("figures from elsewhere need the token", async () => {
  const ask = (headers: Record<string, string>) => fetch(`${klankbord.origin}/metrics`, { headers });
  for (const headers of [{}, { authorization: "Bearer anders" }, { authorization: token }, { "x-forwarded-for": "192.0.2.1" }])
    expect((await ask(headers as Record<string, string>)).status, JSON.stringify(headers)).toBe(404);
  const answer = await ask({ authorization: `Bearer ${token}`, "x-forwarded-for": "192.0.2.1" });
  expect(answer.status).toBe(200);
  const text = await answer.text();
  for (const name of [
    ...["http_seconds", "sockets", "ticks_total", "ballots", "jobs_late_seconds", "database_connections", "database_up"],
    ...["nodejs_eventloop_lag_p99_seconds", "turned_away_total", "media_people"],
  ])
    expect(text).toMatch(new RegExp(`^# TYPE klankbord_${name} `, "m"));
  expect(text).toMatch(/^klankbord_ticks_total \d/m);
});

test("the administrator sets terms, and puts a dialogue on hold", async () => {
  const { people } = await makeWorld(database.db, "hier");
  gone = people[3] as PersonId;
  await database.db.update(person).set({ name: "Wim Otter", mail: "wim@otter.example" }).where(eq(person.id, gone));
  await page.goto("/beheer/bewaren");
  await page.getByRole("heading", { level: 1, name: "Bewaren en laten gaan" }).waitFor();
  await expectAccessible(page, "retention");
  await page.getByLabel("Links", { exact: true }).fill("3");
  await page.getByRole("button", { name: "Bewaar de termijnen" }).click();
  await page.getByRole("alert").waitFor();
  await expect.poll(() => page.getByLabel("Links", { exact: true }).inputValue()).toBe("3");
  await expectAccessible(page, "retention with an error");
  await page.getByLabel("Links", { exact: true }).fill("14");
  await page.getByRole("button", { name: "Bewaar de termijnen" }).click();
  await page.getByText("De termijnen zijn bewaard.", { exact: false }).waitFor();
  await page.getByText("Leg bewaarplicht op: Veerkracht in de wijk").click();
  await page.getByLabel("Waarom").fill("Klacht, bel 06-00123456");
  await page.getByRole("button", { name: "Leg bewaarplicht op" }).click();
  await page.getByRole("button", { name: "Toch plaatsen" }).waitFor();
  await expectAccessible(page, "a reason with a telephone number");
  await page.getByLabel("Waarom").fill("Woo-verzoek 2026/3");
  await page.getByRole("button", { name: "Leg bewaarplicht op" }).click();
  await page.getByText("Van deze dialoog gaat niets meer vanzelf weg.").waitFor();
  await expectAccessible(page, "a dialogue on hold");
  await page.getByRole("button", { name: /^Hef op/ }).click();
  await page.getByText("De bewaarplicht is opgeheven.", { exact: false }).waitFor();
});

test("the administrator erases who died, by the address alone; the log says who did, and why", async () => {
  await page.goto("/beheer/mensen");
  await page.getByRole("link", { name: "Wis iemand" }).click();
  await page.getByRole("heading", { level: 1, name: "Wis iemand" }).waitFor();
  const look = page.getByRole("button", { name: "Kijk wat er van diegene is" });
  await page.getByLabel("E-mailadres").fill("niemand@otter.example");
  await look.click();
  await page.getByText("Er is niemand met dit e-mailadres.").waitFor();
  await page.getByLabel("E-mailadres").fill("administrator@team.example");
  await look.click();
  await page.getByRole("radio", { name: "Deze persoon is overleden" }).check();
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Wis deze persoon" }).click();
  await page.getByText("Dit bent u zelf.", { exact: false }).waitFor();
  await page.getByRole("link", { name: "Zoek iemand anders" }).click();
  await page.getByLabel("E-mailadres").fill("Wim@Otter.example");
  await look.click();
  await page.getByText("wim@otter.example").waitFor();
  // how much there is, and no word of it
  await page.getByText("De tekst van 1 bijdrage.", { exact: false }).waitFor();
  expect(await page.getByText("Bel eerst.").count()).toBe(0);
  expect(page.url()).not.toContain("otter");
  await page.getByRole("button", { name: "Wis deze persoon" }).click();
  await page.getByRole("link", { name: "Kies een reden." }).waitFor();
  await page.getByRole("link", { name: "Zet een vinkje: u weet dat dit niet terug kan." }).waitFor();
  await expectAccessible(page, "somebody to erase, not sure");
  await page.getByRole("radio", { name: "Deze persoon is overleden" }).check();
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Wis deze persoon" }).click();
  await page.getByText("Deze persoon is gewist.").waitFor();
  const [row] = await database.db.select().from(person).where(eq(person.id, gone));
  expect(row).toMatchObject({ name: "", mail: null });
  await page.goto("/beheer/logboek");
  await page.getByRole("table").getByText("overleden persoon gewist").first().waitFor();
  await expectAccessible(page, "the log of it");
});
