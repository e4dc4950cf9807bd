import { writeFileSync } from "node:fs";
import type { Browser, Locator, Page } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { expect, onTestFailed, type TestContext } from "vitest";
import { contribution } from "../../app/contribution/tables.ts";
import type { InsightId, PersonId, ThemeId } from "../../app/platform/ids.ts";
import { seedAreas } from "../../app/prepare/areas/areas.server.ts";
import { ballot } from "../../app/session/insights/tables.ts";
import { revealInsights } from "../../app/session/outcomes/reveal.server.ts";
import { doThemes } from "../../app/themes/themes.server.ts";
import { expectAccessible } from "../axe.ts";
import { carryCookie, launchBrowser } from "../browser.ts";
import { type FreshDatabase, freshDatabase } from "../database.ts";
import { fillInvented, type Invented } from "../invented.ts";
import { type Klankbord, startKlankbord } from "../klankbord.ts";
import { type Letter, openPost, type Post } from "../post.ts";
import { guestCookie, postForm, teamCookie } from "../visitors.ts";

export let database: FreshDatabase;
export let made: Invented;
export let post: Post;
export let organiser: Page;
/** Nobody whom Klankbord knows. */
export let reader: Page;
export let noor: Page;
export let sam: Page;
export let bo: Page;
export let ilse: Page;
let klankbord: Klankbord;
let browser: Browser;
let isBroken = false;
const cookies = new Map<number, string>();
const open: AsyncDisposable[] = [];

export const faults: string[] = [];
export const slug = "veerkracht";
export const team = `/team/${slug}`;
export const themes = ["Eén vast gezicht", "Tijd om te luisteren", "Geld dat blijft", "Plekken in de wijk"];
export const names = ["Noor de Wit", "Sam Jansen", "Bo Visser", "Ilse Bakker"];
export const voters = 12;

const who = (n: number) => [...made.personIds.values()][n] as PersonId;
export const mailOf = (n: number) => `p${String(n + 1).padStart(3, "0")}@voorbeeld.example`;
export const letter = (n: number, says: string) =>
  post.letter(mailOf(n), ({ subject, text }) => `${subject}\n${text}`.includes(says));
export const day = (days: number) => new Date(Date.now() + days * 86_400_000);
export const isoDay = (days: number) => day(days).toISOString().slice(0, 10);

export async function newPage(cookie = "", origin = klankbord.origin): Promise<Page> {
  const context = await browser.newContext({ locale: "nl-NL", timezoneId: "Europe/Amsterdam", baseURL: origin });
  await carryCookie(context, cookie);
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("dialog", (dialog) => dialog.accept());
  return page;
}

export async function see(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name);
}

/** Of somebody without a browser. */
export async function say(n: number, at: string, fields: Record<string, string>): Promise<void> {
  const answer = await send(n, `${klankbord.origin}${at}`, fields);
  expect([at, answer.status, answer.status === 303 ? "" : await answer.text()]).toEqual([at, 303, ""]);
}
export const send = (n: number, url: string, fields: Record<string, string> | URLSearchParams) =>
  postForm(url, cookies.get(n) ?? "", fields);

/** One comes in by a personal link from a letter: it shows a button, and leads to where the letter is about. */
export async function comeIn(page: Page, { text }: Letter, where: string): Promise<void> {
  const link = /https?:\/\/\S+\/mee\/\S+/.exec(text)?.[0];
  if (!link) throw new Error(`no personal link in: ${text}`);
  await page.goto(link);
  await page.locator("main form button").first().click();
  await page.waitForURL(`**${where}**`);
}
export const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" }).click();
export const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

const part = (page: Page, at: number, of: number) => page.getByText(`Onderdeel ${at} van ${of}`).first();
export const isAt = (page: Page, at: number, of: number) => part(page, at, of).waitFor();
/** Steers to the first part, or to the one after. */
export const start = (page: Page, of: number) => pressUntil(page, "Start de bijeenkomst", part(page, 1, of));
export const onTo = (page: Page, at: number, of: number) => pressUntil(page, /Volgende onderdeel/, part(page, at, of));
/** Right after a change the cockpit takes a press for a double click, and does nothing. */
async function pressUntil(page: Page, name: string | RegExp, there: Locator): Promise<void> {
  const button = page.getByRole("button", { name, exact: typeof name === "string" });
  for (let times = 0; times < 30 && !(await there.isVisible()); times++) {
    await button.click({ timeout: 2_000 }).catch(() => {});
    await there.waitFor({ timeout: 2_000 }).catch(() => {});
  }
  await there.waitFor();
}

/** Each part goes on where the one before ended: after one that broke, the others say nothing. */
export function watch({ skip }: TestContext): void {
  skip(isBroken, "a part before it broke");
  onTestFailed(async () => {
    isBroken = true;
    for (const page of [organiser, reader, noor, sam, bo, ilse])
      if (page) console.error(`--- ${page.url()}\n${(await page.locator("body").innerText()).slice(0, 700)}`);
  });
}

export async function begin(): Promise<void> {
  database = keep(await freshDatabase());
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
  // enough of them answered the first insight to say something of who does so again
  const insightId = [...made.insightIds.values()][0] as InsightId;
  for (let n = 0; n < voters; n++)
    await db
      .insert(ballot)
      .values({ insightId, personId: who(n), choice: "agree", fit: "conditions" })
      .onConflictDoUpdate({ target: [ballot.insightId, ballot.personId], set: { choice: "agree", fit: "conditions" } });
  await revealInsights(db, made.dialogueId, who(0), "all");
  const cookie = await teamCookie(db, "organiser", made.dialogueId, { name: "Olga Meijer", mail: "olga@team.example" });
  for (let n = 0; n < voters; n++) cookies.set(n, await guestCookie(db, who(n), made.dialogueId));
  post = keep(await openPost());
  klankbord = await startOn(database);
  browser = await launchBrowser();
  organiser = await newPage(cookie);
  reader = await newPage();
  [noor, sam, bo, ilse] = (await Promise.all([0, 1, 2, 3].map((n) => newPage(cookies.get(n))))) as [Page, Page, Page, Page];
}

export const startOn = async ({ url }: FreshDatabase) =>
  keep(await startKlankbord({ env: { DATABASE_URL: url, SMTP_URL: post.url } }));

/** It goes when all is over: what came last goes first. */
export function keep<One extends AsyncDisposable>(one: One): One {
  open.unshift(one);
  return one;
}

export async function finish(): Promise<void> {
  if (process.env.LETTERS && post)
    for (const [at, { subject, html, text }] of post.letters.entries()) {
      const name = `${process.env.LETTERS}/${at}-${subject.replaceAll(/\W+/g, "-").slice(0, 60)}`;
      writeFileSync(`${name}.html`, html);
      writeFileSync(`${name}.txt`, text);
    }
  await browser?.close();
  for (const one of open) await one[Symbol.asyncDispose]();
}
