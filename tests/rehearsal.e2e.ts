import type { Browser, BrowserContext, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dialogue, session } from "../app/dialogue/tables.ts";
import { mail } from "../app/platform/mail/tables.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { freePort, type Klankbord, startKlankbord } from "./klankbord.ts";
import { scanEverywhere } from "./scan.ts";
import { until } from "./until.ts";
import { guestCookie, teamCookie } from "./visitors.ts";
import { makeWorld, type World } from "./world.ts";

let database: FreshDatabase;
let klankbord: Klankbord;
let browser: Browser;
let world: World;
let port: number;
let cookie: string;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  world = await makeWorld(database.db, "veerkracht");
  cookie = await teamCookie(database.db, "facilitator", world.dialogueId);
  port = await freePort();
  klankbord = await startKlankbord({ port, env: { DATABASE_URL: database.url } });
  browser = await launchBrowser();
});
afterAll(async () => {
  for (const context of contexts) await context.close();
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

async function newPage(...cookies: string[]): Promise<Page> {
  const context = await browser.newContext({ locale: "nl-NL", viewport: { width: 1280, height: 900 } });
  contexts.push(context);
  for (const one of cookies) await carryCookie(context, one);
  return context.newPage();
}
const copyOf = async () => {
  const [row] = await database.db
    .select({ slug: dialogue.slug, id: dialogue.id, sessionId: session.id, state: session.state, stepId: session.currentStepId })
    .from(dialogue)
    .innerJoin(session, eq(session.dialogueId, dialogue.id))
    .where(eq(dialogue.rehearsalOf, world.dialogueId));
  return row;
};

test("a rehearsal is begun by keyboard, stands marked on every screen, survives a restart, and is stopped and erased", async () => {
  const page = await newPage(cookie);
  await page.goto(`${klankbord.origin}/team/${world.slug}/bijeenkomst`);
  await page.getByRole("link", { name: "Repetitie" }).press("Enter");
  await page.getByRole("heading", { name: "Begin een repetitie" }).waitFor();
  await expectAccessible(page, "form");
  await page.getByLabel("Hoeveel oefendeelnemers?").fill("veel");
  await page.keyboard.press("Enter");
  await page.getByText("Kies een getal van 6 tot 60.").first().waitFor();
  await expect.poll(() => page.getByLabel("Hoeveel oefendeelnemers?").inputValue()).toBe("veel");
  await page.getByLabel("Hoeveel oefendeelnemers?").fill("24");
  await page.getByLabel("30 keer zo snel").press("Space");
  await page.getByRole("button", { name: "Start de repetitie" }).press("Enter");
  await page.getByText("zitten in de wachtruimte").waitFor();
  const copy = await copyOf();
  if (!copy) throw new Error("no rehearsal");
  await expectAccessible(page, "on");

  await page.getByRole("button", { name: "Maak een link voor de vrije plek" }).press("Enter");
  const link = (await page.getByText(/http\S+\/mee\//).innerText()).trim();
  // the page looks again every few seconds, and the link stays to be copied
  for (let looks = 0; looks < 2; looks++)
    await page.waitForResponse((one) => one.request().method() === "GET" && one.url().includes("/repetitie.data"));
  expect((await page.getByText(/http\S+\/mee\//).innerText()).trim()).toBe(link);
  const seat = await newPage();
  await seat.goto(link);
  await seat.locator("main form button").click();
  await seat.waitForURL(`**/bijeenkomst/${copy.sessionId}`);
  // A new version of the server, in the middle of it.
  await klankbord.end();
  klankbord = await startKlankbord({ port, env: { DATABASE_URL: database.url } });
  const cockpit = await newPage(cookie);
  await until(async () => (await copyOf())?.state === "live");
  await cockpit.goto(`${klankbord.origin}/team/${copy.slug}/bijeenkomst/${copy.sessionId}`);
  const beam = await newPage(cookie);
  await beam.goto(`${klankbord.origin}/team/${copy.slug}/scherm/${copy.sessionId}`);
  for (const [name, screen] of Object.entries({ seat, cockpit, beam })) {
    await screen.getByRole("complementary", { name: "Repetitie" }).first().waitFor();
    await until(async () => (await copyOf())?.state === "live");
    await expectAccessible(screen, name);
  }
  // The bots are people as any other: here, at tables, writing.
  await cockpit.getByText("24 van 25").or(cockpit.getByText("25 van 25")).first().waitFor();
  await until(async () => (await scanEverywhere(database.db, ["Ik breng ervaring met huisbezoeken mee"])).found.length > 0);

  // The door: nothing of it but its screens, and the real one stays unmarked.
  const at = async (path: string, who = cookie) => {
    const answer = await fetch(klankbord.origin + path, { redirect: "manual", headers: { cookie: who } });
    return `${answer.status} ${answer.headers.get("location") ?? ""} ${(await answer.text()).includes("rehearsal-mark")}`;
  };
  const back = `303 /team/${world.slug}/repetitie false`;
  expect(await at(`/team/${copy.slug}`)).toBe(back);
  expect(await at(`/team/${copy.slug}/verslag`)).toBe(back);
  for (const path of ["/oproep", "/verslag", "/mijn"]) expect(await at(`${path}/${copy.slug}`, "")).toBe("404  false");
  const guest = await guestCookie(database.db, world.people[1] as never, world.dialogueId);
  expect(await at(`/bijeenkomst/${world.sessionId}`, guest)).toBe("200  false");
  expect(await at(`/bijeenkomst/${copy.sessionId}`, guest)).toMatch(/^401/);
  expect(await (await fetch(klankbord.origin)).text()).not.toContain("Repetitie");

  const mails = await database.db.$count(mail);
  await page.getByRole("button", { name: "Stop de repetitie" }).press("Enter");
  await page.getByText("De repetitie is afgelopen.").waitFor();
  expect((await copyOf())?.state).toBe("ended");
  await page.getByRole("button", { name: "Wis de repetitie" }).press("Enter");
  await page.getByText("De repetitie is gewist.").waitFor();
  await expectAccessible(page, "erased");
  expect(await copyOf()).toBeUndefined();
  expect(await database.db.$count(mail)).toBe(mails);
  // Screens that still looked on leave nothing behind.
  await cockpit.getByRole("heading", { name: "Deze pagina bestaat niet" }).waitFor();
  expect((await scanEverywhere(database.db, [copy.id, copy.sessionId, copy.slug, "Oefendeelnemer"])).found).toEqual([]);
});
