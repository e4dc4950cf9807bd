import type { Browser, Locator, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from "vitest";
import { contribution } from "../app/contribution/tables.ts";
import { call, privacyText, session } from "../app/dialogue/tables.ts";
import type { PersonId } from "../app/platform/ids.ts";
import { ballot } from "../app/session/insights/tables.ts";
import { mark } from "../app/session/weigh/tables.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { type Keyboard, keyboardOf } from "./keyboard.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { type Morning, makeMorning } from "./morning.ts";
import { linkIn, openPost, type Post } from "./post.ts";
import { guestCookie, postForm, teamCookie } from "./visitors.ts";

/** From the call to the close without a mouse, by a participant and a facilitator. Each test goes on from the one before. */
describe("by keyboard alone", () => {
  const mail = "noor@voorbeeld.example";
  const needs = ["Eén nummer dat altijd opneemt.", "Tijd om na te bellen.", "Een buurthuis dat ’s avonds open is."];
  let post: Post;
  let database: FreshDatabase;
  let klankbord: Klankbord;
  let browser: Browser;
  let morning: Morning;
  let noor: Page;
  let joris: Page;
  let noorKeys: Keyboard;
  let jorisKeys: Keyboard;
  /** Two others at the table, who do not need a browser. */
  const others: string[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    post = await openPost();
    database = await freshDatabase();
    const { db } = database;
    morning = await makeMorning(db, 2);
    const { dialogueId, sessionId, people } = morning;
    const startsAt = new Date(Date.now() + 60 * 60_000);
    const endsAt = new Date(startsAt.getTime() + 120 * 60_000);
    await db.update(session).set({ state: "registration-open", startsAt, endsAt, capacity: 20 }).where(eq(session.id, sessionId));
    await db.insert(call).values({ dialogueId, lead: "Wat hebt u nodig om uw werk goed te doen?", owner: "Programmabureau" });
    await db.insert(privacyText).values({ dialogueId, version: 1, text: "We gebruiken uw gegevens alleen voor deze dialoog." });
    for (const text of ["Een vaste contactpersoon werkt beter dan een loket.", "Bellen gaat sneller dan schrijven."])
      await morning.addInsight(text);
    for (const personId of people) others.push(await guestCookie(db, personId, dialogueId));
    klankbord = await startKlankbord({ env: { DATABASE_URL: database.url, SMTP_URL: post.url } });
    browser = await launchBrowser();
    noor = await newPage();
    joris = await newPage(await teamCookie(db, "facilitator", dialogueId, { name: "Joris Vos", mail: "joris@team.example" }));
    [noorKeys, jorisKeys] = [keyboardOf(noor), keyboardOf(joris)];
  });
  afterAll(async () => {
    await browser?.close();
    await klankbord?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
    await post?.[Symbol.asyncDispose]();
  });
  beforeEach(() => {
    onTestFailed(async () => {
      for (const page of [noor, joris])
        console.error(`--- ${page.url()}\n${(await page.locator("body").innerText()).slice(0, 900)}`);
    });
  });

  async function newPage(cookie = ""): Promise<Page> {
    const context = await browser.newContext({ locale: "nl-NL", viewport: { width: 1280, height: 800 } });
    await carryCookie(context, cookie);
    const page = await context.newPage();
    page.on("pageerror", (error) => faults.push(error.message));
    return page;
  }

  const room = () => `${klankbord.origin}/bijeenkomst/${morning.sessionId}`;
  const comeIn = () => Promise.all(others.map((cookie) => fetch(room(), { headers: { cookie } })));
  /** What somebody else at the table does. */
  async function other(at: number, deed: string, fields: Record<string, string>): Promise<void> {
    const answer = await postForm(`${room()}/${deed}`, others[at] ?? "", fields);
    expect(answer.status, deed).toBe(303);
  }
  /** What Noor wrote in this step and the one before. */
  const ownOf = async () =>
    (await database.db.select().from(contribution)).filter(
      ({ kind, personId }) => ["need", "chafes"].includes(kind) && !morning.people.includes(personId as PersonId),
    );
  const written = async () => (await database.db.select().from(contribution)).map(({ text }) => text);

  /** Joris presses until it shows: right after a change a button takes no press, against a double one. */
  async function steer(button: string, shows: Locator): Promise<void> {
    while (!(await shows.first().isVisible())) {
      await jorisKeys.press("button", button);
      await shows
        .first()
        .waitFor({ timeout: 2_000 })
        .catch(() => {});
    }
  }
  /** Joris goes on to the next part; nobody loses their place on the page. */
  async function next(at: number): Promise<void> {
    const there = `Onderdeel ${at} van 9`;
    await steer("Volgende onderdeel", joris.getByText(there));
    await jorisKeys.kept(`cockpit, ${there}`);
    await noor.getByText(there).first().waitFor();
    await noorKeys.kept(`room, ${there}`);
  }

  test("from the call to a registration; errors are told, and the first one is a press away", async () => {
    await noor.goto(`${klankbord.origin}/oproep/${morning.slug}`);
    await noorKeys.round("call");
    await noorKeys.press("link", /^Meld u aan/);
    await noor.waitForURL("**/aanmelden**");
    await noorKeys.round("registration");
    await noorKeys.press("button", "Stuur uw aanmelding");
    await noor.getByText("Wat u al hebt ingevuld, is bewaard.").waitFor();
    await noorKeys.kept("registration with errors");
    await expect.poll(() => noor.evaluate(() => document.activeElement?.className)).toContain("error-summary");
    await noorKeys.press("link", "Vul uw naam in.");
    await expect.poll(() => noor.evaluate(() => document.activeElement?.id)).toBe("name");
    await noorKeys.type("Uw naam", "Noor Verhagen");
    await noorKeys.type("E-mailadres", mail);
    await noorKeys.choose("Mijn naam en functie");
    await noorKeys.choose("praktijk");
    await noorKeys.type("Functie", "wijkverpleegkundige");
    await noorKeys.type("Organisatie", "Zorggroep De Linde");
    await noorKeys.choose("zorg en hulpverlening");
    await noorKeys.to("combobox", /In welke gemeente/);
    await noor.keyboard.type("Utre");
    await noor.getByRole("option").first().waitFor();
    await noor.keyboard.press("ArrowDown");
    await noor.keyboard.press("Enter");
    await expect.poll(() => noor.getByRole("combobox").inputValue()).toMatch(/^Utrecht/);
    await noorKeys.press("checkbox", /Wat ik inbreng mag/, "Space");
    await noorKeys.press("button", "Stuur uw aanmelding");
    await noor.getByRole("heading", { name: "Kijk in uw e-mail" }).waitFor();
  });

  test("from the mail to the lobby; the card is changed there", async () => {
    await noor.goto(linkIn(await post.letter(mail, () => true), "/bevestig"));
    await noorKeys.press("button", "Bevestig");
    await noor.waitForURL(`**/mijn/${morning.slug}**`);
    await noorKeys.round("one's own page");
    await joris.goto(`${klankbord.origin}/team/${morning.slug}`);
    await jorisKeys.round("overview of the dialogue");
    await joris.goto(`${klankbord.origin}/team/${morning.slug}/bijeenkomst`);
    await jorisKeys.press("link", /Open de cockpit/);
    await jorisKeys.press("button", "Open de wachtruimte");
    await joris.getByRole("button", { name: "Start de bijeenkomst" }).waitFor();
    await jorisKeys.kept("the lobby open");

    const admitted = await post.letter(mail, ({ calendar }) => calendar !== null);
    await noor.goto(linkIn(admitted, "/mee"));
    await noorKeys.press("button", /^Doe mee als/);
    await noor.getByRole("heading", { name: "Welkom, Noor" }).waitFor();
    await noorKeys.press("summary", "Pas uw kaart aan");
    await noorKeys.type("Dit zoek ik", "Hoe houden andere wijken dit vol?");
    await noorKeys.press("button", "Bewaar uw kaart");
    await noor.locator("dd", { hasText: "Hoe houden andere wijken dit vol?" }).waitFor();
    await noorKeys.kept("card saved");
    await noorKeys.press("button", "Ik heb dit gelezen");
    await noor.getByText("U hebt dit gelezen.").waitFor();
    await noorKeys.kept("agreed");
    await noorKeys.round("lobby");
  });

  test("start, next and the clock; getting to know each other; a call for help is answered", async () => {
    await comeIn();
    await steer("Start de bijeenkomst", joris.getByText("Onderdeel 1 van 9"));
    await jorisKeys.kept("started");
    await noor.getByText("Onderdeel 1 van 9").first().waitFor();
    await noorKeys.kept("the session began");
    const until = () => joris.locator(".live-clock .quiet").first().innerText();
    const before = await until();
    await jorisKeys.press("button", "2 min langer");
    await expect.poll(until).not.toBe(before);
    await steer("Pauzeer", joris.getByRole("button", { name: "Ga verder" }));
    await jorisKeys.kept("paused");
    await steer("Ga verder", joris.getByRole("button", { name: "Pauzeer" }));
    await jorisKeys.kept("going on");

    await next(2);
    await noor.locator(".room-place", { hasText: /Deelgroep \d/ }).waitFor();
    await noorKeys.type("Uw antwoord voor de groep", "Twintig jaar wijkverpleging.");
    await noorKeys.press("button", "Leg op tafel");
    await expect.poll(written).toContain("Twintig jaar wijkverpleging.");
    await noorKeys.kept("introduced");
    await noorKeys.press("button", "Ik schrijf mee");
    await noor.getByText("U schrijft de notities").waitFor();
    await noorKeys.kept("taking notes");

    await noorKeys.press("summary", "Hulp vragen");
    await noorKeys.type("Waarmee kunnen we helpen?", "Wie begint er?");
    await noorKeys.press("button", "Vraag hulp");
    await joris.getByText("Wie begint er?").waitFor();
    await noor.locator("summary:focus", { hasText: "Hulp gevraagd" }).waitFor();
    await jorisKeys.press("summary", "Antwoord in tekst");
    await jorisKeys.type("Uw antwoord", "Wie het dichtstbij woont.");
    await joris.keyboard.press("Enter");
    await joris.getByText("Wie begint er?").waitFor({ state: "detached" });
    await jorisKeys.kept("help answered");
    await noor.getByText("Wie het dichtstbij woont.", { exact: true }).waitFor();
    await noorKeys.round("introduction in a group");
    await jorisKeys.round("cockpit with groups");
  });

  test("the current approach and needs: alone, then on the table; what one recognises", async () => {
    await next(3);
    await noorKeys.press("link", "Wat knelt nu");
    await noorKeys.type("Wat knelt er nu?", "Vier loketten voor één gezin.");
    await noorKeys.press("button", "Bewaar");
    await expect.poll(written).toContain("Vier loketten voor één gezin.");
    await noorKeys.press("link", "Behoefte");
    await noorKeys.type("Wat hebt u nodig?", "Een vast gezicht bij de gemeente.");
    await noorKeys.press("summary", /Vertel er meer over/);
    await noorKeys.type("Voor wie?", "Gezinnen met schulden.");
    await noorKeys.choose("zwaar");
    await noorKeys.press("button", "Bewaar");
    await expect.poll(written).toContain("Een vast gezicht bij de gemeente.");
    await noorKeys.kept("need kept");
    await noorKeys.round("alone");

    await comeIn();
    await next(4);
    for (const [at, text] of needs.entries()) {
      const step = morning.steps.find(({ kind }) => kind === "group")?.id ?? "";
      await other(at % 2, "bijdragen", { id: crypto.randomUUID(), kind: "need", text, step });
      await noor.getByText(text).first().waitFor();
    }
    const rows = await database.db.select().from(contribution);
    for (const { id, personId } of rows.filter(({ text }) => needs.includes(text)))
      await other(morning.people.indexOf(personId as PersonId), `bijdragen/${id}/deling`, { with: "all" });

    await noorKeys.press("button", /^Leg op tafel.*Een vast gezicht/, "Space");
    await noor.getByRole("button", { name: /^Leg op tafel.*Een vast/ }).waitFor({ state: "detached" });
    await noor.locator("#op-tafel ~ .notes").getByText("Een vast gezicht").first().waitFor();
    await noorKeys.kept("on the table");
    await noorKeys.press("button", /^Dit herken ik/);
    await noor.getByRole("button", { name: /^Toch niet/ }).waitFor();
    await noorKeys.kept("recognised");
    await noorKeys.press("button", /^Deel met iedereen.*Een vast/);
    await noor.getByRole("button", { name: /^Deel met iedereen.*Een vast/ }).waitFor({ state: "detached" });
    await expect.poll(async () => (await ownOf()).filter(({ shared }) => shared === "all").length).toBe(1);
    await noorKeys.kept("shared with all");
    await noorKeys.round("needs on the table");
  });

  test("the practice check: ballots, and where it fits under a condition", async () => {
    await next(5);
    await next(6);
    await noor.getByText("Inzicht 1 van 2").first().waitFor();
    await noorKeys.round("practice check");
    await noorKeys.choose("Eens");
    await noor.getByText("Uw keuze is bewaard.").waitFor();
    await noorKeys.choose(/^Past onder voorwaarden/);
    await noorKeys.type(/Onder welke voorwaarde/, "Als die persoon ook mag beslissen.");
    await noorKeys.press("button", "Volgend inzicht");
    await noor.getByText("Inzicht 2 van 2").first().waitFor();
    await noorKeys.kept("second insight");
    await expect.poll(written).toContain("Als die persoon ook mag beslissen.");
    await noorKeys.choose("Oneens");
    await noorKeys.press("button", "Naar uw overzicht");
    await noor.getByRole("heading", { name: "Uw overzicht" }).waitFor();
    await noorKeys.kept("overview of the check");
    await noorKeys.round("overview of the check");
    const cast = () => database.db.select({ choice: ballot.choice, fit: ballot.fit }).from(ballot);
    await expect
      .poll(async () => (await cast()).map(({ choice, fit }) => `${choice} ${fit}`).toSorted())
      .toEqual(["agree conditions", "disagree null"]);
    await jorisKeys.press("button", "Toon alle uitkomsten");
    await joris.getByRole("button", { name: "Haal alle uitkomsten weg" }).waitFor();
    await jorisKeys.kept("outcomes shown");
    await jorisKeys.round("cockpit in the practice check");
  });

  test("three marks, and the close", async () => {
    await next(7);
    for (const left of ["U hebt nog 2 stippen.", "U hebt nog 1 stip.", /U hebt uw drie stippen gegeven/]) {
      await noorKeys.press("button", /^Geef een stip/);
      await noor.getByText(left).waitFor();
      await noorKeys.kept("a mark given");
    }
    expect(await database.db.select().from(mark)).toHaveLength(3);
    await noorKeys.round("what weighs most");
    await next(8);
    await jorisKeys.press("button", "Vraag en muur");
    await noor
      .getByText(needs[0] ?? "")
      .first()
      .waitFor();
    await next(9);
    await jorisKeys.press("summary", "Beëindig de bijeenkomst");
    await jorisKeys.press("button", "Ja, beëindig");
    await noor.getByRole("heading", { name: "Bedankt, de bijeenkomst is afgelopen" }).waitFor();
    await noorKeys.kept("after the end");
    await noorKeys.round("after the end");
    await joris.getByText("De bijeenkomst is afgelopen.").first().waitFor();
    await jorisKeys.kept("ended");
    await jorisKeys.round("cockpit after the end");
    expect(faults).toEqual([]);
  });
});
