import type { BrowserContextOptions, Page } from "@playwright/test";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { session, step } from "../app/db/schema.ts";
import type { PersonId } from "../app/ids.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { fillInvented, type Invented } from "./invented.ts";
import { keyboardOf } from "./keyboard.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { guestCookie, postForm, teamCookie } from "./visitors.ts";

/** A hall of 72 invented people, led by two: time, focus, and who of them does what. */
let database: FreshDatabase;
let made: Invented;
let klankbord: Klankbord;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
let joris: string;
let guest: string;
const faults: string[] = [];
const groupStep = 3;
const open: Page[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  made = await fillInvented(database.db);
  joris = await teamCookie(database.db, "facilitator", made.dialogueId, { name: "Joris Hendriks", mail: "joris@team.example" });
  guest = await guestCookie(database.db, [...made.personIds.values()][0] as PersonId, made.dialogueId);
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  browser = await launchBrowser();
});
beforeEach(async () => {
  await database.db.update(session).set({
    state: "live",
    currentStepId: made.stepIds[groupStep] ?? null,
    turn: sql`turn + 1`,
    stepStartedAt: sql`now() - interval '1 minute'`,
    stepEndsAt: sql`now() + interval '12 minutes'`,
    pausedLeftMs: null,
    announcement: "",
  });
});
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
  expect(faults).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const cockpit = () => `${klankbord.origin}/team/${made.slug}/bijeenkomst/${made.sessionId}`;
const room = () => `${klankbord.origin}/bijeenkomst/${made.sessionId}`;
const row = async () => {
  const [found] = await database.db.select().from(session).where(eq(session.id, made.sessionId));
  if (!found) throw new Error("no session");
  return found;
};
async function visit(cookie: string, address: string, options: BrowserContextOptions = {}, ahead = 0): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "nl", ...options });
  await carryCookie(context, cookie);
  const page = await context.newPage();
  open.push(page);
  page.on("pageerror", (error) => faults.push(error.message));
  if (ahead) await page.addInitScript(shiftClock, ahead);
  await page.goto(address);
  return page;
}
const steer = async (fields: Record<string, string>) =>
  expect((await postForm(`${cockpit()}/klok`, joris, { ...fields, beurt: String((await row()).turn) })).status).toBe(303);

/** In the page: a computer whose clock is off. */
function shiftClock(ahead: number): void {
  const right = Date;
  globalThis.Date = class extends right {
    constructor(...given: []) {
      super(...(given.length > 0 ? given : ([right.now() + ahead] as unknown as [])));
    }
    static override now(): number {
      return right.now() + ahead;
    }
  } as DateConstructor;
}

