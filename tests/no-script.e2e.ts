import type { Browser, BrowserContext, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { step } from "../app/dialogue/tables.ts";
import { onlineDialogue } from "../app/prepare/run-sheet/templates/online-dialogue.ts";
import { insight } from "../app/session/insights/tables.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { linkIn, openPost, type Post } from "./post.ts";
import { type OpenDialogue, openDialogue } from "./registrants.ts";
import { teamCookie } from "./visitors.ts";

/** The way of a participant, in order, in a browser without script; so is the facilitator's. Each test goes on from the one before. */
describe("from call to own data without script", () => {
  let database: FreshDatabase;
  let post: Post;
  let klankbord: Klankbord;
  let browser: Browser;
  let made: OpenDialogue;
  let noor: Page;
  let ilias: Page;
  let facilitator: Page;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    database = await freshDatabase();
    const { db } = database;
    made = await openDialogue(db);
    await db.insert(step).values(
      onlineDialogue("nl").map((one, position) => ({
        ...one,
        collects: [...one.collects],
        sessionId: made.sessionId,
        position,
      })),
    );
    const texts = ["Eén gezin, één plan en één regisseur werkt.", "Een vast spreekuur trekt meer mensen dan een loket."];
    await db
      .insert(insight)
      .values(texts.map((text, at) => ({ dialogueId: made.dialogueId, number: at + 1, position: at, text })));
    post = await openPost();
    klankbord = await startKlankbord({
      env: { DATABASE_URL: database.url, SMTP_URL: post.url, MAIL_FROM: "Klankbord <dialoog@voorbeeld.example>" },
    });
    browser = await launchBrowser();
    [noor, ilias, facilitator] = [await newPage(), await newPage(), await newPage()];
    await carryCookie(facilitator.context(), await teamCookie(db, "facilitator", made.dialogueId));
  });
  afterAll(async () => {
    for (const context of contexts) await context.close();
    await browser?.close();
    await klankbord?.[Symbol.asyncDispose]();
    await post?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
  });

  async function newPage(): Promise<Page> {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: "nl-NL", timezoneId: "Europe/Amsterdam" });
    contexts.push(context);
    return context.newPage();
  }
  const query = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
    (await database.pool.query<T>(text, values)).rows;
  const mine = (mail: string, columns: string) =>
    query<Record<string, unknown>>(
      `select ${columns} from contribution c join person p on p.id = c.person_id where p.mail = $1 order by c.number`,
      [mail],
    );
  const room = () => `${klankbord.origin}/bijeenkomst/${made.sessionId}`;
  const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();
  const note = (page: Page, text: string) => page.locator(".notes > li", { hasText: text }).first();
  const shows = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

  async function need(page: Page, text: string): Promise<void> {
    const form = page.locator("form:has(#tekst-need)");
    await form.getByLabel("Wat hebt u nodig?").fill(text);
    await form.getByRole("button", { name: "Leg op tafel" }).click();
    await note(page, text).waitFor();
  }
  /** axe is a script itself: it looks at what was served, in a browser that has script but fetches none. */
  async function expectServedAccessible(page: Page, where: string): Promise<void> {
    const context = await browser.newContext({ storageState: await page.context().storageState(), locale: "nl-NL" });
    const twin = await context.newPage();
    await twin.route("**/*", (route) => (route.request().resourceType() === "script" ? route.abort() : route.continue()));
    await twin.goto(page.url());
    await expectAccessible(twin, where);
    await context.close();
  }

  async function fillRegistration(page: Page, name: string, mail: string): Promise<void> {
    await page.getByLabel("Uw naam").fill(name);
    await page.getByLabel("E-mailadres").fill(mail);
    await page.getByLabel("Mijn naam en functie").check();
    await page.getByLabel("Praktijk", { exact: true }).check();
    await page.getByLabel("Functie", { exact: true }).fill("wijkverpleegkundige");
    await page.getByLabel("Organisatie", { exact: true }).fill("Zorggroep De Linde");
    await page.locator("[name=field]").first().check();
    await page.getByLabel("Wat brengt u mee?").fill("Ik ken de wijk.");
    await page.locator("[name=licence]").check();
  }
  /** By the mail that confirms and the mail with the personal link, to the room. */
  async function comeIn(page: Page, mail: string): Promise<void> {
    await page.goto(linkIn(await post.letter(mail, () => true), "/bevestig"));
    await page.locator("main form button").first().click();
    await shows(page, "Uw e-mailadres is bevestigd.");
    const admitted = await post.letter(mail, ({ calendar }) => calendar !== null);
    await page.context().clearCookies();
    await page.goto(linkIn(admitted, "/mee"));
    await press(page, /^Doe mee als/);
    await page.waitForURL(room());
  }
  async function lead(button: string): Promise<void> {
    await facilitator.goto(`${klankbord.origin}/team/${made.dialogueId}/bijeenkomst/${made.sessionId}`);
    await press(facilitator, button);
    expect(new URL(facilitator.url()).searchParams.get("melding")).toBeNull();
  }
  /** The facilitator moves on; who reads without script asks for the page again. */
  async function next(at: number): Promise<void> {
    await lead("Volgende onderdeel");
    for (const page of [noor, ilias]) {
      await page.goto(room());
      await shows(page, `Onderdeel ${at} van 9`);
    }
  }

  test("registration: what was wrong is said, what was typed is kept; then a mail with a link to confirm", async () => {
    await noor.goto(`${klankbord.origin}/oproep/${made.dialogueId}`);
    await noor.getByRole("link", { name: "Meld u aan" }).first().click();
    await fillRegistration(noor, "Noor Verhagen", "noor@");
    await noor.locator("[name=licence]").uncheck();
    // the same fields a second time stand behind a line, and stay open once one is chosen
    const other = noor.locator("[name=otherFields]").nth(1);
    await expect.poll(() => other.isVisible()).toBe(false);
    await noor.getByText("Met welke vakgebieden hebt u ook te maken?").first().click();
    await other.check();
    await press(noor, "Stuur uw aanmelding");
    await shows(noor, "Twee antwoorden kloppen nog niet");
    const summary = noor.getByRole("link", { name: "Vul een volledig e-mailadres in, zoals naam@organisatie.nl." });
    await expect.poll(() => summary.getAttribute("href")).toBe("#mail");
    await expect.poll(() => noor.getByLabel("Uw naam").inputValue()).toBe("Noor Verhagen");
    await expect.poll(() => noor.getByLabel("E-mailadres").inputValue()).toBe("noor@");
    await expect.poll(() => noor.getByLabel("Functie", { exact: true }).inputValue()).toBe("wijkverpleegkundige");
    await expect.poll(() => noor.getByLabel("Wat brengt u mee?").inputValue()).toBe("Ik ken de wijk.");
    await expect.poll(() => noor.getByLabel("Praktijk", { exact: true }).isChecked()).toBe(true);
    await expect.poll(() => noor.locator("[name=field]").first().isChecked()).toBe(true);
    await expect.poll(() => noor.getByLabel("Mijn naam en functie").isChecked()).toBe(true);
    await expect.poll(() => other.isVisible()).toBe(true);
    await expect.poll(() => other.isChecked()).toBe(true);
    expect(await query("select 1 from registration")).toEqual([]);
    await noor.getByLabel("E-mailadres").fill("noor@voorbeeld.example");
    await noor.locator("[name=licence]").check();
    await press(noor, "Stuur uw aanmelding");
    await shows(noor, "noor@voorbeeld.example");

    await ilias.goto(`${klankbord.origin}/oproep/${made.dialogueId}/aanmelden`);
    await fillRegistration(ilias, "Ilias Amrani", "ilias@voorbeeld.example");
    await press(ilias, "Stuur uw aanmelding");
    await shows(ilias, "ilias@voorbeeld.example");
  });

  test("the personal link leads to the lobby, with a card", async () => {
    await comeIn(noor, "noor@voorbeeld.example");
    await comeIn(ilias, "ilias@voorbeeld.example");
    expect(await query("select name, state, brings from registration order by name desc")).toEqual([
      { name: "Noor Verhagen", state: "admitted", brings: "Ik ken de wijk." },
      { name: "Ilias Amrani", state: "admitted", brings: "Ik ken de wijk." },
    ]);
    await lead("Open de wachtruimte");
    await noor.goto(room());
    await noor.getByRole("heading", { name: "Welkom, Noor" }).waitFor();
    await noor.getByText("Pas uw kaart aan").click();
    await noor.getByLabel("Dit zoek ik").fill("Hoe houden andere wijken dit vol?");
    await press(noor, "Bewaar uw kaart");
    await noor.locator("dd", { hasText: "Hoe houden andere wijken dit vol?" }).waitFor();
    await press(noor, "Ik heb dit gelezen");
    await shows(noor, "U hebt dit gelezen.");
    await expectServedAccessible(noor, "lobby without script");
  });

  test("in the group others read the card, and what is written", async () => {
    await lead("Start de bijeenkomst");
    await next(2);
    await noor.getByLabel("Uw antwoord voor de groep").fill("Ik breng twintig jaar wijkverpleging mee.");
    await press(noor, "Leg op tafel");
    await note(noor, "Ik breng twintig jaar wijkverpleging mee.").waitFor();
    await ilias.goto(room());
    await note(ilias, "Ik breng twintig jaar wijkverpleging mee.").waitFor();
    await ilias.locator(".seats").getByText("Kaart", { exact: true }).click();
    await shows(ilias, "Hoe houden andere wijken dit vol?");
    await press(ilias, "Ik schrijf mee");
    await shows(ilias, "U schrijft de notities");
  });

  test("alone: the current approach and a need, for nobody else yet", async () => {
    await next(3);
    for (const [kind, text] of [
      ["Wat werkt nu", "Het spreekuur in het buurthuis."],
      ["Wat knelt nu", "Ik bel vier loketten voor één gezin."],
      ["Suggestie", "Geef iedere wijk één nummer."],
    ] as const) {
      await noor.getByRole("link", { name: kind }).click();
      await noor.locator(".own form textarea[name=text]").fill(text);
      await press(noor, "Bewaar");
      await note(noor, text).waitFor();
    }
    await noor.getByRole("link", { name: "Behoefte" }).click();
    const form = noor.locator("form:has(#tekst-need)");
    await form.getByLabel("Wat hebt u nodig?").fill("Een vaste contactpersoon bij de gemeente.");
    await form.getByText("Vertel er meer over").click();
    await form.getByLabel("In welke situatie?").fill("Als een gezin bij vijf loketten loopt.");
    await form.getByLabel("zeer zwaar").check();
    await form.getByRole("button", { name: "Bewaar" }).click();
    await note(noor, "Een vaste contactpersoon bij de gemeente.").waitFor();
    expect(await mine("noor@voorbeeld.example", "c.kind, c.shared, c.situation, c.weight")).toEqual([
      { kind: "introduction", shared: "group", situation: "", weight: "" },
      { kind: "works", shared: "private", situation: "", weight: "" },
      { kind: "chafes", shared: "private", situation: "", weight: "" },
      { kind: "suggestion", shared: "private", situation: "", weight: "" },
      { kind: "need", shared: "private", situation: "Als een gezin bij vijf loketten loopt.", weight: "very-heavy" },
    ]);
    await ilias.goto(room());
    expect(await ilias.content()).not.toContain("Een vaste contactpersoon");
    await expectServedAccessible(noor, "alone without script");
  });

  test("on the table: share, recognise, change, withdraw", async () => {
    await next(4);
    await note(noor, "Een vaste contactpersoon").getByRole("button", { name: "Leg op tafel" }).click();
    await ilias.goto(room());
    await note(ilias, "Een vaste contactpersoon").getByRole("button", { name: "Dit herken ik" }).click();
    await note(ilias, "Een vaste contactpersoon").getByText("1 ander herkent dit").waitFor();
    await noor.goto(room());
    await note(noor, "Een vaste contactpersoon").getByText("1 ander herkent dit").waitFor();

    const own = note(noor, "Een vaste contactpersoon");
    await own.getByText("Wijzig of vertel er meer over").click();
    const edit = own.getByRole("form", { name: /^Wijzig bijdrage \d+$/ });
    await edit.getByLabel("Uw tekst").fill("Een vaste contactpersoon, die mag beslissen.");
    await edit.getByLabel("Wat zou helpen?").fill("Een direct nummer.");
    await edit.getByRole("button", { name: "Bewaar wijziging" }).click();
    await note(noor, "Een vaste contactpersoon, die mag beslissen.").locator("dd", { hasText: "Een direct nummer." }).waitFor();
    await note(noor, "Een vaste contactpersoon").getByRole("button", { name: "Deel met iedereen" }).click();
    await note(noor, "Een vaste contactpersoon").getByText("met iedereen").waitFor();

    const others = ["Een rustige plek voor gesprekken.", "Een nummer dat altijd opneemt.", "Dit neem ik terug."];
    for (const text of others) await need(ilias, text);
    for (const text of others.slice(0, 2)) await note(ilias, text).getByRole("button", { name: "Deel met iedereen" }).click();
    await need(noor, "Een auto van de wijk.");
    await note(ilias, "Dit neem ik terug.").getByText("Wijzig of vertel er meer over").click();
    await note(ilias, "Dit neem ik terug.").getByRole("button", { name: "Trek in" }).click();
    await shows(ilias, "Op tafel");
    await expect.poll(() => ilias.locator("main").textContent()).not.toContain("Dit neem ik terug.");
    await noor.goto(room());
    await note(noor, "Een rustige plek voor gesprekken.").waitFor();
    expect(await noor.content()).not.toContain("Dit neem ik terug.");

    // An empty need is refused, and the way back is there.
    const form = noor.locator("form:has(#tekst-need)");
    await form.getByLabel("Wat hebt u nodig?").fill("   ");
    await form.getByRole("button", { name: "Leg op tafel" }).click();
    await shows(noor, "Schrijf iets op.");
    await noor.getByRole("link", { name: "Terug naar de bijeenkomst" }).click();
    await expectServedAccessible(noor, "needs in the group without script");
    expect(await mine("noor@voorbeeld.example", "c.text, c.would_help, c.shared")).toContainEqual({
      text: "Een vaste contactpersoon, die mag beslissen.",
      would_help: "Een direct nummer.",
      shared: "all",
    });
    expect(await mine("ilias@voorbeeld.example", "c.text, c.shared, c.state")).toEqual([
      { text: "Een rustige plek voor gesprekken.", shared: "all", state: "visible" },
      { text: "Een nummer dat altijd opneemt.", shared: "all", state: "visible" },
      { text: "Dit neem ik terug.", shared: "group", state: "withdrawn" },
    ]);
    expect(await query("select 1 from backing")).toHaveLength(1);
  });

  test("the practice check: a ballot, a fit with its condition, an insight of one's own", async () => {
    await next(5);
    await shows(noor, "Even pauze.");
    await next(6);
    // Each meets the insights in an order of their own: this one begins with the first of the list.
    await noor.goto(`${room()}?inzicht=1`);
    await noor.getByLabel("Eens", { exact: true }).check();
    await noor.getByLabel("Past onder voorwaarden").check();
    await noor.getByLabel("Onder welke voorwaarde past het?").fill("Als die persoon ook mag beslissen.");
    await press(noor, "Volgend inzicht");
    await shows(noor, "Inzicht 2 van 2");
    await expectServedAccessible(noor, "practice check without script");
    await noor.getByLabel("Niet mijn vakgebied").check();
    await press(noor, "Naar uw overzicht");
    await shows(noor, "U hebt alle 2 inzichten beantwoord.");
    // The last choice counts.
    await noor.getByRole("link", { name: "Een vast spreekuur trekt" }).click();
    await expect.poll(() => noor.getByLabel("Niet mijn vakgebied").isChecked()).toBe(true);
    await noor.getByLabel("Sla over").check();
    await press(noor, "Naar uw overzicht");
    expect(
      await query("select i.number, b.choice, b.fit from ballot b join insight i on i.id = b.insight_id order by 1"),
    ).toEqual([
      { number: 1, choice: "agree", fit: "conditions" },
      { number: 2, choice: "skip", fit: null },
    ]);
    expect(await mine("noor@voorbeeld.example", "c.kind, c.text")).toContainEqual({
      kind: "condition",
      text: "Als die persoon ook mag beslissen.",
    });

    await noor.getByLabel("Uw inzicht").fill("Zonder vaste gezichten komt niemand terug.");
    await press(noor, "Voeg toe");
    await shows(noor, "wacht op de gespreksleider");
    await ilias.goto(room());
    expect(await ilias.content()).not.toContain("Zonder vaste gezichten");
    await facilitator.goto(`${klankbord.origin}/team/${made.dialogueId}/bijeenkomst/${made.sessionId}`);
    await shows(facilitator, "Zonder vaste gezichten komt niemand terug.");
    await facilitator.locator("form[action$='/voorstellen']:has([value=accept]) button").click();
    await ilias.goto(`${room()}?inzicht=3`);
    await ilias.getByRole("heading", { name: "Zonder vaste gezichten komt niemand terug." }).waitFor();
    await ilias.getByLabel("Oneens", { exact: true }).check();
    await ilias.getByLabel("Past niet").check();
    await ilias.getByLabel("Een voorbeeld waarin het niet past").fill("Bij ons wisselt iedereen elk jaar.");
    // There are two that Ilias did not answer.
    await press(ilias, "Volgend inzicht");
    expect(
      await query("select i.number, b.choice, b.fit from ballot b join insight i on i.id = b.insight_id where i.number = 3"),
    ).toEqual([{ number: 3, choice: "disagree", fit: "not" }]);
  });

  test("three marks, and no fourth", async () => {
    await next(7);
    const mark = (page: Page, text: string, button: string | RegExp = /^Geef een stip/) =>
      page.locator(".marks .notes > li", { hasText: text }).getByRole("button", { name: button });
    await mark(noor, "Een vaste contactpersoon").click();
    await shows(noor, "U hebt nog 2 stippen.");
    await mark(noor, "Een rustige plek").click();
    await shows(noor, "U hebt nog 1 stip.");
    await mark(noor, "Een rustige plek", /^Neem terug/).click();
    await shows(noor, "U hebt nog 2 stippen.");
    await mark(noor, "Een rustige plek").click();
    // What was not shared yet can be, from here; then it can be weighed as well.
    await noor.getByRole("heading", { name: "Eén behoefte van u is nog niet met iedereen gedeeld" }).waitFor();
    await noor.locator(".own").getByRole("button", { name: "Deel met iedereen" }).click();
    await mark(noor, "Een auto van de wijk.").click();
    await shows(noor, "U hebt uw drie stippen gegeven.");
    await expect.poll(() => mark(noor, "Een nummer dat altijd opneemt.").isDisabled()).toBe(true);
    expect(await query("select 1 from mark")).toHaveLength(3);
    await expectServedAccessible(noor, "what weighs most without script");
  });

  test("after the close everybody reads what they brought in, and all that is kept of them", async () => {
    await next(8);
    await next(9);
    await facilitator.goto(`${klankbord.origin}/team/${made.dialogueId}/bijeenkomst/${made.sessionId}`);
    await facilitator.getByText("Beëindig de bijeenkomst").first().click();
    await press(facilitator, "Ja, beëindig");
    await noor.goto(room());
    await noor.getByRole("heading", { name: "Bedankt, de bijeenkomst is afgelopen" }).waitFor();
    await note(noor, "Een vaste contactpersoon, die mag beslissen.").waitFor();
    await noor.getByRole("link", { name: "Uw pagina" }).click();
    await noor.getByRole("link", { name: "Download of wis uw gegevens" }).click();
    await noor.waitForURL(`**/mijn/${made.dialogueId}/gegevens`);
    // Also what lies behind a line that opens.
    const page = (await noor.locator("main").textContent()) ?? "";
    for (const text of [
      "noor@voorbeeld.example",
      "Hoe houden andere wijken dit vol?",
      "Ik breng twintig jaar wijkverpleging mee.",
      "Ik bel vier loketten voor één gezin.",
      "Een vaste contactpersoon, die mag beslissen.",
      "Als die persoon ook mag beslissen.",
      "Zonder vaste gezichten komt niemand terug.",
    ])
      expect(page).toContain(text);
    for (const text of ["ilias@voorbeeld.example", "Een rustige plek", "Bij ons wisselt iedereen"])
      expect(page).not.toContain(text);
    await expectServedAccessible(noor, "own data without script");
  });
});
