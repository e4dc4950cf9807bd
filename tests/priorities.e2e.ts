import type { Browser, BrowserContext, Page } from "@playwright/test";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { change } from "../app/platform/database/change.server.ts";
import type { ContributionId, PersonId, ThemeId } from "../app/platform/ids.ts";
import { revealInsights } from "../app/session/outcomes/reveal.server.ts";
import { doThemes } from "../app/themes/themes.server.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { fillInvented, type Invented } from "./invented.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { until } from "./until.ts";
import { again, visit } from "./visit.ts";
import { guestCookie, teamCookie } from "./visitors.ts";

const weigh = 6;
const plenary = 7;

describe("marks over themes, and the short list", () => {
  let database: FreshDatabase;
  let klankbord: Klankbord;
  let browser: Browser;
  let made: Invented;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    database = await freshDatabase();
    made = await fillInvented(database.db);
    const names = [
      "Eén vast gezicht voor het hele gezin",
      "Rust in geld en papieren",
      "Een plek in de buurt om elkaar te zien",
      "Taal die iedereen snapt",
      "Veilig de straat over",
      "Samen opvoeden, ook als het lastig is",
      "Sneller een huis dat past",
    ];
    for (const [position, name] of names.entries())
      await doThemes(database.db, made.dialogueId, person("P001"), {
        deed: "add",
        theme: crypto.randomUUID() as ThemeId,
        name,
        description: position === 0 ? "Wie er ook komt, de bewoner hoeft het verhaal één keer te doen." : "",
        needs: [...made.needIds.values()].filter((_, at) => at % names.length === position) as ContributionId[],
      });
    klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
    browser = await launchBrowser();
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await klankbord?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
  });

  const query = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
    (await database.pool.query<T>(text, values)).rows;
  async function goTo(step: number): Promise<void> {
    const subject = { kind: "session", id: made.sessionId };
    await change(database.db, { scope: made.dialogueId, actor: "system", what: "clock.goTo", subject }, async () => {
      await query(
        `update session set state = 'live', turn = turn + 1, current_step_id = $1, step_started_at = now(),
         step_ends_at = now() + interval '10 minutes', paused_left_ms = null`,
        [made.stepIds[step]],
      );
    });
  }
  async function open(cookie: string, at: string, script = true): Promise<Page> {
    const context = await browser.newContext({
      javaScriptEnabled: script,
      locale: "nl-NL",
      viewport: { width: 1280, height: 900 },
    });
    contexts.push(context);
    await carryCookie(context, cookie);
    const page = await context.newPage();
    await visit(page, `${klankbord.origin}${at}`);
    return page;
  }
  const room = () => `/bijeenkomst/${made.sessionId}`;
  const desk = () => `/team/${made.slug}/prioriteiten`;
  const person = (code: string) => made.personIds.get(code) as PersonId;
  const enter = async (code: string, script = true, at = "") =>
    open(await guestCookie(database.db, person(code), made.dialogueId), room() + at, script);
  const given = async (code: string) => (await query("select 1 from theme_mark where person_id = $1", [person(code)])).length;
  test("three marks over themes, also without script; taken back and given elsewhere", async () => {
    await query("update step set collects = '{theme-mark}' where id = $1", [made.stepIds[weigh]]);
    await goTo(weigh);
    const page = await enter("P001");
    const give = page.getByRole("button", { name: /^Geef een stip/ });
    for (const left of ["U hebt nog 2 stippen.", "U hebt nog 1 stip.", "U hebt uw drie stippen gegeven."]) {
      await give.first().press("Enter");
      await page.getByText(left).waitFor();
    }
    await expect.poll(() => give.first().isDisabled()).toBe(true);
    await expectAccessible(page, "theme-marks");
    await page
      .getByRole("button", { name: /^Neem terug/ })
      .first()
      .click();
    await page.getByText("U hebt nog 1 stip.").waitFor();
    await until(async () => (await given("P001")) === 2);

    const plain = await enter("P002", false);
    await plain
      .getByRole("button", { name: /^Geef een stip/ })
      .first()
      .click();
    await plain.getByText("U hebt nog 2 stippen.").waitFor();
    expect(await given("P002")).toBe(1);
    await expect.poll(() => plain.getByText(/mensen/).count()).toBe(0);
  });

  test("counted after closing, three lists with reasons, shown to participants when the organiser says so", async () => {
    await query("delete from theme_mark");
    const themes = await query<{ id: string }>(
      "select id from theme where removed_at is null and merged_into is null order by position",
    );
    const people = [...made.personIds.values()];
    // four in six choose the same three, the others something of their own
    for (const [at, id] of people.entries())
      for (const choice of at % 6 < 4 ? [0, 1, 2] : at % 6 === 4 ? [3, 4] : [5, 6])
        await query("insert into theme_mark (session_id, person_id, theme_id) values ($1, $2, $3)", [
          made.sessionId,
          id,
          themes[choice]?.id,
        ]);
    await goTo(weigh);
    const page = await open(await teamCookie(database.db, "organiser", made.dialogueId), desk());
    await page.getByText("Er worden nu nog stippen gezet.").first().waitFor();
    await page.getByRole("button", { name: "Tel de stippen" }).click();
    await page.getByRole("alert").getByText("Tel als dat onderdeel voorbij is").waitFor();
    await goTo(plenary);
    await page.getByLabel("Hoeveel plaatsen heeft een lijst?").fill("40");
    await page.getByRole("button", { name: "Tel de stippen" }).click();
    await page.getByText("Kies een getal van 3 tot en met 12.").waitFor();
    await expectAccessible(page, "desk-error");
    // what the practice check said about a theme stands with it, for who tied the two
    const analystCookie = await teamCookie(database.db, "analyst", made.dialogueId);
    const analyst = await open(analystCookie, `/team/${made.slug}/themas?thema=${themes[0]?.id}`);
    await analyst.getByText("Koppel inzichten uit de praktijktoets").click();
    await analyst.getByRole("checkbox", { name: /^1\. / }).check();
    await expectAccessible(analyst, "insights-of-a-theme");
    await analyst.getByRole("button", { name: "Bewaar koppeling" }).click();
    await analyst.getByText("Inzichten uit de praktijktoets (1)").waitFor();
    await revealInsights(database.db, made.dialogueId, person("P001"), "all");
    await page.getByLabel("Hoeveel plaatsen heeft een lijst?").fill("3");
    await page.getByRole("button", { name: "Tel de stippen" }).click();
    await page.getByRole("heading", { name: "Voor iedereen" }).waitFor();
    await page
      .getByText(/24 mensen(, vooral uit .+,)? vinden hier niets van hun keuze terug/)
      .first()
      .waitFor();
    await page.getByRole("heading", { name: "Getoetst in de praktijk" }).waitFor();
    await expectAccessible(page, "short-lists-team");

    const before = await enter("P003", false, "/prioriteiten");
    await before.getByText("Er is nog niets te zien.").waitFor();
    await page.getByRole("button", { name: "Toon aan deelnemers" }).click();
    await page.getByText("Deelnemers zien dit").waitFor();
    const inRoom = await enter("P003");
    await inRoom.getByRole("link", { name: "Bekijk wat het zwaarst weegt" }).click();
    await inRoom.getByRole("heading", { name: "Wat erachter zit" }).waitFor();
    await expectAccessible(inRoom, "short-lists-participant");
    const report = await open(analystCookie, `/team/${made.slug}/verslag/voorbeeld`);
    if ((await query("select 1 from session where state = 'live'")).length > 0) {
      await query("update session set state = 'ended'");
      await again(report);
    }
    await report.getByRole("heading", { name: "Voor iedereen" }).waitFor();
    await expectAccessible(report, "short-lists-report");
  });
});