/** In the page: keeps what a screen reader is told, also over a reload. */
function listen(): void {
  const last = new WeakMap<Element, string>();
  const heard = () => JSON.parse(sessionStorage.getItem("heard") ?? "[]") as string[];
  new MutationObserver(() => {
    for (const one of document.querySelectorAll("[aria-live]")) {
      const text = one.textContent?.trim() ?? "";
      if (text !== (last.get(one) ?? "") && text.startsWith("Nog"))
        sessionStorage.setItem("heard", JSON.stringify([...heard(), text]));
      last.set(one, text);
    }
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

test("a clock that is five minutes off shows the right time left, and tells a minute and ten seconds once", {
  timeout: 120_000,
}, async () => {
  const pages = await Promise.all([-300_000, 300_000].map((ahead) => visit(guest, "about:blank", {}, ahead)));
  for (const page of pages) await page.addInitScript(listen);
  await Promise.all(pages.map((page) => page.goto(room())));
  const timer = (page: Page) => page.getByRole("timer").first();
  const shown = async (page: Page) => {
    const [minutes = 0, seconds = 0] = ((await timer(page).innerText()).match(/\d+/g) ?? []).map(Number);
    return 60 * minutes + seconds;
  };
  const offBy = async (page: Page) =>
    Math.abs((await shown(page)) - ((await row()).stepEndsAt as Date).getTime() / 1000 + Date.now() / 1000);
  for (const page of pages) {
    expect(Math.abs((await page.evaluate(() => Date.now())) - Date.now())).toBeGreaterThan(290_000);
    await expect.poll(() => offBy(page)).toBeLessThan(2);
  }

  const heard = (page: Page) => page.evaluate(() => JSON.parse(sessionStorage.getItem("heard") ?? "[]") as string[]);
  const told = async (n: number) => (await Promise.all(pages.map(heard))).every((one) => one.length >= n);
  /** The time is set to this again until it was heard: a machine that is busy may sleep through it. */
  async function leave(seconds: number, hears: number): Promise<void> {
    const left = async () => Math.round((((await row()).stepEndsAt as Date).getTime() - Date.now()) / 1000);
    for (let tries = 0; !(await told(hears)); tries++) {
      const change = (await left()) - seconds;
      if (Math.abs(change) > 5) await steer({ doen: change > 0 ? "shorten" : "extend", seconden: String(Math.abs(change)) });
      const isHeard = expect.poll(() => told(hears), { timeout: 5_000 }).toBe(true);
      await isHeard.catch(() => {
        if (tries > 3) throw new Error("not heard");
      });
    }
  }
  await leave(61, 1);
  await timer(pages[0] as Page)
    .getByText("laatste minuut")
    .waitFor();
  const [reloads, reconnects] = pages as [Page, Page];
  async function again(): Promise<void> {
    await reloads.reload();
    await reconnects.context().setOffline(true);
    await reconnects.context().setOffline(false);
    await expect.poll(() => offBy(reloads)).toBeLessThan(2);
  }
  await again();
  await leave(11, 2);
  await timer(reconnects).getByText("laatste tien seconden").waitFor();
  await again();
  await timer(reloads).getByText("de tijd is om").waitFor();
  const both = ["Nog één minuut voor dit onderdeel.", "Nog tien seconden voor dit onderdeel."];
  expect(await Promise.all(pages.map(heard))).toEqual([both, both]);
});

test("what has the focus stays in sight when a step changes above it, and a page that was scrolled away stays where it is", {
  timeout: 120_000,
}, async () => {
  const [from, to] = [made.stepIds[groupStep], made.stepIds[groupStep + 1]];
  const text = "Lees dit rustig voor, en wacht tot iedereen aan tafel zit. ".repeat(14);
  if (from) await database.db.update(step).set({ script: text }).where(eq(step.id, from));
  if (to) await database.db.update(step).set({ script: "" }).where(eq(step.id, to));
  const page = await visit(joris, cockpit());
  const keys = keyboardOf(page);
  await page.locator(".live-bar").waitFor();
  // As in a browser that does not scroll along by itself with what changes above.
  await page.evaluate(() => {
    for (const one of [document.documentElement, document.body]) one.style.setProperty("overflow-anchor", "none");
  });
  await keys.to("textbox", "Uw bericht");
  const field = page.locator("#say-text");
  const top = () => field.evaluate((one) => one.getBoundingClientRect().top);
  const under = () => page.locator(".live-bar").evaluate((one) => one.getBoundingClientRect().bottom);
  await page.evaluate(() => document.querySelector("#say-text")?.scrollIntoView({ block: "start", behavior: "instant" }));
  const before = await top();
  await steer({ doen: "next" });
  await page.getByText("Onderdeel 5 van 9").first().waitFor();
  await expect.poll(async () => (await top()) >= (await under())).toBe(true);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("say-text");
  expect(before).toBeGreaterThan(0);

  await page.mouse.move(600, 600);
  await page.mouse.wheel(0, 700);
  await expect.poll(top).toBeLessThan(0);
  const at = () => page.evaluate(() => window.scrollY);
  // longer than the scrolling of a hand is waited for
  await page.waitForTimeout(1_500);
  const scrolled = await at();
  await steer({ doen: "back" });
  await page.getByText("Onderdeel 4 van 9").first().waitFor();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await at()).toBe(scrolled);
});
