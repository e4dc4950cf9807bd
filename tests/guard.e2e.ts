import type { Browser, BrowserContext, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { settingsOf } from "../app/dialogue/settings.server.ts";
import { asSeen } from "../app/dialogue/settings.ts";
import { dialogue } from "../app/dialogue/tables.ts";
import { change } from "../app/platform/database/change.server.ts";
import type { PersonId } from "../app/platform/ids.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { fillInvented, type Invented } from "./invented.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { until } from "./until.ts";
import { again, visit } from "./visit.ts";
import { guestCookie, postForm, teamCookie } from "./visitors.ts";

const steps = { alone: 2, check: 5, plenary: 7 } as const;
const phone = "06-00123456";

describe("the guard of personal data, and Meld dit", () => {
  let database: FreshDatabase;
  let klankbord: Klankbord;
  let browser: Browser;
  let made: Invented;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    database = await freshDatabase();
    made = await fillInvented(database.db);
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

  const person = (code: string) => made.personIds.get(code) as PersonId;
  const query = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
    (await database.pool.query<T>(text, values)).rows;
  async function goTo(step: keyof typeof steps): Promise<void> {
    const subject = { kind: "session", id: made.sessionId };
    await change(database.db, { scope: made.dialogueId, actor: "system", what: "clock.goTo", subject }, async () => {
      await query(
        `update session set state = 'live', turn = turn + 1, current_step_id = $1, step_started_at = now(),
         step_ends_at = now() + interval '10 minutes', paused_left_ms = null`,
        [made.stepIds[steps[step]]],
      );
    });
  }
  const room = () => `${klankbord.origin}/bijeenkomst/${made.sessionId}`;
  const cockpit = () => `${klankbord.origin}/team/${made.slug}/bijeenkomst/${made.sessionId}`;
  async function open(cookie: string, at: string, script = true, width = 1280): Promise<Page> {
    const context = await browser.newContext({ javaScriptEnabled: script, locale: "nl-NL", viewport: { width, height: 900 } });
    contexts.push(context);
    await carryCookie(context, cookie);
    const page = await context.newPage();
    await visit(page, at);
    return page;
  }
  const enter = async (code: string, { script = true, width = 1280, at = "" } = {}) =>
    open(await guestCookie(database.db, person(code), made.dialogueId), room() + at, script, width);
  const lead = async (width = 1280) =>
    open(await teamCookie(database.db, "facilitator", made.dialogueId), cockpit(), true, width);
  const textsOf = async (code: string) =>
    (await query<{ text: string }>("select text from contribution where person_id = $1", [person(code)])).map(({ text }) => text);
  const field = (page: Page) => page.getByLabel("Wat hebt u nodig?", { exact: true });
  test("warns before posting with the words marked; changed, or posted all the same, from the keyboard", async () => {
    await goTo("alone");
    const page = await enter("P001");
    const text = `Bel de zoon op ${phone}, hij weet het.`;
    await field(page).fill(text);
    await page.getByRole("button", { name: "Bewaar", exact: true }).click();
    await page.getByRole("alert").getByText("gaat dit over iemand?").waitFor();
    await expect.poll(() => page.locator("mark").allTextContents()).toEqual([phone]);
    await expect.poll(() => field(page).inputValue()).toBe(text);
    expect(await textsOf("P001")).not.toContain(text);
    await expectAccessible(page, "warning");

    await page.getByRole("button", { name: "Wijzigen" }).press("Enter");
    expect(await field(page).evaluate((element) => element === document.activeElement)).toBe(true);
    // what is typed is there after a reload too
    await again(page);
    await until(async () => (await field(page).inputValue()) === text);
    await page.getByRole("button", { name: "Bewaar", exact: true }).click();
    await page.getByRole("button", { name: "Toch plaatsen" }).press("Enter");
    await until(async () => (await textsOf("P001")).includes(text));
    await until(async () => (await field(page).inputValue()) === "");
    await page.locator("form mark").waitFor({ state: "detached" });
  });

  test("a bsn is refused, and only a bsn", async () => {
    await goTo("alone");
    const page = await enter("P002");
    await field(page).fill("Zijn bsn is 999990007.");
    await page.getByRole("button", { name: "Bewaar", exact: true }).click();
    await page.getByRole("alert").getByText("hier staat een burgerservicenummer in").waitFor();
    await expect.poll(() => page.getByRole("button", { name: "Toch plaatsen" }).count()).toBe(0);
    await expectAccessible(page, "bsn");
    await field(page).fill("Zijn nummer doet er niet toe.");
    await page.getByRole("button", { name: "Bewaar", exact: true }).click();
    await until(async () => (await textsOf("P002")).includes("Zijn nummer doet er niet toe."));
  });

  test("words with a ballot that were left behind can be changed above the next insight", async () => {
    await goTo("check");
    const page = await enter("P003", { at: "?inzicht=1" });
    await page.getByRole("radio", { name: "Eens", exact: true }).check();
    await page.getByRole("radio", { name: /Past onder voorwaarden/ }).check();
    const box = page.locator("textarea[name=condition]");
    await box.fill(`Als ${phone} opneemt.`);
    await page.getByRole("button", { name: /Volgend inzicht/ }).click();
    const held = page.locator("form.held");
    await held.getByText("gaat dit over iemand?").waitFor();
    await expectAccessible(page, "held");
    await held.locator("textarea").fill("Als er iemand opneemt.");
    await held.getByRole("button", { name: "Plaats gewijzigd" }).click();
    await until(async () => (await textsOf("P003")).includes("Als er iemand opneemt."));
    await held.waitFor({ state: "detached" });
    expect((await textsOf("P003")).join()).not.toContain(phone);
  });

  test("without script the page comes back with the warning, and with a button to post all the same", async () => {
    await goTo("alone");
    const page = await enter("P004", { script: false });
    const text = `Het gezin op Kikkerdrilstraat 12 heeft hulp nodig.`;
    await field(page).fill(text);
    await page.getByRole("button", { name: "Bewaar", exact: true }).click();
    await page.getByRole("heading", { name: "Nog niet geplaatst" }).waitFor();
    await expect.poll(() => page.locator("mark").allTextContents()).toEqual(["Kikkerdrilstraat 12"]);
    await expect.poll(() => page.locator("textarea[name=text]").inputValue()).toBe(text);
    // axe needs a page that may run script; this one is the same
    const same = await enter("P005");
    await field(same).fill(text);
    await same.locator("form", { has: field(same) }).evaluate((form: HTMLFormElement) => form.submit());
    await same.getByRole("heading", { name: "Nog niet geplaatst" }).waitFor();
    await expectAccessible(same, "without-script");
    await page.getByRole("button", { name: "Toch plaatsen" }).click();
    await until(async () => (await textsOf("P004")).includes(text));
    // to the room, or first to what others wrote that is like it
    expect(new URL(page.url()).pathname).toMatch(new RegExp(`^/bijeenkomst/${made.sessionId}(/bijdragen/[^/]+/gelijke)?$`));
  });

  test("a registration and the team's own texts are warned about before they are kept, and let through when their writer says so", async () => {
    const team = await teamCookie(database.db, "organiser", made.dialogueId);
    const [held] = await query<{ version: number; privacy: number }>(
      `select c.version, (select coalesce(max(version), 0) from privacy_text p where p.dialogue_id = c.dialogue_id)::int as privacy
       from call c where dialogue_id = $1`,
      [made.dialogueId],
    );
    const ids = async (table: "field" | "party") =>
      (
        await query<{ id: string }>(`select id from ${table} where dialogue_id = $1 order by position limit 1`, [made.dialogueId])
      )[0]?.id ?? "";
    const session = made.sessionId;
    await query(
      `update session set state = 'registration-open', starts_at = now() + interval '9 days',
       ends_at = now() + interval '9 days 2 hours', registration_closes_at = null, capacity = 500 where id = $1`,
      [session],
    );
    await query("update dialogue set state = 'open' where id = $1", [made.dialogueId]);
    const call = ["title", "lead", "purpose", "background", "forWhom", "whatHappens", "owner", "contact", "privacy"];
    const words = `Vraag het aan ${phone}.`;
    const registration = {
      ...{
        session,
        name: "Noor",
        mail: "noor@guard.example",
        organisation: "De Linde",
        function: "wijkverpleegkundige",
        area: "",
      },
      ...{
        shownAs: "full",
        party: await ids("party"),
        field: await ids("field"),
        licence: "on",
        privacyVersion: String(held?.privacy ?? 0),
      },
    };
    const id = crypto.randomUUID();
    const [sheet] = await query<{ version: number }>("select version from session where id = $1", [session]);
    const [row] = await database.db.select().from(dialogue).where(eq(dialogue.id, made.dialogueId));
    const settings = row ? asSeen(settingsOf(row)) : "";
    const forms: [at: string, cookie: string, form: Record<string, string>, done: string][] = [
      [
        `/oproep/${made.slug}/aanmelden`,
        "",
        { ...registration, brings: words },
        "select 1 from registration_form where answers::text like '%06-00123456%'",
      ],
      [
        `/team/${made.slug}/oproep`,
        team,
        { ...Object.fromEntries(call.map((name) => [name, "Tekst"])), version: String(held?.version ?? 1), background: words },
        "select 1 from call where background like '%06-00123456%'",
      ],
      [
        `/team/${made.slug}/inzichten`,
        team,
        { insight: id, deed: "add", text: words },
        "select 1 from insight where text like '%06-00123456%'",
      ],
      [
        `/team/${made.slug}/verslag`,
        team,
        { introduction: words, conclusions: "", version: "0" },
        "select 1 from report_draft where introduction like '%06-00123456%'",
      ],
      [
        `/team/${made.slug}/aanmeldingen/bericht`,
        team,
        { id, session, audience: "admitted", subject: "Vraag", text: words, deed: "send" },
        "select 1 from message where text like '%06-00123456%'",
      ],
      [
        `/team/${made.slug}/themas`,
        team,
        { deed: "add", theme: id, name: "Vervoer", description: words },
        "select 1 from theme where description like '%06-00123456%'",
      ],
      [
        `/team/${made.slug}/instellingen`,
        team,
        { houseRules: words, helpContact: `Joris, ${phone}`, language: "nl", admission: "automatic", seen: settings },
        "select 1 from dialogue where house_rules like '%06-00123456%'",
      ],
      [
        `/team/${made.slug}/bijeenkomsten/nieuw`,
        team,
        { id, title: words, date: "2030-01-15", from: "09:00", until: "11:00", capacity: "30", basis: "template" },
        "select 1 from session where title like '%06-00123456%'",
      ],
      [
        `/team/${made.slug}/draaiboek/${session}`,
        team,
        {
          ...{ deed: "save", step: made.stepIds.at(-1) ?? "", version: String(sheet?.version), kind: "plenary" },
          ...{ title: "Slot", minutes: "10", script: words },
        },
        "select 1 from step where script like '%06-00123456%'",
      ],
    ];
    const context = await browser.newContext({ locale: "nl-NL", viewport: { width: 1280, height: 900 } });
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(`${klankbord.origin}/oproep/${made.slug}/aanmelden`);
    await page.locator("form", { has: page.locator("[name=brings]") }).evaluate(
      (form: HTMLFormElement, answers) => {
        for (const [name, value] of Object.entries(answers)) {
          const field = form.elements.namedItem(name) as HTMLInputElement | null;
          if (field?.type === "checkbox") field.checked = true;
          else if (field) field.value = value;
        }
        form.submit();
      },
      { ...registration, brings: words },
    );
    await page.getByText("gaat dit over iemand?").waitFor();
    await expect.poll(() => page.locator("[name=brings]").inputValue()).toBe(words);
    await expectAccessible(page, "registration-guard");
    for (const [at, cookie, form, done] of forms) {
      const warned = await postForm(klankbord.origin + at, cookie, form);
      expect(warned.status, at).toBe(422);
      const page = await warned.text();
      expect(page, at).toContain(`<mark>${phone}</mark>`);
      expect(page, at).toContain("Toch plaatsen");
      expect(await query(done), at).toEqual([]);
      const bsn = await postForm(
        klankbord.origin + at,
        cookie,
        Object.fromEntries(Object.entries(form).map(([name, text]) => [name, text === words ? "Zijn bsn is 999990007." : text])),
      );
      expect(bsn.status, at).toBe(422);
      expect(await bsn.text(), at).not.toContain("Toch plaatsen");
      expect((await postForm(klankbord.origin + at, cookie, { ...form, toch: phone })).status, at).toBeLessThan(400);
      expect(await query(done), at).toHaveLength(1);
    }
  });

  test("a line of who leads is warned about where it is typed, and comes back with its words when script is missing", async () => {
    await goTo("alone");
    const said = () => query("select 1 from session where announcement <> ''");
    const cookie = await teamCookie(database.db, "facilitator", made.dialogueId, { name: "Joris", mail: "joris@team.example" });
    const post = (at: string, form: Record<string, string>) => postForm(cockpit() + at, cookie, form);
    const [table] = await query<{ id: string }>(`select id from "group" where session_id = $1 limit 1`, [made.sessionId]);
    for (const [at, form, field] of [
      ["/bericht", {}, "tekst"],
      ["/tafelberichten", { deelgroep: table?.id ?? "" }, "tekst"],
      ["/verborgen", { doen: "hide", bijdrage: crypto.randomUUID() }, "reden"],
    ] as const) {
      const words = `Bel ${phone} & vraag door.`;
      const warned = await post(at, { ...form, [field]: words });
      expect(warned.status, at).toBe(422);
      const page = await warned.text();
      expect(page, at).toContain(`<mark>${phone}</mark>`);
      expect(page, at).toContain(`>Bel ${phone} &amp; vraag door.</textarea>`);
      const bsn = await post(at, { ...form, [field]: "Zijn bsn is 999990007.", toch: "999990007" });
      expect([bsn.status, (await bsn.text()).includes("Toch plaatsen")], at).toEqual([422, false]);
    }
    // what cannot be done for another reason keeps its words too
    const gone = await post("/tafelberichten", { deelgroep: crypto.randomUUID(), tekst: "Nog vijf minuten." });
    expect(await gone.text()).toMatch(/Die deelgroep is er niet meer[\s\S]*>Nog vijf minuten\.<\/textarea>/);
    expect(await said()).toEqual([]);

    const bare = await open(cookie, cockpit(), false, 320);
    await bare.getByLabel("Uw bericht").fill(`Lukt het niet? Bel ${phone}.`);
    await bare.getByLabel("Uw bericht").press("Enter");
    await bare.getByRole("heading", { name: "Nog niet geplaatst" }).waitFor();
    await expect.poll(() => bare.getByLabel("Uw tekst").inputValue()).toBe(`Lukt het niet? Bel ${phone}.`);
    await bare.getByRole("button", { name: "Toch plaatsen" }).click();
    await until(async () => (await said()).length === 1);
    expect(new URL(bare.url()).pathname).toBe(new URL(cockpit()).pathname);
    await post("/bericht", { tekst: "" });

    const desk = await open(cookie, cockpit());
    const line = desk.getByLabel("Uw bericht");
    await line.fill(`Mail naar hulp@wijk.example of bel ${phone}.`);
    await line.press("Enter");
    await desk.getByRole("alert").getByText("gaat dit over iemand?").waitFor();
    await expect.poll(() => line.inputValue()).toContain(phone);
    await expectAccessible(desk, "line-warned");
    await desk.getByRole("button", { name: "Wijzigen" }).press("Enter");
    await expect.poll(() => line.evaluate((element) => element === document.activeElement)).toBe(true);
    await desk.getByRole("button", { name: "Toch plaatsen" }).press("Enter");
    await until(async () => (await said()).length === 1);
    await desk.getByRole("alert").waitFor({ state: "detached" });
    await post("/bericht", { tekst: "" });
  });

  test("Meld dit reaches the cockpit; hidden, redacted or left, and everybody concerned is told", async () => {
    await goTo("plenary");
    const [id1, id2] = ["P010", "P011"].map(person);
    const put = async (personId: PersonId | undefined, text: string) =>
      (
        await query<{ id: string; number: number }>(
          `insert into contribution (dialogue_id, session_id, step_id, number, kind, text, shared, person_id)
           select $1, $2, $3, max(number) + 1, 'suggestion', $4, 'all', $5 from contribution returning id, number`,
          [made.dialogueId, made.sessionId, made.stepIds[steps.plenary], text, personId],
        )
      )[0]?.number ?? 0;
    await query("update step set collects = '{suggestion}' where id = $1", [made.stepIds[steps.plenary]]);
    const rude = await put(id1, "Die lui van de overkant deugen niet.");
    const named = await put(id2, `Vraag het aan de buurvrouw op ${phone}, die weet alles.`);
    const page = await enter("P012");
    const report = async (number: number, reason: string) => {
      const note = page.locator(`#bijdrage-${number}`);
      await note.getByText("Meld dit").click();
      await note.getByLabel(reason).check();
      if (number === rude) await expectAccessible(page, "report");
      await note.getByRole("button", { name: "Verstuur melding" }).click();
      await note.getByText("Door u gemeld").waitFor();
    };
    await report(rude, "Het is kwetsend");
    await report(named, "Er staan gegevens van iemand in");

    const desk = await lead();
    const list = desk.getByRole("region", { name: /Meldingen/ });
    await list.waitFor();
    const headings = await list.getByRole("heading", { level: 3 }).allTextContents();
    expect(headings[0]).toContain(`Suggestie ${named}`);
    await expectAccessible(desk, "cockpit");

    const first = list.locator("li", { hasText: `Suggestie ${named}` });
    await first.getByText("Haal woorden weg", { exact: true }).click();
    await expect.poll(() => first.getByLabel("Welke woorden?").inputValue()).toBe(phone);
    await first.locator("textarea[name=reden]:visible").fill("Een nummer van iemand die er niet bij is");
    await first.getByRole("button", { name: "Haal deze woorden weg" }).click();
    await first.waitFor({ state: "detached" });
    await page.locator(`#bijdrage-${named}`).getByText("op [weggehaald], die weet alles.", { exact: false }).first().waitFor();

    const second = list.locator("li", { hasText: `Suggestie ${rude}` });
    await second.getByText("Haal de hele bijdrage weg").click();
    await second.locator("textarea[name=reden]:visible").fill("Dit gaat over mensen, niet over de zaak");
    await second.getByRole("button", { name: "Haal weg", exact: true }).click();
    await second.waitFor({ state: "detached" });
    await page.locator(`#bijdrage-${rude}`).waitFor({ state: "detached" });

    await page.getByText("Uw 2 meldingen").click();
    await page.getByText("De woorden zijn weggehaald.").waitFor();
    await page.getByText("Weggehaald. Niemand ziet dit meer.").waitFor();
    await expectAccessible(page, "told-reporter");
    const [state] = await query<{ hidden_reason: string; hidden_by: string }>(
      "select hidden_reason from contribution where number = $1",
      [rude],
    );
    expect(state?.hidden_reason).toBe("Dit gaat over mensen, niet over de zaak");
  });
});
