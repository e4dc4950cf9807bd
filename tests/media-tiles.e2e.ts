import type { Browser, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { registration } from "../app/dialogue/people/tables.ts";
import type { PersonId, RegistrationId } from "../app/platform/ids.ts";
import { accessNeed } from "../app/prepare/registration/tables.ts";
import { seatWish } from "../app/session/group/tables.ts";
import { showFaces } from "../demo/media-bots.ts";
import { expectAccessible } from "./axe.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { comeIn, figures, growth, launchWithDevices, openMeeting } from "./media-page.ts";
import { type Morning, makeMorning } from "./morning.ts";
import { until } from "./until.ts";
import { guestCookie, teamCookie } from "./visitors.ts";

// The others are the people of the demo, drawn: as many faces as a table holds, at the cost of one browser.

const names = ["Noor Bakker", "Sami Yıldız", "Ana de Vries", "Joris van den Heuvel", "Fatima El Amrani", "Bram Smit"];
const more = ["Wilhelmina van der Kolk-Oosterhuis", "Tim", "Aicha Benali"];
let database: FreshDatabase;
let morning: Morning;
let klankbord: Klankbord;
let browser: Browser;
let page: Page;
const cookies: string[] = [];
const over = new AbortController();

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  morning = await makeMorning(db, 9);
  for (const [n, personId] of morning.people.entries()) {
    cookies.push(await guestCookie(db, personId, morning.dialogueId));
    await db
      .update(registration)
      .set({ name: [...names, ...more][n] ?? "" })
      .where(eq(registration.personId, personId));
  }
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  browser = await launchWithDevices();
  const bots = cookies.slice(1).map((cookie, n) => ({
    cookies: cookie,
    as: "participant" as const,
    code: n,
    // one takes part with sound only
    hasCamera: n !== 3,
  }));
  showFaces({ origin: klankbord.origin, session: morning.sessionId }, bots, over.signal);
});
afterAll(async () => {
  over.abort();
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

test.each([1, 3, 6, 9])("a table of %i is good to look at and to use, wide and narrow", async (size) => {
  const { db } = database;
  await db.execute("delete from seat");
  await db.execute('delete from "group"');
  await db.execute("delete from grouping");
  await morning.seat("group", [Array.from({ length: size }, (_, n) => n)]);
  await morning.goTo("alone");
  await morning.goTo("group");
  if (!page) {
    page = await openMeeting(browser, cookies[0] ?? "", `${klankbord.origin}/bijeenkomst/${morning.sessionId}`);
    await comeIn(page, "Met camera");
  }
  const pictures = Math.max(0, size - 1 - (size > 4 ? 1 : 0));
  await until(async () => (await growth(page, 500)).pictures === pictures);
  await until(async () => (await page.locator(".seats video.is-there").count()) === pictures + 1);
  // who is seen or heard is here, though no page of theirs says so
  await until(async () => (await page.locator(".seat-away").filter({ visible: true }).count()) === 0);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: width === 320 ? 640 : 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), "no scrolling sideways").toBeLessThanOrEqual(width);
    await expectAccessible(page, `${size} tiles at ${width}`);
    // a face is large enough to read, and none is lost behind another
    const boxes = await page.locator(".seats .tile").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
    expect(Math.min(...boxes)).toBeGreaterThan(100);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
});

test("by keys one picture is made large, and the others stay in their order", async () => {
  const order = () => page.locator(".seats .name").allTextContents();
  const before = await order();
  const pin = page.getByRole("button", { name: /^Maak groot ?: Joris van den Heuvel$/ });
  await pin.focus();
  await until(() => pin.evaluate((one) => getComputedStyle(one).opacity === "1"));
  await pin.press("Enter");
  await page.locator(".seats > li:has(.is-pinned)").waitFor();
  expect(await order()).toEqual(before);
  await page.getByRole("button", { name: /^Maak weer klein ?: Joris van den Heuvel$/ }).press("Enter");
  await page.locator(".seats > li:has(.is-pinned)").waitFor({ state: "detached" });
});

test("an interpreter stays in view for whom they work, wide and narrow [ME18]", async () => {
  const { db } = database;
  const [me, interpreter] = [morning.people[0] as PersonId, morning.people[5] as PersonId];
  const [mine] = await db.select({ id: registration.id }).from(registration).where(eq(registration.personId, me));
  await db.insert(accessNeed).values({ registrationId: mine?.id as RegistrationId, kinds: ["sign-language"], text: "" });
  await db.insert(seatWish).values({ sessionId: morning.sessionId, aId: me, bId: interpreter, kind: "together" });
  await page.locator(".meet-interpreter video.is-there").waitFor();
  await page.locator(".seats").getByText("tolk", { exact: true }).waitFor();
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: width === 320 ? 640 : 900 });
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    const box = () => page.locator(".meet-interpreter .tile").boundingBox();
    await until(async () => ((await box())?.y ?? -1) >= 0);
    expect((await box())?.width).toBeGreaterThan(140);
    // nor behind the bar that stays
    const bar = await page.locator(".room-bar").boundingBox();
    expect((await box())?.y).toBeGreaterThanOrEqual(Math.max(0, (bar?.y ?? 0) + (bar?.height ?? 0)));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await expectAccessible(page, `an interpreter at ${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.evaluate(() => window.scrollTo(0, 0));
});

test("who leads shows a screen in the plenary, and with the plenary it ends [ME16]", async () => {
  const leads = await teamCookie(database.db, "facilitator", morning.dialogueId, {
    name: "Joke Lead",
    mail: "joke@team.example",
  });
  const cockpit = await openMeeting(browser, leads, `${klankbord.origin}/team/${morning.slug}/bijeenkomst/${morning.sessionId}`);
  await morning.goTo("plenary");
  await comeIn(cockpit, "Alleen geluid");
  await until(async () => (await growth(page, 500)).sounds > 0);
  // the interpreter is seen in the plenary too, and nobody else of the audience
  await until(async () => (await growth(page, 500)).pictures === 1);
  await page.locator(".meet-interpreter video.is-there").waitFor();
  await cockpit.getByRole("button", { name: "Deel uw scherm" }).click();
  await cockpit.getByRole("button", { name: "Stop met delen" }).waitFor();
  await until(async () => (await growth(page, 500)).pictures === 2);
  await page.locator(".meet-stage video.is-there").waitFor();
  await expectAccessible(page, "a screen in the plenary");
  await morning.goTo("group");
  await cockpit.getByText("Nu ziet en hoort niemand u.").waitFor();
  // no camera was asked for, and the screen is let go of
  expect((await figures(cockpit)).asked).toBe(1);
  await morning.goTo("plenary");
  await cockpit.getByRole("button", { name: "Deel uw scherm" }).waitFor();
  await cockpit.context().close();
});
