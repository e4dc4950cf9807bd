import { randomUUID } from "node:crypto";
import type { Browser, Locator, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { change } from "../app/platform/database/change.server.ts";
import type { ContributionId, PersonId, ThemeId } from "../app/platform/ids.ts";
import { follow } from "../app/themes/history/history.server.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { type Morning, makeMorning } from "./morning.ts";
import { until } from "./until.ts";
import { again, visit } from "./visit.ts";
import { guestCookie, postForm, teamCookie } from "./visitors.ts";

/** What each of twelve people writes for themselves, and under which theme an analyst lays it. The first three sit at a browser. */
const needs: readonly (readonly [theme: string, text: string])[] = [
  ["Een vast gezicht", "Eén vaste contactpersoon die ik kan bellen als een gezin vastloopt."],
  ["Tijd", "Tijd om na een huisbezoek rustig na te bellen."],
  ["Zicht op hulp", "Zicht op de hulp die al bij een gezin over de vloer komt."],
  ["Een vast gezicht", "Een vaste contactpersoon bij de gemeente die de telefoon opneemt."],
  ["Een vast gezicht", "Een vaste contactpersoon bij de woningcorporatie, met een eigen nummer."],
  ["Schulden", "Een kort formulier om schuldhulp aan te vragen."],
  ["Schulden", "Een formulier voor schuldhulp dat in tien minuten klaar is."],
  ["Zicht op hulp", "Weten welke hulpverleners al over de vloer komen."],
  ["School", "Met de school afspreken wie de ouders belt."],
  ["School", "Een overleg van school en wijkteam over hetzelfde kind."],
  ["Schulden", "Schuldhulp die meteen begint, zonder wachtlijst."],
  ["Een plek", "Een plek in de buurt waar iedereen binnenloopt."],
];
const sameAgain = "Een vaste contactpersoon bij de gemeente die opneemt";
const sameToo = "Weten welke hulp al bij een gezin over de vloer komt.";
const late = "Een vaste contactpersoon bij de school die terugbelt.";
const themeOf = new Map([
  ...needs.map(([theme, text]) => [text, theme] as const),
  [sameAgain, "Een vast gezicht"],
  [sameToo, "Zicht op hulp"],
  [late, "Een vast gezicht"],
]);
const tables = [
  [0, 1, 3, 4, 5, 6],
  [2, 7, 8, 9, 10, 11],
] as const;
/** What the plenary comes to call one of the themes. */
const named = "Weten wie er komt";
/** Who also stands behind what. */
const recognised = [
  [4, "Een vaste contactpersoon bij de gemeente die de telefoon opneemt."],
  [5, "Een vaste contactpersoon bij de gemeente die de telefoon opneemt."],
  [9, "Schuldhulp die meteen begint, zonder wachtlijst."],
  [11, "Met de school afspreken wie de ouders belt."],
] as const;

describe("twelve people, from what they need to the report and back", () => {
  let database: FreshDatabase;
  let klankbord: Klankbord;
  let browser: Browser;
  let morning: Morning;
  let cookies: readonly string[];
  let organiser: string;
  let facilitator: string;
  let pages: readonly [Page, Page, Page];
  let analyst: Page;
  const faults: string[] = [];
  /** All that was acknowledged. */
  const written = new Map<string, PersonId>();

  beforeAll(async () => {
    database = await freshDatabase();
    const { db } = database;
    morning = await makeMorning(db, needs.length);
    await morning.seat("group", tables);
    await query(
      "insert into call (dialogue_id, lead, owner, contact) values ($1, 'Wat hebt u nodig?', 'Programmabureau', 'vragen@p.example')",
      [morning.dialogueId],
    );
    await query("insert into privacy_text (dialogue_id, version, text) values ($1, 1, 'Wat we bewaren.')", [morning.dialogueId]);
    cookies = await Promise.all(morning.people.map((id) => guestCookie(db, id, morning.dialogueId)));
    organiser = await teamCookie(db, "organiser", morning.dialogueId);
    facilitator = await teamCookie(db, "facilitator", morning.dialogueId);
    klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await klankbord?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
  });

  const query = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
    (await database.pool.query<T>(text, values)).rows;
  const room = () => `/bijeenkomst/${morning.sessionId}`;
  const team = () => `/team/${morning.slug}`;
  const cockpit = () => `${team()}${room()}`;
  const desktop = { viewport: { width: 1280, height: 900 } };
  const phone = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
  async function open(cookie: string, at: string, of: typeof desktop = desktop): Promise<Page> {
    const context = await browser.newContext({ locale: "nl-NL", ...of });
    await carryCookie(context, cookie);
    const page = await context.newPage();
    page.on("pageerror", (error) => faults.push(error.message));
    await visit(page, klankbord.origin + at);
    return page;
  }
  /** To the part of this kind, told to every screen. */
  async function goTo(kind: string): Promise<void> {
    const subject = { kind: "session", id: morning.sessionId };
    await change(database.db, { scope: morning.dialogueId, actor: "system", what: "clock.goTo", subject }, async () => {
      await query(
        `update session set state = 'live', turn = turn + 1, step_started_at = now(), step_ends_at = now() + interval '20 minutes',
         paused_left_ms = null, current_step_id = (select id from step where session_id = $1 and kind = $2) where id = $1`,
        [morning.sessionId, kind],
      );
    });
  }
  const stepId = (kind: string) => morning.steps.find((one) => one.kind === kind)?.id ?? "";
  /** A form of the room, as a page without script sends it. @returns where it leads */
  async function send(who: number, at: string, fields: Record<string, string> | URLSearchParams): Promise<string> {
    const answer = await postForm(`${klankbord.origin}${room()}${at}`, cookies[who] ?? "", fields);
    expect(answer.status, at).toBe(303);
    return answer.headers.get("location") ?? "";
  }
  async function lead(cookie: string, at: string, fields: Record<string, string>): Promise<void> {
    const answer = await postForm(klankbord.origin + at, cookie, fields);
    expect(answer.status, at).toBe(303);
    expect(answer.headers.get("location")).not.toContain("melding");
  }
  async function write(who: number, text: string, kind = "alone", same = ""): Promise<string> {
    const fields = { id: randomUUID(), kind: "need", step: stepId(kind), text, ...(same && { same }) };
    const to = await send(who, "/bijdragen", fields);
    written.set(text, morning.people[who] as PersonId);
    return to;
  }
  async function idOf(text: string): Promise<ContributionId> {
    const [row] = await query<{ id: ContributionId }>("select id from contribution where text = $1", [text]);
    if (!row) throw new Error(`lost: ${text}`);
    return row.id;
  }
  const textOf = (who: number) => needs[who]?.[1] ?? "";

  const button = (page: Page, name: string, about: string) =>
    page.getByRole("button", { name: new RegExp(`^${name}\\s?: ${about.slice(0, 50)}`) });
  const box = (page: Page, about: string) =>
    page.getByRole("checkbox", { name: new RegExp(`^Leg samen\\s?: ${about.slice(0, 50)}`) });
  const placed = async () => (await query("select 1 from placement")).length;

  /** Nothing that was acknowledged is lost, and each need that is shared lies in one visible theme or on the pile. @returns where, by name */
  async function sound(): Promise<Record<string, string | null>> {
    const rows = await query<{
      id: ContributionId;
      text: string;
      person: PersonId;
      shared: string;
      theme: ThemeId | null;
      name: string | null;
    }>(
      `select c.id, c.text, c.person_id as person, c.shared, t.id as theme, t.name from contribution c
       left join placement p on p.contribution_id = c.id
       left join theme t on t.id = p.theme_id and t.removed_at is null and t.merged_into is null
       where c.kind = 'need' and c.state = 'visible' order by c.text`,
    );
    expect(new Map(rows.map(({ text, person }) => [text, person]))).toEqual(
      new Map([...written].sort(([a], [b]) => (a < b ? -1 : 1))),
    );
    expect(rows).toHaveLength(written.size);
    const [hanging] = await query<{ n: number }>(
      `select count(*)::int as n from placement p join theme t on t.id = p.theme_id where t.removed_at is not null or t.merged_into is not null`,
    );
    expect(hanging?.n, "placed in a theme that nobody sees").toBe(0);
    const { state } = await follow(database.db, morning.dialogueId);
    for (const { id, theme } of rows) expect(state.places.get(id) ?? null).toBe(theme);
    return Object.fromEntries(rows.map(({ text, name }) => [text, name]));
  }
  /** People who wrote or recognised a need of a theme, and its needs, from the tables. */
  const behind = async (): Promise<Record<string, { people: number; needs: number }>> =>
    Object.fromEntries(
      (
        await query<{ name: string; people: number; needs: number }>(
          `select t.name, count(distinct c.id)::int as needs, (select count(distinct person)::int from (
             select person_id as person from contribution where id in (select contribution_id from placement where theme_id = t.id)
             union select person_id from backing where contribution_id in (select contribution_id from placement where theme_id = t.id)
           ) as everybody) as people
           from theme t join placement p on p.theme_id = t.id join contribution c on c.id = p.contribution_id and c.state = 'visible'
           group by t.id`,
        )
      ).map(({ name, ...rest }) => [name, rest]),
    );
  /** The same, as the desk shows it; themes without needs left out. */
  const shown = async (): Promise<Record<string, { people: number; needs: number }>> =>
    Object.fromEntries(
      (
        await analyst.locator(".theme-list > li").evaluateAll((lines) =>
          lines.map((line) => ({
            name: line.querySelector("h3")?.textContent ?? "",
            people: Number(line.querySelector(".n .num")?.textContent),
            needs: Number(/(\d+) behoefte/.exec(line.textContent ?? "")?.[1]),
          })),
        )
      )
        .filter((one) => one.needs > 0)
        .map(({ name, ...rest }) => [name, rest]),
    );
  const addsUp = async () => {
    const places = await sound();
    await expect.poll(shown).toEqual(await behind());
    return places;
  };

  test("on a phone a need is three taps and one field; all else is closed until it is asked for, and may stay empty", async () => {
    await goTo("alone");
    const page = await open(cookies[2] ?? "", room(), phone);
    let taps = 0;
    const tap = async (what: Locator) => {
      await what.tap();
      taps += 1;
    };
    await tap(page.getByRole("link", { name: "Behoefte", exact: true }));
    const field = page.getByLabel("Wat hebt u nodig?", { exact: true });
    const form = page.locator("form", { has: field });
    const asked = form.locator("input, textarea, select").filter({ visible: true });
    await expect.poll(() => asked.count()).toBe(1);
    await expect.poll(() => form.locator("[aria-required=true]").count()).toBe(1);
    await expect.poll(() => field.inputValue()).toBe("");
    await tap(field);
    await page.keyboard.type(textOf(2));
    await tap(page.getByRole("button", { name: "Bewaar", exact: true }));
    await page.getByText(/^Bewaard als bijdrage \d+\.$/).waitFor();
    written.set(textOf(2), morning.people[2] as PersonId);
    expect(taps).toBe(3);
    await form.getByText("Vertel er meer over (hoeft niet)").tap();
    await expect.poll(() => asked.count()).toBeGreaterThan(10);
    await expect.poll(() => form.locator("[aria-required=true]").count()).toBe(1);
    expect(
      await asked.evaluateAll((all) => all.filter((one) => "value" in one && one.matches("textarea") && one.value !== "")),
    ).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.context().close();
    await sound();
  });

  test("each writes what they need, and nobody else sees it yet", async () => {
    pages = [await open(cookies[0] ?? "", room()), await open(cookies[1] ?? "", room()), await open(cookies[2] ?? "", room())];
    await Promise.all(needs.slice(3).map(([, text], at) => write(at + 3, text)));
    for (const [at, page] of pages.slice(0, 2).entries()) {
      await page.getByRole("link", { name: "Behoefte", exact: true }).click();
      await page.getByLabel("Wat hebt u nodig?", { exact: true }).fill(textOf(at));
      await page.getByRole("button", { name: "Bewaar", exact: true }).click();
      await page.getByText(/^Bewaard als bijdrage \d+\.$/).waitFor();
      written.set(textOf(at), morning.people[at] as PersonId);
      await expect.poll(() => page.getByRole("region", { name: "Herkent u dit?" }).count()).toBe(0);
    }
    await sound();
    expect(await query("select distinct shared from contribution")).toEqual([{ shared: "private" }]);
  });

  test("on the tables they recognise each other's, put together and choose what to bring", async () => {
    await goTo("group");
    const [one, two, three] = pages;
    const share = async (who: number) => send(who, `/bijdragen/${await idOf(textOf(who))}/deling`, { with: "group" });
    await Promise.all(needs.slice(3).map((_, at) => share(at + 3)));
    for (const [at, page] of pages.entries()) {
      await button(page, "Leg op tafel", textOf(at)).click();
      await until(
        async () => (await query("select 1 from contribution where text = $1 and shared = 'group'", [textOf(at)])).length > 0,
      );
    }
    // the same in other words: while typing, and without script once it is kept
    await two.getByRole("link", { name: "Behoefte", exact: true }).click();
    await two.getByLabel("Wat hebt u nodig?", { exact: true }).fill(sameAgain);
    await button(two, "Mijn behoefte is dezelfde", textOf(3)).press("Enter");
    await two.getByText(/uw eigen woorden voor bijdrage \d+\. U staat daar nu ook achter/).waitFor();
    written.set(sameAgain, morning.people[1] as PersonId);
    const kept = await write(7, sameToo, "group");
    expect(kept).toMatch(/\/gelijke/);
    await send(7, `/bijdragen/${await idOf(sameToo)}/gelijke`, { same: await idOf(textOf(2)) });
    await Promise.all(
      recognised.map(async ([who, text]) => send(who, `/bijdragen/${await idOf(text)}/herkenning`, { stands: "1" })),
    );
    await button(one, "Dit herken ik", textOf(4)).click();
    await until(async () => (await query("select 1 from backing")).length === recognised.length + 3);

    for (const text of [textOf(5), textOf(6)]) await box(one, text).check();
    await one.getByRole("button", { name: "Leg samen wat is aangevinkt" }).click();
    await two.getByRole("heading", { name: "Samengelegd: 2 behoeften, van 2 mensen" }).waitFor();
    await two
      .locator(".together")
      .getByRole("button", { name: /^Neem mee/ })
      .click();
    await one.getByText("gaat mee", { exact: true }).waitFor();
    await send(
      8,
      "/samen",
      new URLSearchParams([
        ["need", await idOf(textOf(8))],
        ["need", await idOf(textOf(9))],
      ]),
    );
    await three.getByRole("heading", { name: "Samengelegd: 2 behoeften, van 3 mensen" }).waitFor();
    await send(9, "/meenemen", { need: await idOf(textOf(2)), on: "1" });
    await three.getByText("gaat mee", { exact: true }).waitFor();
    await sound();
  });

  test("an analyst lays them with themes by keyboard while they still come in", async () => {
    analyst = await open(await teamCookie(database.db, "analyst", morning.dialogueId), `${team()}/themas`);
    await analyst.getByText(`0 van de ${written.size} behoeften ingedeeld`).waitFor();
    const open_ = analyst.locator("#openligt");
    const letters = new Map<string, string>();
    let came = false;
    let byDigit = 0;
    // what goes along with a need: put together at a table, and other words for it
    const along = new Set([/legde dit samen met/, /andere woorden voor deze behoefte/i]);
    /** The key under which this theme is suggested; the suggestions come a moment after the desk. */
    const suggested = async (theme: string, wait: boolean): Promise<string | null> => {
      const best = analyst.locator(".place.best");
      while (wait && (await best.count()) === 0) await again(analyst);
      return (await best.filter({ hasText: theme }).count()) > 0
        ? best.filter({ hasText: theme }).first().getAttribute("data-letter")
        : null;
    };
    for (;;) {
      const left = written.size - (await placed());
      if (left === 0 && came) break;
      if (left < 6 && !came) {
        came = true;
        await write(4, late, "group");
        // seen without asking, and what one reads stays where it is
        await analyst.getByText(new RegExp(`van de ${written.size} behoeften ingedeeld`)).waitFor();
      }
      const text = (await open_.textContent()) ?? "";
      const theme = themeOf.get(text) ?? "";
      expect(theme, text).not.toBe("");
      for (const group of along)
        if ((await analyst.getByRole("group", { name: group }).count()) > 0) {
          await expectAccessible(analyst, `a need with ${group}`);
          along.delete(group);
        }
      const before = await placed();
      const known = letters.get(theme);
      const digit = known ? await suggested(theme, before > 8) : null;
      if (digit) {
        await analyst.keyboard.press(digit);
        byDigit += 1;
      } else if (known) await analyst.keyboard.press(known);
      else {
        await analyst.keyboard.press("n");
        await analyst.keyboard.type(theme);
        await analyst.keyboard.press("Enter");
        const line = analyst.locator(".theme-list > li", { hasText: theme });
        await line.waitFor();
        letters.set(theme, (await line.locator("kbd").textContent()) ?? "");
      }
      await expect.poll(placed).toBeGreaterThan(before);
      if ((await placed()) < written.size) await expect.poll(() => open_.textContent()).not.toBe(text);
    }
    expect(byDigit).toBeGreaterThan(0);
    expect([...along]).toEqual([]);
    const places = await addsUp();
    expect(places).toEqual(Object.fromEntries([...written.keys()].sort().map((text) => [text, themeOf.get(text)])));
  });

  test("two themes are merged, one is split, and undone it is as it was", async () => {
    const theme = (name: string) => analyst.locator(".theme-list").getByRole("link", { name, exact: true });
    const open = async (name: string) => {
      await theme(name).click();
      await analyst.locator("h2#thema", { hasText: name }).waitFor();
    };
    const merge = async () => {
      await open("School");
      await analyst.getByText("Samenvoegen", { exact: true }).click();
      await analyst.getByLabel("Voeg samen met").selectOption({ label: "Zicht op hulp" });
      await analyst.getByRole("button", { name: "Voeg samen", exact: true }).click();
      await theme("School").waitFor({ state: "detached" });
    };
    const split = async () => {
      await open("Schulden");
      const need = analyst.locator(".reading > li", { hasText: textOf(10) });
      await need.getByRole("checkbox").check();
      await analyst.getByText("Maak er een eigen thema van", { exact: true }).click();
      await analyst.getByLabel("Naam van het nieuwe thema").fill("Zonder wachten");
      await analyst.keyboard.press("Enter");
      await theme("Zonder wachten").waitFor();
      await expect.poll(() => analyst.locator("#name-split").inputValue()).toBe("");
    };
    const begin = await addsUp();
    await merge();
    const merged = await addsUp();
    expect(merged[textOf(8)]).toBe("Zicht op hulp");
    await split();
    expect(await addsUp()).toEqual({ ...merged, [textOf(10)]: "Zonder wachten" });
    await analyst.getByRole("heading", { name: "Schulden" }).first().click();
    await analyst.keyboard.press("z");
    await theme("Zonder wachten").waitFor({ state: "detached" });
    expect(await addsUp()).toEqual(merged);
    await analyst.keyboard.press("z");
    await theme("School").waitFor();
    expect(await addsUp()).toEqual(begin);
    await merge();
    await split();
    expect(await addsUp()).toEqual({ ...merged, [textOf(10)]: "Zonder wachten" });
  });

  test("the plenary names a theme", async () => {
    await goTo("plenary");
    const [one, two] = pages;
    await lead(facilitator, `${cockpit()}/scherm`, { toont: "brought" });
    await two.getByRole("heading", { name: "Wat de deelgroepen meebrengen" }).waitFor();
    for (const who of [2, 5, 6]) await two.getByText(textOf(who), { exact: true }).first().waitFor();
    await expect.poll(() => two.getByText(textOf(8), { exact: true }).count()).toBe(0);
    const [row] = await query<{ id: string }>("select id from theme where name = 'Zicht op hulp' and merged_into is null");
    const names = `${cockpit()}/namen`;
    await lead(facilitator, names, { doen: "open", thema: row?.id ?? "" });
    await one.getByLabel("Uw voorstel voor een naam").fill(named);
    await one.getByRole("button", { name: "Stel voor" }).click();
    await two.getByText(named, { exact: true }).waitFor();
    const [naming] = await query<{ id: string }>("select id from theme_naming");
    const naam = naming?.id ?? "";
    await lead(facilitator, names, { doen: "let-choose", naam });
    await two.getByRole("button", { name: new RegExp(`^${named}`) }).press("Enter");
    const keuze = await idOf(named);
    await Promise.all([3, 4, 5, 6, 7, 8].map((who) => send(who, "/naamkeuze", { naming: naam, option: keuze })));
    await lead(facilitator, names, { doen: "close", naam });
    await one.getByText("De keuze is gesloten").waitFor();
    await lead(facilitator, names, { doen: "adopt", naam, keuze });
    await one.getByRole("heading", { name: `Dit thema heet nu ‘${named}’` }).waitFor();
    await analyst.locator(".theme-list").getByRole("link", { name: named, exact: true }).waitFor();
    expect((await addsUp())[textOf(8)]).toBe(named);
  });

  test("three marks each, and a short list once they are closed", async () => {
    await query("update step set collects = '{theme-mark}' where kind = 'prioritise'");
    await goTo("prioritise");
    const ids = new Map(
      (
        await query<{ id: string; name: string }>("select id, name from theme where merged_into is null and removed_at is null")
      ).map(({ id, name }) => [name, id]),
    );
    const choices = (who: number) =>
      who < 8 ? ["Een vast gezicht", named, "Schulden"] : ["Een vast gezicht", "Een plek", "Tijd"];
    await Promise.all(
      needs.slice(3).map(async (_, at) => {
        for (const name of choices(at + 3)) await send(at + 3, "/stippen", { theme: ids.get(name) ?? "", on: "1" });
      }),
    );
    for (const [at, page] of pages.entries()) {
      for (const name of choices(at)) await button(page, "Geef een stip", name).press("Enter");
      await page.getByText("U hebt uw drie stippen gegeven.").waitFor();
    }
    const figures = async () =>
      (
        await query<{
          figures: {
            people: number;
            withheld: number;
            options: { name: string; people: number; behind: number }[];
            shares: { id: string }[];
          };
        }>("select figures from short_list")
      )[0]?.figures;
    await lead(organiser, `${cockpit()}/klok`, {
      doen: "next",
      beurt: String((await query<{ turn: number }>("select turn from session"))[0]?.turn),
    });
    await lead(organiser, `${team()}/prioriteiten`, { doen: "count", lengte: "3", over: "themes" });
    await lead(organiser, `${team()}/prioriteiten`, { doen: "reveal" });
    const counted = await query<{ name: string; people: number }>(
      "select t.name, count(distinct m.person_id)::int as people from theme_mark m join theme t on t.id = m.theme_id group by t.id having count(*) >= 5 order by 2 desc, 1",
    );
    const made = await figures();
    const from = await behind();
    expect(made?.people).toBe(needs.length);
    expect(
      made?.options
        .map(({ name, people }) => ({ name, people }))
        .sort((a, b) => b.people - a.people || (a.name < b.name ? -1 : 1)),
    ).toEqual(counted);
    for (const { name, behind: people } of made?.options ?? []) expect(people, name).toBe(from[name]?.people);
    await pages[0].getByRole("link", { name: "Bekijk wat het zwaarst weegt" }).click();
    await pages[0].getByRole("heading", { name: "Voor iedereen" }).waitFor();
  });

  test("the report tells it with the same numbers", async () => {
    await lead(facilitator, `${cockpit()}/stand`, { doen: "end" });
    await lead(organiser, `${team()}/stand`, { stap: "start-harvest" });
    await lead(organiser, `${team()}/verslag/versies`, { number: "1", sure: "ja", change: "" });
    const [report] = pages;
    await report.goto(`${klankbord.origin}/verslag/${morning.slug}`);
    const told = await report
      .getByRole("table", { name: "De thema’s, met de meeste mensen bovenaan" })
      .locator("tbody tr")
      .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent ?? "")));
    const from = await behind();
    const endsWith = (cell = "") => Number(/\d+$/.exec(cell.trim())?.[0]);
    expect(
      Object.fromEntries(told.map(([name, , people, count]) => [name, { people: endsWith(people), needs: endsWith(count) }])),
    ).toEqual(from);
    await report.getByRole("heading", { name: "Voor iedereen" }).waitFor();
    const texts = await report.locator(".finding blockquote").allTextContents();
    expect(texts.sort()).toEqual([...written.keys()].sort());
    await sound();
  });

  test("from a sentence or a number to somebody's own words and back, through the merge, in three clicks at most", async () => {
    const [report] = pages;
    let clicks = 0;
    const click = async (what: ReturnType<Page["locator"]>) => {
      await what.click();
      clicks += 1;
    };
    const words = report.locator("blockquote", { hasText: textOf(8) });
    const overview = report.getByRole("table", { name: "De thema’s, met de meeste mensen bovenaan" });
    const hasCome = async (where: ReturnType<Page["locator"]>) => {
      await expect
        .poll(() =>
          where.evaluate((one) => {
            const { top, bottom } = one.getBoundingClientRect();
            return top >= -1 && bottom <= innerHeight + 1;
          }),
        )
        .toBe(true);
    };
    await expect.poll(() => words.isVisible()).toBe(false);
    await click(report.getByRole("link", { name: /waaronder \d+ behoeften in \d+ thema’s/ }));
    await click(
      overview
        .getByRole("row", { name: new RegExp(named) })
        .locator('a[href^="#achter-"]')
        .first(),
    );
    await words.waitFor();
    expect(clicks).toBeLessThanOrEqual(3);
    clicks = 0;
    await click(report.getByRole("link", { name: "Alle thema’s" }).locator("visible=true"));
    await hasCome(overview.getByRole("link", { name: named }));
    await click(report.getByRole("navigation", { name: "Inhoud" }).getByRole("link", { name: "In het kort" }));
    await hasCome(report.getByRole("link", { name: /waaronder \d+ behoeften/ }));
    expect(clicks).toBeLessThanOrEqual(3);

    // the team, from the draft's sentence to where these words come from, through the merge and the naming
    clicks = 0;
    await analyst.goto(`${klankbord.origin}${team()}/verslag/voorbeeld`);
    const section = analyst.locator("section.finding", { has: analyst.getByRole("heading", { name: named }) });
    await click(section.locator("summary"));
    await click(section.locator("li", { hasText: textOf(8) }).getByRole("link", { name: "Herkomst" }));
    await analyst.getByText("‘School’ samengevoegd met", { exact: false }).last().waitFor();
    expect(clicks).toBeLessThanOrEqual(3);
    clicks = 0;
    await click(analyst.getByRole("link", { name: "Bekijk de zin over dit thema in het verslag" }));
    await hasCome(section.getByRole("heading", { name: named }));
    expect(clicks).toBeLessThanOrEqual(3);

    // who wrote it follows it the same way, from what they wrote to where it stands
    const mine = await open(cookies[8] ?? "", `/mijn/${morning.slug}/inbreng`);
    const own = mine.locator("section", { hasText: textOf(8) });
    await own.getByRole("link", { name: named }).click();
    await mine.getByRole("heading", { name: named }).waitFor();
    await mine.getByRole("link", { name: "Mijn inbreng" }).click();
    await own.getByRole("link", { name: "Bekijk de plek in het verslag" }).click();
    await mine.locator("blockquote", { hasText: textOf(8) }).waitFor();
    expect(faults).toEqual([]);
  });
});
