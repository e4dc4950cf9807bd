import type { BrowserContextOptions, Page } from "@playwright/test";
import { eq, inArray, isNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contribution, placement } from "../app/contribution/tables.ts";
import { field, session } from "../app/dialogue/tables.ts";
import { change } from "../app/platform/database/change.server.ts";
import type { ContributionId, PersonId } from "../app/platform/ids.ts";
import { publishReport } from "../app/report/publish/reports.server.ts";
import { theme, themeNaming } from "../app/themes/tables.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { fillInvented, type Invented } from "./invented.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { again } from "./visit.ts";
import { guestCookie, postForm, teamCookie } from "./visitors.ts";

/** An analyst with 320 needs, from an empty desk to most of them placed. */
let database: FreshDatabase;
let made: Invented;
let klankbord: Klankbord;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
let page: Page;
let cookie: string;
const faults: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  made = await fillInvented(database.db);
  cookie = await teamCookie(database.db, "analyst", made.dialogueId);
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  browser = await launchBrowser();
  page = await open({});
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

async function open({
  cookie: who = cookie,
  at = `/team/${made.slug}/themas`,
  ...options
}: BrowserContextOptions & { cookie?: string; at?: string }): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "nl", ...options });
  await carryCookie(context, who);
  const opened = await context.newPage();
  opened.on("pageerror", (error) => faults.push(error.message));
  await opened.goto(klankbord.origin + at);
  return opened;
}
const placed = async () =>
  database.db.select({ id: placement.contributionId, themeId: placement.themeId, sure: placement.sure }).from(placement);
const current = (of = page) => of.locator("#openligt");

test("the fields of the dialogue can be the first themes, and each need gets suggestions at once", async () => {
  await expectAccessible(page, "an empty desk");
  await page.getByRole("button", { name: "Begin met 7 vakgebieden" }).dblclick();
  await page.getByRole("group", { name: "De twee thema’s die er het meest op lijken" }).waitFor();
  expect(await database.db.select().from(theme)).toHaveLength(7);
  await expectAccessible(page, "a desk with a first frame");
  await page.getByText("Laat een deel vanzelf indelen").click();
  await page.getByText("Deel eerst zelf een stuk of twintig behoeften in").waitFor();
});

test("1 places the need with the first suggestion, Z puts it back, arrows go through the pile", async () => {
  const first = await current().textContent();
  const best = await page.locator('[data-letter="1"]').textContent();
  await page.keyboard.press("1");
  await expect.poll(async () => (await placed()).length).toBe(1);
  await expect.poll(() => current().textContent()).not.toBe(first);
  const [one] = await database.db.select({ name: theme.name }).from(placement).innerJoin(theme, eq(theme.id, placement.themeId));
  expect(best).toContain(one?.name);
  await page.keyboard.press("z");
  await expect.poll(async () => (await placed()).length).toBe(0);
  await page.getByText(/^Net gedaan: Teruggezet/).waitFor();
  const before = await current().textContent();
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => current().textContent()).not.toBe(before);
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => current().textContent()).toBe(before);
});

