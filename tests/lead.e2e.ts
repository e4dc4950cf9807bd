import type { BrowserContextOptions, Page } from "@playwright/test";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { session, step } from "../app/dialogue/tables.ts";
import type { PersonId, StepId } from "../app/platform/ids.ts";
import { group, grouping, seat } from "../app/session/group/tables.ts";
import { help } from "../app/session/tables.ts";
import { expectAccessible } from "./axe.ts";
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
let sanne: string;
let guest: string;
const faults: string[] = [];
const groupStep = 3;
const open: Page[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  made = await fillInvented(database.db);
  joris = await teamCookie(database.db, "facilitator", made.dialogueId, { name: "Joris Hendriks", mail: "joris@team.example" });
  sanne = await teamCookie(database.db, "facilitator", made.dialogueId, { name: "Sanne Vermeer", mail: "sanne@team.example" });
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
  await database.db.delete(help);
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

/** Deeds can be taken back this much longer than on a quick machine: the clock of the table, not of the page. */
const deedsAreHeld = (seconds: number) =>
  database.db.execute(
    sql.raw(`
      create or replace function held() returns trigger language plpgsql as
        $$ begin new.at := clock_timestamp() + interval '${seconds} seconds'; return new; end $$;
      create or replace trigger held before insert or update on last_deed for each row execute function held();`),
  );

/** While a button changes under the hand it takes no press. */
const pressUntil = (page: Page, name: string, seen: string) =>
  expect
    .poll(
      async () => {
        if ((await page.getByText(seen).count()) === 0) await page.getByRole("button", { name }).click();
        return page.getByText(seen).count();
      },
      { interval: 400 },
    )
    .toBeGreaterThan(0);

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
/** Somebody at a table of the step at hand. */
async function seatAt(number: number) {
  const [found] = await database.db
    .select({ groupId: seat.groupId, personId: seat.personId })
    .from(seat)
    .innerJoin(group, eq(group.id, seat.groupId))
    .innerJoin(grouping, eq(grouping.id, group.groupingId))
    .where(and(eq(group.number, number), eq(grouping.stepId, made.stepIds[groupStep] as StepId)))
    .limit(1);
  if (!found) throw new Error(`nobody sits at table ${number}`);
  return found;
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

test("a clock that is five minutes off shows the right time left, and tells a minute and ten seconds once", async () => {
  const pages = await Promise.all([-300_000, 300_000].map((ahead) => visit(guest, "about:blank", {}, ahead)));
  for (const page of pages) await page.addInitScript(listen);
  await Promise.all(pages.map((page) => page.goto(room())));
  const timer = (page: Page) => page.getByRole("timer").first();
  const shown = async (page: Page) => {
    const [minutes = 0, seconds = 0] = ((await timer(page).innerText()).match(/\d+/g) ?? []).map(Number);
    return 60 * minutes + seconds;
  };
  const leftMs = async () => Math.max(0, ((await row()).stepEndsAt as Date).getTime() - Date.now());
  const offBy = async (page: Page) => Math.abs((await shown(page)) - (await leftMs()) / 1000);
  for (const page of pages) {
    expect(Math.abs((await page.evaluate(() => Date.now())) - Date.now())).toBeGreaterThan(290_000);
    await expect.poll(() => offBy(page)).toBeLessThan(2);
  }

  const heard = (page: Page) => page.evaluate(() => JSON.parse(sessionStorage.getItem("heard") ?? "[]") as string[]);
  const told = async (n: number) => (await Promise.all(pages.map(heard))).every((one) => one.length >= n);
  /** The time is set to this again until both heard it: a machine that is busy may sleep through it. */
  async function leave(seconds: number, hears: number): Promise<void> {
    while (!(await told(hears))) {
      for (const page of pages)
        await page.evaluate((kept) => {
          const all = JSON.parse(sessionStorage.getItem("heard") ?? "[]") as string[];
          sessionStorage.setItem("heard", JSON.stringify(all.slice(0, kept)));
        }, hears - 1);
      const change = Math.round((await leftMs()) / 1000) - seconds;
      if (Math.abs(change) > 1) await steer({ doen: change > 0 ? "shorten" : "extend", seconden: String(Math.abs(change)) });
      const isHeard = expect.poll(() => told(hears), { timeout: 5_000 }).toBe(true);
      await isHeard.catch(() => {});
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

test("what has the focus stays in sight when a step changes above it, and a page that was scrolled away stays where it is", async () => {
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
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("say-text");
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

test("two who lead see each other, go to one question each, and share notes; nothing typed is lost to news", async () => {
  const { db } = database;
  const one = await seatAt(3);
  await db.insert(help).values({
    sessionId: made.sessionId,
    groupId: one.groupId,
    personId: one.personId,
    reason: "Wie begint?",
  });
  const [a, b] = await Promise.all([visit(joris, cockpit()), visit(sanne, cockpit())]);
  for (const page of [a, b]) await page.locator(".colleagues").getByText("Joris Hendriks").waitFor();
  await a.reload();
  await a.locator(".colleagues").getByText("Sanne Vermeer").waitFor();

  const typed = "Tafel 5 wil straks iets vertellen.";
  await b.getByLabel("Notitie voor het team").fill(typed);
  await b.getByLabel("Uw bericht").fill("Nog even geduld");
  await a.getByRole("button", { name: "Ik ga erheen" }).click();
  await a.locator(".group").getByText("U gaat erheen").waitFor();
  await b.locator(".group").getByText("Joris Hendriks gaat erheen").waitFor();
  await expect.poll(() => b.getByRole("button", { name: "Ik ga erheen" }).count()).toBe(0);
  await b.locator(".colleagues").getByText("gaat naar deelgroep 3").waitFor();
  await a.getByLabel("Notitie voor het team").fill("Tafel 3 heeft een tolk.");
  await a.getByRole("button", { name: "Noteer" }).click();
  await b.locator(".team-notes").getByText("Tafel 3 heeft een tolk.").waitFor();
  await expect.poll(() => a.getByLabel("Notitie voor het team").inputValue()).toBe("");
  await expect.poll(() => b.getByLabel("Notitie voor het team").inputValue()).toBe(typed);
  await expect.poll(() => b.getByLabel("Uw bericht").inputValue()).toBe("Nog even geduld");
  await expectAccessible(b, "cockpit with two who lead");
  await b.getByRole("button", { name: "Noteer" }).click();
  await a.locator(".team-notes").getByText(typed).waitFor();
  await expect.poll(() => a.getByRole("button", { name: /^Haal weg Tafel 5/ }).count()).toBe(0);
  await b.getByRole("button", { name: /^Haal weg Tafel 5/ }).click();
  await a.locator(".team-notes").getByText(typed).waitFor({ state: "detached" });

  await postForm(`${cockpit()}/bezoeken`, sanne, { doen: "enter", deelgroep: (await seatAt(7)).groupId });
  await a.locator(".colleagues").getByText("zit bij deelgroep 7").waitFor();
  // What is the team's alone is not on the page of who does not lead.
  const noteTaker = await teamCookie(db, "note-taker", made.dialogueId);
  expect(await (await fetch(cockpit(), { headers: { cookie: noteTaker } })).text()).not.toContain("heeft een tolk");
});

test("late, a proposal meets the announced end in one press; that and the next step can be taken back", async () => {
  const { db } = database;
  const steps = await db.select().from(step).where(eq(step.sessionId, made.sessionId)).orderBy(step.position);
  const coming = steps.slice(groupStep + 1).reduce((sum, { seconds }) => sum + seconds, 0);
  const seconds = async () =>
    (await db.select().from(step).where(eq(step.sessionId, made.sessionId)).orderBy(step.position)).map((one) => one.seconds);
  const before = await seconds();
  await deedsAreHeld(60);
  // nine minutes more are planned than there are
  await db.update(session).set({ endsAt: sql`now() + make_interval(secs => ${12 * 60 + coming - 9 * 60})` });
  const page = await visit(joris, cockpit());
  const box = page.locator(".plan-box");
  await box.getByRole("heading", { name: /min te laat/ }).waitFor();
  await box.getByText(/nog 1[56] min over voor: Praktijktoets/).waitFor();
  await box.getByText(/Opbrengst plenair: \d min in plaats van 10/).waitFor();
  await expect.poll(() => box.getByText("Praktijktoets:").count()).toBe(0);
  await expectAccessible(page, "cockpit that runs late");
  await box.getByRole("button", { name: /^Kort deze \d onderdelen in/ }).click();
  await box.waitFor({ state: "detached" });
  const short = await seconds();
  expect(short.map((one, at) => one === before[at])).toContain(false);
  const kept = (kind: string) => steps.findIndex((one) => one.kind === kind);
  for (const kind of ["break", "practice-check"]) expect(short[kept(kind)]).toBe(before[kept(kind)]);
  await page.getByRole("button", { name: "Maak inkorten ongedaan" }).click();
  await box.waitFor();
  expect(await seconds()).toEqual(before);

  const was = await row();
  const takeBack = page.getByRole("button", { name: "Maak dit onderdeel ongedaan" });
  await pressUntil(page, "Volgende onderdeel", "Onderdeel 5 van 9");
  await takeBack.click();
  await page.getByText("Onderdeel 4 van 9").first().waitFor();
  expect(await row()).toMatchObject({ currentStepId: was.currentStepId, stepEndsAt: was.stepEndsAt });

  // later there is nothing to take back any more
  await deedsAreHeld(10);
  await pressUntil(page, "Volgende onderdeel", "Onderdeel 5 van 9");
  await takeBack.waitFor();
  await takeBack.waitFor({ state: "detached" });
  await deedsAreHeld(0);

  // days later nobody counts minutes any more
  await db.update(session).set({ endsAt: sql`now() - interval '3 days'` });
  await page.reload();
  await box.getByRole("heading", { name: "De bijeenkomst staat nog open" }).waitFor();
  await box.getByText(/Kies dan onderaan ‘Beëindig de bijeenkomst’/).waitFor();
  await expect.poll(() => page.getByText(/min te laat/).count()).toBe(0);
  await expectAccessible(page, "cockpit of a session that was left open");
  await db.update(session).set({ endsAt: was.endsAt });
});

test("tables can be looked at by what they ask, drawn or as a list in the same order; without script as well", async () => {
  const { db } = database;
  const one = await seatAt(5);
  await db
    .insert(help)
    .values({ sessionId: made.sessionId, groupId: one.groupId, personId: one.personId, reason: "Wie begint?" });
  for (const javaScriptEnabled of [true, false]) {
    const page = await visit(joris, `${cockpit()}?weergave=lijst`, { javaScriptEnabled });
    const rows = page.locator("#lijst tbody tr");
    const inList = async () => (await rows.allInnerTexts()).map((text) => Number(/Deelgroep (\d+)/.exec(text)?.[1]));
    expect((await inList())[0]).toBe(5);
    const asking = (await page.locator(".attention h3").allInnerTexts()).map((text) => Number(/Deelgroep (\d+)/.exec(text)?.[1]));
    expect((await inList()).slice(0, asking.length)).toEqual(asking);
    await page.getByRole("navigation", { name: "Toon alleen wie hierom vraagt" }).getByRole("link", { name: "Hulp" }).click();
    await expect.poll(() => rows.count()).toBe(1);
    await expect.poll(() => page.locator(".attention > li").count()).toBe(1);
    if (javaScriptEnabled) await expectAccessible(page, "cockpit with only who asks for help");
    await page.getByRole("link", { name: /^Alles/ }).click();
    await expect.poll(() => rows.count()).toBeGreaterThan(5);
  }
});

test("one line goes to some tables only, chosen by hand or by what they ask; it is seen there and can be taken away", async () => {
  const { db } = database;
  const one = await seatAt(5);
  await db
    .insert(help)
    .values({ sessionId: made.sessionId, groupId: one.groupId, personId: one.personId, reason: "Wie begint?" });
  const page = await visit(joris, cockpit());
  await page.getByText("Alleen aan sommige deelgroepen").click();
  const box = page.getByRole("group", { name: "Aan welke deelgroepen" });
  const send = page.getByRole("button", { name: "Stuur aan deze deelgroepen" });
  const words = page.getByLabel("Wat u deze deelgroepen zegt");
  await expectAccessible(page, "cockpit with a word to some tables");
  await words.fill("Laat iedereen een keer aan het woord.");
  await send.click();
  await page.getByText("Kies ten minste één deelgroep.").waitFor();
  await expect.poll(() => words.inputValue()).toBe("Laat iedereen een keer aan het woord.");
  await box.getByRole("button", { name: "wie hulp vraagt" }).click();
  await expect.poll(() => box.getByLabel("Deelgroep 5", { exact: true }).isChecked()).toBe(true);
  await box.getByLabel("Deelgroep 7", { exact: true }).check();
  await send.click();
  const said = page.locator(".said-now", { hasText: "“Laat iedereen een keer aan het woord.” bij deelgroepen 5, 7" });
  await said.waitFor();
  await expect.poll(() => words.inputValue()).toBe("");
  await expect.poll(() => page.getByText("Kies ten minste één deelgroep.").count()).toBe(0);
  const told = async () =>
    (await db.select().from(group).where(eq(group.sessionId, made.sessionId)))
      .filter(({ announcement }) => announcement)
      .map(({ number }) => number)
      .sort();
  expect(await told()).toEqual([5, 7]);
  const there = await visit(await guestCookie(db, one.personId, made.dialogueId), room());
  await there.getByText("Laat iedereen een keer aan het woord.").waitFor();
  await said.getByRole("button", { name: "Haal weg" }).click();
  await there.getByText("Laat iedereen een keer aan het woord.").waitFor({ state: "detached" });
  expect(await told()).toEqual([]);
});

test("on the wall stands what the team let through, when they ask for that", async () => {
  await database.db.update(session).set({ projector: { shows: "wall" }, wallChecked: false });
  const [page, beam] = await Promise.all([
    visit(joris, cockpit()),
    visit(joris, cockpit().replace("/bijeenkomst/", "/scherm/"), { viewport: { width: 1280, height: 720 } }),
  ]);
  const cards = beam.locator(".beam-wall li");
  await expect.poll(() => cards.count()).toBe(6);
  await page.getByRole("button", { name: "alleen wat u toelaat" }).click();
  await expect.poll(() => cards.count()).toBe(0);
  await expectAccessible(page, "cockpit with a wall that is looked at first");
  await expectAccessible(beam, "an empty wall");
  const lets = page.getByRole("button", { name: /^Laat toe / });
  const text = (await lets.nth(1).innerText()).replace(/^Laat toe\s+/, "");
  await lets.nth(1).click();
  await beam.locator(".beam-wall").getByText(text).waitFor();
  await expect.poll(() => cards.count()).toBe(1);
  await page.getByRole("button", { name: `Haal van de muur ${text}` }).click();
  await expect.poll(() => cards.count()).toBe(0);
  await page.getByRole("button", { name: /^Laat alle \d+ nieuwe toe/ }).click();
  await expect.poll(() => cards.count()).toBe(6);
  // nothing to point at, and nothing to scroll to, at any size of a shared window
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
  ] as const) {
    await beam.setViewportSize({ width, height });
    const whole = await beam.evaluate(() => [document.documentElement.scrollHeight, document.documentElement.scrollWidth]);
    expect(whole).toEqual([height, width]);
    await expect.poll(() => beam.locator("button, input, a:not(.skip-link)").count()).toBe(0);
  }
});