test("a letter in the moment in which the next need comes is about that need, also when one was typing a name", async () => {
  const first = await current().textContent();
  /** Presses it as soon as another need than this one stands there: before the browser has drawn it. */
  const whenNext = (before: string | null, key: string) =>
    page.evaluate(
      ([before, key]) => {
        const look = new MutationObserver(() => {
          if (document.getElementById("openligt")?.textContent === before) return;
          look.disconnect();
          (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
        });
        look.observe(document.body, { subtree: true, childList: true, characterData: true });
      },
      [before, key] as const,
    );
  await whenNext(first, "b");
  await page.keyboard.press("a");
  await expect.poll(async () => (await placed()).length).toBe(2);
  const done = await database.db
    .select({ text: contribution.text })
    .from(placement)
    .innerJoin(contribution, eq(contribution.id, placement.contributionId));
  const texts = new Set(done.map(({ text }) => text));
  await expect.poll(async () => texts.has((await current().textContent()) ?? "")).toBe(false);
  const third = await current().textContent();
  await whenNext(third, "c");
  await page.keyboard.press("n");
  await page.keyboard.type("Weer wat anders");
  await page.keyboard.press("Enter");
  await expect.poll(async () => new Set((await placed()).map(({ themeId }) => themeId)).size).toBe(4);
  for (const left of [3, 2, 1, 0]) {
    await page.keyboard.press("z");
    await expect.poll(async () => (await placed()).length).toBe(left);
  }
  await expect.poll(() => current().textContent()).toBe(first);
});

test("needs that say nearly the same go along in one press, and back in one", async () => {
  await page.getByRole("searchbox", { name: "Zoek in de behoeften" }).fill("wijkagent");
  await page.getByRole("button", { name: "Zoek", exact: true }).click();
  const twin = page.getByRole("listitem").filter({ hasText: "+ 1 bijna gelijk" });
  if ((await page.getByRole("group", { name: "1 behoefte zegt bijna hetzelfde" }).count()) === 0)
    await twin.getByRole("link").first().click();
  await page.getByRole("group", { name: "1 behoefte zegt bijna hetzelfde" }).waitFor();
  await expectAccessible(page, "a need with a near-duplicate");
  await page.locator('[data-letter="1"]').click();
  await expect.poll(async () => (await placed()).length).toBe(2);
  await page.getByText("Net gedaan: 2 behoeften: naar").waitFor();
  expect(new Set((await placed()).map(({ themeId }) => themeId)).size).toBe(1);
  await page.getByRole("button", { name: /^Ongedaan maken\s?: 2 behoeften/ }).click();
  await expect.poll(async () => (await placed()).length).toBe(0);
  await page.getByRole("button", { name: /^Nog een stap terug\s?: 7 thema’s gemaakt van de vakgebieden/ }).waitFor();
});

test("what the machine may place is told with its price, stands marked, teaches nothing, and goes back at once", async () => {
  await teach(12);
  await page.goto(`${klankbord.origin}/team/${made.slug}/themas`);
  await page.getByText("Laat een deel vanzelf indelen").click();
  await page.getByText(/^Gemeten op \d+ behoeften/).waitFor();
  await expectAccessible(page, "the price of placing by itself");
  const [before, last] = [(await placed()).length, page.getByRole("button", { name: /^Deel er \d+ in$/ }).last()];
  const wanted = Number(/\d+/.exec((await last.textContent()) ?? "")?.[0]);
  expect(wanted).toBeGreaterThan(5);
  await last.click();
  await expect.poll(async () => (await placed()).length).toBe(before + wanted);
  expect((await placed()).filter(({ sure }) => sure !== null)).toHaveLength(wanted);
  await page.getByRole("link", { name: "Wonen" }).click();
  await page
    .getByText(/^vanzelf ingedeeld, \d+ van de 10 keer goed$/)
    .first()
    .waitFor();
  await page.getByText(/^Woorden die hier opvallen: /).waitFor();
  await expectAccessible(page, "a theme with needs placed by itself");
  const word =
    (await page.locator(".reading .nl-link").first().innerText()).split(" ").sort((a, b) => b.length - a.length)[0] ?? "";
  await page.getByLabel("Zoek in dit thema").fill(word);
  await page.getByLabel("Zoek in dit thema").press("Enter");
  await page.getByText(/^[1-9]\d* van de \d+ gevonden/).waitFor();
  for (const text of await page.locator(".reading .nl-link").allInnerTexts())
    expect(text.toLowerCase()).toContain(word.toLowerCase());
  await expectAccessible(page, "looking for words within a theme");
  await page.getByRole("link", { name: "Toon alles" }).click();
  await page.getByText(`Gemeten op ${before} behoeften`).waitFor();
  await page.getByRole("button", { name: new RegExp(`^Ongedaan maken\\s?: Vanzelf ingedeeld. ${wanted} behoeften`) }).click();
  await expect.poll(async () => (await placed()).length).toBe(before);
});

test("two at once: each sees within moments where the other is and what was placed, and nothing is overwritten", async () => {
  const other = await teamCookie(database.db, "analyst", made.dialogueId, { name: "Bas de Wit", mail: "bas@team.example" });
  const second = await open({ cookie: other });
  await page.goto(`${klankbord.origin}/team/${made.slug}/themas`);
  await page.getByText("Ook aan het werk: Bas de Wit.").waitFor();
  // Both read the same need; the second places it.
  const text = await current().textContent();
  await expect.poll(() => current(second).textContent()).toBe(text);
  await page.getByText("Bas de Wit leest deze behoefte nu ook.").waitFor();
  const before = (await placed()).length;
  const [first, second2] = await second.locator(".places .place[data-letter]:not(.best)").allTextContents();
  await second.locator(".place:not(.best)").nth(0).click();
  await page.getByText(/^Bas de Wit zette deze behoefte bij ‘/).waitFor();
  await page.getByText(/^Bas de Wit deed als laatste: /).waitFor();
  await expect.poll(() => current().textContent()).toBe(text);
  await expectAccessible(page, "a need that somebody else placed");
  expect((await placed()).length).toBeGreaterThan(before);
  // A need that comes in meanwhile lies on the pile of both.
  const size = Number(await page.locator("#stapel .nl-number-badge").first().innerText());
  await addNeed("Een bankje waar de bus stopt, want staan lukt mijn moeder niet");
  await expect.poll(async () => Number(await page.locator("#stapel .nl-number-badge").first().innerText())).toBe(size + 1);
  await expect.poll(async () => Number(await second.locator("#stapel .nl-number-badge").first().innerText())).toBe(size + 1);
  // Who saw where it stands may move it on.
  const [need] = await database.db
    .select({ id: contribution.id })
    .from(contribution)
    .where(eq(contribution.text, text ?? ""));
  const standsIn = async () => (await placed()).find(({ id }) => id === need?.id)?.themeId;
  const was = await standsIn();
  await page.locator(".place:not(.best)").nth(0).click();
  await expect.poll(standsIn).not.toBe(was);
  expect([first, second2].every(Boolean)).toBe(true);
  // A move from what one saw a while ago is answered with what happened, and changes nothing.
  const stale = new FormData();
  stale.set("one", `${need?.id}:${was}`);
  stale.set("at", "");
  const now = await standsIn();
  const answer = await fetch(`${klankbord.origin}/team/${made.slug}/themas`, {
    method: "POST",
    body: stale,
    redirect: "manual",
    headers: { cookie: other, origin: klankbord.origin },
  });
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain("Iemand was u voor");
  expect(await standsIn()).toBe(now);
  await second.context().close();
  await expect.poll(() => page.getByText("Ook aan het werk: Bas de Wit.").count()).toBe(0);
});

test("a long list is drawn in part, says its places, and keeps what has the focus", async () => {
  await page.goto(`${klankbord.origin}/team/${made.slug}/themas`);
  const list = page.locator(".scroll-list");
  await list.locator("li").first().waitFor();
  const total = Number(await list.locator("li").first().getAttribute("aria-setsize"));
  expect(total).toBeGreaterThan(100);
  await expect.poll(() => list.locator("li").count()).toBeLessThan(80);
  const link = list.getByRole("link").nth(3);
  const text = await link.innerText();
  await link.focus();
  await list.evaluate((box) => box.scrollTo(0, box.scrollHeight));
  await list.locator(`li[aria-posinset="${total}"] a`).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(text);
  await page.keyboard.press("Enter");
  await expect.poll(() => current().innerText()).toBe(text);
  // What is ticked stays ticked out of sight; a letter puts it with a theme.
  await list.evaluate((box) => box.scrollTo(0, 0));
  await list.locator('li[aria-posinset="2"] .need-box').check();
  await list.evaluate((box) => box.scrollTo(0, box.scrollHeight));
  await list.locator(`li[aria-posinset="${total}"] .need-box`).check();
  await page.getByText("2 aangevinkt").waitFor();
  await expectAccessible(page, "a long list with two ticked");
  const before = (await placed()).length;
  await page.keyboard.press("b");
  await expect.poll(async () => (await placed()).length).toBe(before + 2);
  await page.getByText(/^Net gedaan: 2 behoeften: naar/).waitFor();
  await page.keyboard.press("z");
  await expect.poll(async () => (await placed()).length).toBe(before);
  await page.getByText(/^Net gedaan: Teruggezet/).waitFor();
  // A range: by Shift and a click, however far, and by Shift and the arrows, there and back.
  const box = (at: number) => list.locator(`li[aria-posinset="${at}"] .need-box`);
  await list.evaluate((one) => one.scrollTo(0, 0));
  await box(2).check();
  await list.evaluate((one) => one.scrollTo(0, one.scrollHeight));
  await box(total).click({ modifiers: ["Shift"] });
  await page.getByText(`${total - 1} aangevinkt`).waitFor();
  await page.getByRole("button", { name: "Haal alle vinkjes weg" }).click();
  await list.evaluate((one) => one.scrollTo(0, 0));
  await box(3).focus();
  for (const key of ["Down", "Down", "Down", "Down", "Up", "Up"]) await page.keyboard.press(`Shift+Arrow${key}`);
  await page.getByText("3 aangevinkt").waitFor();
  expect([await box(2).isChecked(), await box(5).isChecked(), await box(6).isChecked()]).toEqual([false, true, false]);
  expect(await box(5).evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.press("c");
  await expect.poll(async () => (await placed()).length).toBe(before + 3);
  await page.keyboard.press("z");
  await expect.poll(async () => (await placed()).length).toBe(before);
  await page.getByText(/^Net gedaan: Teruggezet/).waitFor();
  await page.getByRole("link", { name: "Blader per 50, om met uw browser te zoeken" }).click();
  await page.getByRole("link", { name: "Volgende 50" }).click();
  await page.getByText(`51 tot en met 100 van de ${total}`).waitFor();
  await expectAccessible(page, "pages of a long list");
});

test.each([
  ["by mouse", { viewport: { width: 1280, height: 900 } }],
  ["by finger on a phone", { viewport: { width: 320, height: 800 }, hasTouch: true, isMobile: true }],
] as const)("a need can be dragged to a theme %s", async (how, options) => {
  const own = await open(options);
  const handle = own.locator(".scroll-list .drag-handle").nth(1);
  await handle.scrollIntoViewIfNeeded();
  expect(await own.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  const [from, before] = [await handle.boundingBox(), (await placed()).length];
  if (!from) throw new Error("no handle");
  const at = { x: from.x + from.width / 2, y: from.y + 12 };
  const session = await own.context().newCDPSession(own);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: { x: number; y: number }[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints });
  if (how === "by mouse") {
    await own.mouse.move(at.x, at.y);
    await own.mouse.down();
  } else await touch("touchStart", [at]);
  await own.getByText("1 behoefte", { exact: true }).waitFor();
  const target = own.locator(how === "by mouse" ? ".theme-list [data-drop]" : ".drag-tray [data-drop]").nth(2);
  const to = await target.boundingBox();
  if (!to) throw new Error("no theme in sight");
  const end = { x: to.x + 30, y: to.y + to.height / 2 };
  if (how === "by mouse") {
    await own.mouse.move(end.x, end.y, { steps: 4 });
    await own.mouse.up();
  } else {
    await touch("touchMove", [end]);
    await touch("touchEnd", []);
  }
  await expect.poll(async () => (await placed()).length).toBe(before + 1);
  await own.context().close();
});

test("without script the same buttons do the same", async () => {
  const plain = await open({ javaScriptEnabled: false });
  const [before, text] = [(await placed()).length, await current(plain).textContent()];
  await plain.locator(".place.best").first().click();
  expect((await placed()).length).toBeGreaterThan(before);
  await expect.poll(() => current(plain).textContent()).not.toBe(text);
  await plain.context().close();
});

test("the plenary names a theme: proposed, chosen once each, counted after closing, adopted; late, reloaded, without script", async () => {
  const { db } = database;
  await db.update(session).set({
    state: "live",
    currentStepId: made.stepIds[7] ?? null,
    stepStartedAt: sql`now()`,
    stepEndsAt: sql`now() + interval '10 minutes'`,
  });
  const facilitator = await teamCookie(db, "facilitator", made.dialogueId);
  const hall = `/team/${made.slug}/bijeenkomst/${made.sessionId}`;
  const people = [...made.personIds.values()];
  const asGuest = async (n: number) => guestCookie(db, people[n] as PersonId, made.dialogueId);
  const room = `/bijeenkomst/${made.sessionId}`;
  const desk = await open({ cookie: facilitator, at: hall });
  const beam = await open({ cookie: facilitator, at: `/team/${made.slug}/scherm/${made.sessionId}` });
  const one = await open({ cookie: await asGuest(0), at: room });
  const plain = await open({ cookie: await asGuest(1), at: room, javaScriptEnabled: false });

  const select = desk.getByLabel("Welk thema?");
  await select.selectOption((await select.locator("option", { hasText: /^wonen/i }).getAttribute("value")) ?? "");
  await desk.getByRole("button", { name: "Vraag om namen" }).dblclick();
  await one.getByRole("heading", { name: "Hoe heet dit thema?" }).waitFor();
  await one.locator(".naming blockquote").first().waitFor();
  await expect.poll(() => one.locator(".naming blockquote").count()).toBe(3);
  await one.getByText(/^Woorden die hier opvallen: /).waitFor();
  const voorstel = (page: Page) => page.getByLabel("Uw voorstel voor een naam");
  await voorstel(one).fill("Bel Jan op 06 12345678");
  await one.getByRole("button", { name: "Stel voor" }).click();
  await one.getByText("Er lijken persoonsgegevens in te staan", { exact: false }).first().waitFor();
  await expect.poll(() => voorstel(one).inputValue()).toBe("Bel Jan op 06 12345678");
  await expectAccessible(one, "naming-guard");
  await voorstel(one).fill("Een huis dat past bij wie je bent");
  await again(one);
  await expect.poll(() => voorstel(one).inputValue()).toBe("Een huis dat past bij wie je bent");
  await one.getByRole("button", { name: "Stel voor" }).dblclick();
  await beam.getByText("Een huis dat past bij wie je bent").first().waitFor();
  await plain.goto(klankbord.origin + room);
  await voorstel(plain).fill("Thuis in de buurt");
  await plain.getByRole("button", { name: "Stel voor" }).click();
  await plain.getByText("Thuis in de buurt", { exact: true }).first().waitFor();
  await voorstel(plain).fill("thuis IN de buurt");
  await plain.getByRole("button", { name: "Stel voor" }).click();
  await plain.getByText("Deze naam staat er al.").waitFor();
  expect(await database.db.$count(contribution, eq(contribution.kind, "name"))).toBe(2);
  await desk.getByText("Thuis in de buurt").first().waitFor();
  await expectAccessible(one, "naming-proposing");
  await expectAccessible(desk, "naming-cockpit");
  await expectAccessible(beam, "naming-beam");

  await desk.getByRole("button", { name: "Laat kiezen" }).click();
  const option = (page: Page, name: string) => page.getByRole("button", { name: new RegExp(`^${name}`, "i") });
  await option(one, "Wonen").click();
  await expect.poll(() => option(one, "Wonen").getAttribute("aria-pressed")).toBe("true");
  await option(one, "Thuis in de buurt").focus();
  await one.keyboard.press("Enter");
  await expect.poll(() => option(one, "Thuis in de buurt").getAttribute("aria-pressed")).toBe("true");
  await expect.poll(() => option(one, "Wonen").getAttribute("aria-pressed")).toBe("false");
  const late = await open({ cookie: await asGuest(2), at: room });
  await option(late, "Thuis in de buurt").click();
  await plain.goto(klankbord.origin + room);
  await option(plain, "Een huis dat past").click();
  await expect.poll(() => option(plain, "Een huis dat past").getAttribute("aria-pressed")).toBe("true");
  await expectAccessible(one, "naming-choosing");
  const [named] = await db.select().from(themeNaming);
  const [thuis] = await db.select().from(contribution).where(eq(contribution.text, "Thuis in de buurt"));
  for (const n of [3, 4, 5, 6]) {
    const fields = { naming: named?.id ?? "", option: n === 6 ? "present" : (thuis?.id ?? "") };
    expect((await postForm(`${klankbord.origin}${room}/naamkeuze`, await asGuest(n), fields)).status).toBe(303);
  }
  for (const page of [one, desk, beam]) expect(await page.getByText(/^\d+ mensen$/).count()).toBe(0);

  await desk.getByRole("button", { name: "Sluit de keuze" }).click();
  await one.getByText("De keuze is gesloten").waitFor();
  await one.getByText("5 mensen", { exact: true }).waitFor();
  await one.getByText("minder dan 5", { exact: true }).first().waitFor();
  await beam.getByText("5 mensen", { exact: true }).waitFor();
  await expectAccessible(one, "naming-closed");
  await expectAccessible(desk, "naming-cockpit-closed");
  await desk.getByRole("button", { name: /^Neem deze naam over\s?: Thuis in de buurt/ }).click();
  await one.getByRole("heading", { name: "Dit thema heet nu ‘Thuis in de buurt’" }).waitFor();
  await beam.getByText("Dit thema heet nu ‘Thuis in de buurt’").waitFor();
  await expectAccessible(beam, "naming-beam-adopted");
  await page.goto(`${klankbord.origin}/team/${made.slug}/themas`);
  await page.getByRole("link", { name: "Thuis in de buurt" }).waitFor();
  await page.getByText("‘Thuis in de buurt’: naam gekozen door de hele groep").first().waitFor();
  await plain.goto(`${klankbord.origin}/mijn/${made.slug}/inbreng`);
  await plain.getByText("Zo heet het thema nu").waitFor();
  for (const opened of [desk, beam, one, plain, late]) await opened.context().close();
});

test("from a sentence of the report to a person's own words and back, in three steps at most each way, without script", async () => {
  const { db } = database;
  await db.update(session).set({ state: "ended" });
  await expectSetsToFit("as it was");
  const [a, b] = (
    await database.pool.query<{ id: string; name: string }>(
      "select id, name from theme where merged_into is null and removed_at is null order by position limit 2",
    )
  ).rows;
  if (!a || !b) throw new Error("no themes");
  const inA = await placedIn(a.id);
  await deed({ deed: "merge", from: a.id, into: b.id });
  await expectSetsToFit("merged");
  await deed({ deed: "undo", step: await lastStep() });
  await expectSetsToFit("put back");
  const again =
    (
      await database.pool.query<{ id: string }>(
        "select id from theme where merged_into is null and removed_at is null and name = $1",
        [a.name],
      )
    ).rows[0]?.id ?? "";
  expect((await placedIn(again)).toSorted()).toEqual(inA.toSorted());
  const apart = crypto.randomUUID();
  await deed({ deed: "split", from: again, theme: apart, name: "Apart gezet", needs: inA.slice(0, 4) });
  await expectSetsToFit("split");
  await deed({ deed: "write", theme: apart, name: "Anders genoemd", seen: 1_000_000 });
  await expectSetsToFit("renamed");
  await publishReport(db, made.dialogueId, { person: [...made.personIds.values()][0] as PersonId }, { number: 1, change: "" });

  const [own] = (
    await database.pool.query<{ number: number; text: string; person: PersonId }>(
      "select number, text, person_id as person from contribution where id = $1",
      [inA[0]],
    )
  ).rows;
  if (!own) throw new Error("no need");
  const words = (at: Page) => at.locator(`#bijdrage-${own.number}`).getByText(own.text, { exact: true });
  const sentence = (at: Page) => at.locator(`section[aria-labelledby="thema-${apart}"] > p`).first();

  // the organiser: sentence, number, words with where they come from; and back to the sentence
  const team = await open({ at: `/team/${made.slug}/verslag/voorbeeld`, javaScriptEnabled: false });
  await team.getByRole("link", { name: /^Zij schreven \d+ bijdragen/ }).click();
  await team.locator(`a[href="#achter-${apart}"]`).first().click();
  await words(team).waitFor();
  await team.locator(`#bijdrage-${own.number}`).getByRole("link", { name: "Herkomst" }).click();
  await team.getByText(own.text, { exact: true }).waitFor();
  for (const line of [/samengevoegd met/, /^.*Teruggezet: /, /apart gezet in ‘Anders genoemd’/])
    await team.getByText(line).first().waitFor();
  await team.getByRole("link", { name: "Bekijk de zin over dit thema in het verslag" }).click();
  await sentence(team).waitFor();
  expect(new URL(team.url()).hash).toBe(`#thema-${apart}`);
  await team.goto(`${klankbord.origin}/team/${made.slug}/bijdragen/${own.number}`);
  await team.getByRole("link", { name: "Anders genoemd" }).click();
  await team.locator("#thema", { hasText: "Anders genoemd" }).waitFor();
  expect((await team.goto(`${klankbord.origin}/team/${made.slug}/bijdragen/999999`))?.status()).toBe(404);

  // the participant: sentence, number, own words, own page; and back by the theme to the sentence
  const guest = await open({
    cookie: await guestCookie(db, own.person, made.dialogueId),
    at: `/verslag/${made.slug}/1`,
    javaScriptEnabled: false,
  });
  await guest.getByRole("link", { name: /^Zij schreven \d+ bijdragen/ }).click();
  await guest.locator(`a[href="#achter-${apart}"]`).first().click();
  await words(guest).waitFor();
  await guest.getByRole("link", { name: "uw eigen pagina" }).click();
  const ownPart = (at: Page) => at.locator(`section[aria-labelledby="bijdrage-${own.number}"]`);
  await ownPart(guest).getByText(own.text, { exact: true }).waitFor();
  await ownPart(guest).getByText("Hoe het daar kwam").click();
  await ownPart(guest)
    .getByText(/apart gezet in ‘Anders genoemd’/)
    .waitFor();
  await ownPart(guest).getByRole("link", { name: "Anders genoemd" }).click();
  await sentence(guest).waitFor();
  expect(new URL(guest.url()).hash).toBe(`#thema-${apart}`);
  // axe needs script
  const looked = await open({ at: `/team/${made.slug}/bijdragen/${own.number}` });
  await expectAccessible(looked, "trail");
  const mine = await open({
    cookie: await guestCookie(db, own.person, made.dialogueId),
    at: `/mijn/${made.slug}/inbreng`,
  });
  await ownPart(mine).getByText("Hoe het daar kwam").click();
  await expectAccessible(mine, "own-trail");
  for (const opened of [team, guest, looked, mine]) await opened.context().close();
});

test("nothing went wrong in the browser", () => {
  expect(faults).toEqual([]);
});

/** As if somebody shared it in a session that still goes on. */
async function addNeed(text: string): Promise<void> {
  const id = crypto.randomUUID() as ContributionId;
  const deed = {
    scope: made.dialogueId,
    actor: "command",
    what: "contribution.add",
    subject: { kind: "contribution", id },
  } as const;
  await change(database.db, deed, async (tx) => {
    const [{ last } = { last: 0 }] = await tx
      .select({ last: sql<number>`max(${contribution.number})` })
      .from(contribution)
      .where(eq(contribution.dialogueId, made.dialogueId));
    await tx.insert(contribution).values({
      id,
      dialogueId: made.dialogueId,
      sessionId: made.sessionId,
      kind: "need",
      number: last + 1,
      text,
      shared: "all",
      personId: made.personIds.get("P001") ?? null,
    });
  });
}

/** So many needs of each field in the theme with its name, as an analyst would have done. */
async function teach(count: number): Promise<void> {
  const themes = await database.db.select({ id: theme.id, name: theme.name }).from(theme).where(isNull(theme.removedAt));
  const already = new Set((await placed()).map(({ id }) => id));
  for (const { id, name } of themes) {
    const needs = await database.db
      .select({ id: contribution.id })
      .from(contribution)
      .innerJoin(field, eq(field.id, contribution.fieldId))
      .where(sql`${field.name} = ${name} and ${inArray(contribution.kind, ["need"])}`)
      .limit(count);
    const form = new FormData();
    form.set("deed", "put");
    form.set("to", id);
    form.set("from", "");
    for (const need of needs) if (!already.has(need.id)) form.append("needs", need.id);
    const answer = await fetch(`${klankbord.origin}/team/${made.slug}/themas`, {
      method: "POST",
      body: form,
      redirect: "manual",
      headers: { cookie, origin: klankbord.origin },
    });
    expect(answer.status).toBeLessThan(400);
  }
}

/** Each number of people in the report is the size of the set behind its link, person by person. */
async function expectSetsToFit(when: string): Promise<void> {
  const html = await (await fetch(`${klankbord.origin}/team/${made.slug}/verslag/voorbeeld`, { headers: { cookie } })).text();
  const numbers = [...html.matchAll(/<a href="#achter-([\w-]+)">(\d+)<\/a>/g)].map(([, id, n]) => [id, Number(n)] as const);
  const told = new Map([...numbers].reverse());
  expect(told.size, when).toBeGreaterThan(3);
  for (const [id, people] of told) {
    const from = html.indexOf(`id="achter-${id}"`);
    const list = html.slice(from, html.indexOf("</details>", from));
    const behind = [...list.matchAll(/id="bijdrage-(\d+)"/g)].map(([, number]) => Number(number));
    const { rows } = await database.pool.query<{ person: string }>(
      `select person_id as person from contribution where dialogue_id = $1 and number = any($2)
       union select b.person_id from backing b join contribution c on c.id = b.contribution_id
       where c.dialogue_id = $1 and c.number = any($2)`,
      [made.dialogueId, behind],
    );
    expect(rows.length, `${when}: ${id}`).toBe(people);
    expect(new Set(behind).size, `${when}: ${id}`).toBe(behind.length);
  }
}
const placedIn = async (themeId: string): Promise<string[]> =>
  (
    await database.db
      .select({ id: placement.contributionId })
      .from(placement)
      .where(eq(placement.themeId, themeId as never))
  ).map(({ id }) => id);
const lastStep = async () =>
  (await database.pool.query<{ step: number }>("select max((payload->>'step')::int) as step from theme_event")).rows[0]?.step ??
  0;

async function deed(fields: Readonly<Record<string, string | number | readonly string[]>>): Promise<void> {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, String(one));
  expect((await postForm(`${klankbord.origin}/team/${made.slug}/themas`, cookie, form)).status).toBe(303);
}
