import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from "vitest";
import { contribution } from "../app/contribution/tables.ts";
import { registration } from "../app/dialogue/people/tables.ts";
import { startingTexts } from "../app/dialogue/starting-texts.ts";
import { field, party, person, session, step } from "../app/dialogue/tables.ts";
import type { DialogueId, PersonId } from "../app/platform/ids.ts";
import { mailbox, mail as mailed } from "../app/platform/mail/tables.ts";
import { insight } from "../app/session/insights/tables.ts";
import { launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { expectSound, strangers } from "./language.ts";
import { linkIn, openPost, type Post } from "./post.ts";
import { visit } from "./visit.ts";
import { guestCookie, postForm } from "./visitors.ts";

/** All of it in English: from the claim to what became of one's input. Each test goes on from the one before. */
describe("in English", () => {
  const mail = "robin@voorbeeld.example";
  const home = "/team/resilience-in-the-neighbourhood";
  const slug = "resilience-in-the-neighbourhood";
  let post: Post;
  let database: FreshDatabase;
  let klankbord: Klankbord;
  let browser: Browser;
  let team: Page;
  let robin: Page;
  let sessionId: string;
  let dialogueId: DialogueId;
  /** The others at the tables. */
  const crowd: { readonly personId: PersonId; readonly cookie: string }[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    post = await openPost();
    database = await freshDatabase();
    klankbord = await startKlankbord({ env: { DATABASE_URL: database.url, SMTP_URL: post.url } });
    browser = await launchBrowser();
    [team, robin] = [await newPage(), await newPage()];
  });
  afterAll(async () => {
    await browser?.close();
    await klankbord?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
    await post?.[Symbol.asyncDispose]();
  });
  beforeEach(() => {
    onTestFailed(async () => {
      for (const page of [team, robin])
        console.error(`--- ${page.url()}\n${(await page.locator("body").innerText()).slice(0, 900)}`);
    });
  });

  async function newPage(): Promise<Page> {
    const context = await browser.newContext({ locale: "en-GB", baseURL: klankbord.origin });
    const page = await context.newPage();
    page.on("pageerror", (error) => faults.push(error.message));
    return page;
  }
  const sound = (page: Page, where: string) => expectSound(page, "en", where);
  async function see(page: Page, path: string): Promise<void> {
    await page.goto(path);
    await page.locator("h1").first().waitFor();
    await sound(page, path);
  }
  const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();
  /** A change of state, by the page that asks whether one is sure. */
  async function shift(event: string): Promise<void> {
    await see(team, `${home}/stand?stap=${event}`);
    await team.locator("button[name=stap]").click();
    await team.waitForURL(`**${home}`);
  }
  const room = () => `/bijeenkomst/${sessionId}`;
  const cockpit = () => `${home}/bijeenkomst/${sessionId}`;
  const beam = () => `${home}/scherm/${sessionId}`;
  async function next(at: number): Promise<void> {
    await team.goto(cockpit());
    await press(team, "Next part");
    await robin.getByText(`Part ${at} of 9`).first().waitFor();
  }
  const comeIn = () => Promise.all(crowd.map(({ cookie }) => fetch(klankbord.origin + room(), { headers: { cookie } })));
  async function act(at: number, deed: string, fields: Record<string, string>): Promise<void> {
    const answer = await postForm(`${klankbord.origin}${room()}/${deed}`, crowd[at]?.cookie ?? "", fields);
    expect(answer.status, deed).toBe(303);
  }
  const stepOf = async (kind: string) =>
    (await database.db.select().from(step)).find((one) => one.kind === kind && one.sessionId === sessionId)?.id ?? "";

  test("a word of the other language is noticed", () => {
    expect(strangers("Report: Bekijk de lijst", "en")).toContain("bekijk");
  });

  test("what anybody sees", async () => {
    for (const path of ["/", "/toegankelijkheid", "/team/aanmelden", "/claim/unknown", "/mee/unknown", "/no-such-page"])
      await see(robin, path);
    await robin.goto("/team/aanmelden");
    await press(robin, "Send me a link");
    await robin.getByRole("alert").waitFor();
    await sound(robin, "signing in with an error");
  });

  test("the team prepares a dialogue, which begins in English", async () => {
    await see(team, klankbord.claimLink());
    await team.getByLabel("Your name").fill("Alex Reed");
    await team.getByLabel("Your e-mail address").fill("alex@voorbeeld.example");
    await press(team, "Start");
    await team.waitForURL("**/team");
    await sound(team, "no dialogue yet");
    await see(team, "/team/nieuw");
    await team.getByLabel("Title").fill("Resilience in the neighbourhood");
    await press(team, "Make the dialogue");
    await team.waitForURL(`**${home}`);
    await sound(team, "overview of a draft");
    await see(team, `${home}/oproep`);
    await team.getByLabel("Who holds this dialogue").fill("Bureau of Strong Streets");
    await press(team, /^Save/);
    await team.getByText("Saved.").waitFor();
    for (const text of ["A steady contact works better than a counter.", "Calling goes faster than writing."]) {
      await team.goto(`${home}/inzichten`);
      await team.locator("#text-add").fill(text);
      await press(team, "Add");
      await team.getByText(text).waitFor();
    }
    await sound(team, "insights");
    await see(team, `${home}/team`);
    await team.getByLabel("Name").fill("Kim Stone");
    await team.getByLabel("E-mail address").fill("kim@voorbeeld.example");
    await team.getByRole("radio", { name: /facilitator/i }).check();
    await press(team, "Invite");
    await team.getByText("The invitation is on its way.").waitFor();
    await sound(team, "somebody invited");
    const plain = ["draaiboek", "instellingen", "instellingen/vakgebieden", "instellingen/partijen", "bijeenkomsten/nieuw"];
    for (const path of plain) await see(team, `${home}/${path}`);
    const [held] = await database.db.select().from(session);
    if (!held) throw new Error("no session");
    [sessionId, dialogueId] = [held.id, held.dialogueId];
    await see(team, `${home}/bijeenkomsten/${sessionId}`);
    await see(robin, linkIn(await post.letter("kim@voorbeeld.example", () => true), "/team/uitnodiging"));
    await shift("open");
    await sound(team, "overview of an open dialogue");
  });

  test("somebody registers", async () => {
    await see(robin, `/oproep/${slug}`);
    await see(robin, `/oproep/${slug}/privacy`);
    await see(robin, `/oproep/${slug}/link`);
    await see(robin, `/oproep/${slug}/aanmelden`);
    await press(robin, "Send your registration");
    await robin.getByText("What you filled in has been kept.").waitFor();
    await sound(robin, "registration with errors");
    await robin.getByLabel("Your name").fill("Robin Fielding");
    await robin.getByLabel("Mail address").fill(mail);
    await robin.getByRole("radio", { name: "My name and position" }).check();
    await robin.getByRole("radio", { name: startingTexts.en.parties[0]?.name ?? "", exact: true }).check();
    await robin.getByLabel("Position", { exact: true }).fill("district nurse");
    await robin.getByLabel("Organisation", { exact: true }).fill("Care Group North");
    await robin.getByRole("radio", { name: startingTexts.en.fields[5] ?? "" }).check();
    await robin.locator("[name=licence]").check();
    await press(robin, "Send your registration");
    await robin.getByRole("heading", { name: "Check your mail" }).waitFor();
    await sound(robin, "the form was sent");
    await see(robin, linkIn(await post.letter(mail, () => true), "/bevestig"));
    await press(robin, "Confirm");
    await robin.waitForURL(`**/mijn/${slug}**`);
    await sound(robin, "just confirmed");
    for (const path of ["aanmelding", "afmelding", "collega"]) await see(robin, `/mijn/${slug}/${path}/${sessionId}`);
    await see(robin, room());
    await see(robin, linkIn(await post.letter(mail, ({ calendar }) => calendar !== null), "/mee"));

    await fillCrowd();
    const lists = ["", "/lijst", "/genodigden", "/bericht", "/wensen"];
    for (const path of lists) await see(team, `${home}/aanmeldingen${path}`);
    const [one] = await database.db.select().from(registration);
    await see(team, `${home}/aanmeldingen/${one?.id}`);
  });

  /** Six more people, in several fields, who have a place. */
  async function fillCrowd(): Promise<void> {
    const { db } = database;
    const fields = await db.select().from(field).where(eq(field.dialogueId, dialogueId));
    const parties = await db.select().from(party).where(eq(party.dialogueId, dialogueId));
    for (let at = 0; at < 6; at++) {
      const name = `Guest ${String.fromCharCode(65 + at)}`;
      const [made] = await db
        .insert(person)
        .values({ name, mail: `guest${at}@voorbeeld.example`, locale: "en" })
        .returning({ id: person.id });
      if (!made) throw new Error("nobody");
      const standing = { fieldId: fields[at]?.id ?? null, partyId: parties[at % 2]?.id ?? null, function: "worker" };
      await db
        .insert(registration)
        .values({ dialogueId, sessionId: sessionId as never, personId: made.id, state: "admitted", name, ...standing });
      crowd.push({ personId: made.id, cookie: await guestCookie(db, made.id, dialogueId) });
    }
  }

  test("the lobby, and getting to know each other", async () => {
    await see(team, `${home}/bijeenkomst`);
    await see(team, cockpit());
    await press(team, "Open the waiting room");
    await team.getByRole("button", { name: "Start the session" }).waitFor();
    await comeIn();
    await see(robin, room());
    await see(team, beam());
    await team.goto(cockpit());
    await press(team, "Start the session");
    await robin.getByText("Part 1 of 9").first().waitFor();
    await sound(robin, "welcome");
    await next(2);
    await robin.locator(".room-place", { hasText: /Group \d/ }).waitFor();
    await robin.locator(".help-slot summary").click();
    await robin.getByLabel("What can we help with?").fill("Who begins?");
    await robin.locator(".help-panel button").click();
    await team.getByText("Who begins?").waitFor();
    await sound(robin, "introduction in a group");
    await sound(team, "cockpit with a call for help");
    await see(team, `${cockpit()}/mensen`);
    await see(team, `${cockpit()}?weergave=lijst`);
    await see(team, `${home}/toehoren/${sessionId}`);
    await see(team, beam());
    // what is opened before the script is there closes again
    await visit(team, cockpit());
    await team.locator(".group.help summary").click();
    await team.getByLabel("Your answer").fill("Whoever lives nearest.");
    await team.keyboard.press("Enter");
    await robin.getByText("Whoever lives nearest.", { exact: true }).waitFor();
  });

  test("needs, alone and on the table", async () => {
    await next(3);
    await robin.getByLabel("What do you need?", { exact: true }).fill("One steady face at the council.");
    await robin.locator(".own form .actions button").click();
    await robin.locator(".notes > li", { hasText: "One steady face" }).waitFor();
    await sound(robin, "alone");
    await comeIn();
    await next(4);
    for (let at = 0; at < crowd.length; at++)
      await act(at, "bijdragen", {
        id: randomUUID(),
        kind: at % 3 === 0 ? "chafes" : "need",
        text: `Something steady, number ${at}.`,
        step: await stepOf("group"),
      });
    for (const { id, personId } of await database.db.select().from(contribution)) {
      const at = crowd.findIndex((one) => one.personId === personId);
      if (at >= 0) await act(at, `bijdragen/${id}/deling`, { with: "all" });
    }
    await robin
      .getByRole("button", { name: /^Share with everybody/ })
      .first()
      .click();
    await robin
      .getByRole("button", { name: /^Share with everybody/ })
      .first()
      .waitFor({ state: "detached" });
    await sound(robin, "needs on the table");
    await team.goto(cockpit());
    await sound(team, "cockpit with groups");
    const table = await team
      .getByRole("link", { name: /^View group|^Look at group|group \d/i })
      .first()
      .getAttribute("href");
    await see(team, table ?? "");
  });

  test("the practice check, and what weighs most", async () => {
    await next(5);
    await sound(robin, "break");
    await next(6);
    const insights = await database.db.select().from(insight).orderBy(insight.position);
    for (const { id } of insights)
      for (let at = 0; at < crowd.length; at++)
        await act(at, "stemmen", {
          ...{ insight: id, step: await stepOf("practice-check"), choice: at < 5 ? "agree" : "disagree" },
          ...{ fit: at === 0 ? "conditions" : "fits", condition: at === 0 ? "As long as it lasts." : "", id: randomUUID() },
        });
    await robin.goto(`${room()}?inzicht=1`);
    await robin.locator("input[name=choice][value=agree]").check();
    await robin.locator("input[name=fit][value=conditions]").check();
    await robin.getByText("Your choice").first().waitFor();
    await sound(robin, "practice check");
    await see(robin, `${room()}?inzicht=klaar`);
    await team.goto(cockpit());
    await press(team, "Show all outcomes");
    await team
      .getByRole("button", { name: /Put on the screen/ })
      .first()
      .click();
    await sound(team, "cockpit in the practice check");
    await see(team, beam());
    await see(robin, `${room()}?inzicht=1`);
    await next(7);
    await robin
      .getByRole("button", { name: /^Give a mark/ })
      .first()
      .click();
    await robin.getByText("You have 2 marks left.").waitFor();
    await sound(robin, "what weighs most");
    await next(8);
    await team.goto(cockpit());
    await press(team, "Question and wall");
    await see(team, beam());
    await see(team, `${home}/toehoren/${sessionId}`);
    await see(robin, room());
    await next(9);
    await sound(robin, "closing");
    await team.goto(cockpit());
    await team.getByText("End the session").click();
    await press(team, "Yes, end it");
    await robin.getByRole("heading", { name: "Thank you, the session is over" }).waitFor();
    await sound(robin, "after the end");
    await team.goto(cockpit());
    await sound(team, "cockpit after the end");
  });

  test("themes, report, and what became of it", async () => {
    await shift("start-harvest");
    await see(team, `${home}/themas`);
    await team.getByLabel("Name", { exact: true }).first().fill("Steady faces");
    await press(team, "Make this theme");
    await team.getByText("Steady faces").first().waitFor();
    await sound(team, "themes");
    await see(team, `${home}/verslag`);
    await team.locator("textarea[name=introduction]").fill("Seven people spoke for a morning.");
    await team.locator("textarea[name=conclusions]").fill("A steady face comes back most.");
    await press(team, /^Save/);
    await team.getByText("Your texts are saved.").waitFor();
    await see(team, `${home}/verslag/notities`);
    await see(team, `${home}/verslag/voorbeeld`);
    await team.goto(`${home}/verslag`);
    await team.locator("[name=sure]").check();
    await team.locator("form:has([name=sure]) button").last().click();
    await expect.poll(async () => (await robin.goto(`/verslag/${slug}`))?.status()).toBe(200);
    await sound(robin, "report");
    await see(team, `${home}/verslag`);
    await see(team, `${home}/terugkoppeling`);
    await post.letter(mail, ({ text }) => text.includes("/verslag/"));
    for (const path of ["", "/inbreng", "/gegevens", "/wissen"]) await see(robin, `/mijn/${slug}${path}`);
    await see(robin, "/");
  });

  test("looking after it", async () => {
    for (const path of ["", "/mensen", "/logboek", "/post", "/gebieden", "/gebieden/bestand"]) await see(team, `/beheer${path}`);
    await see(team, `${home}/post`);
    await see(team, `${home}/post/${await keepLetter()}`);
    await robin.goto(`/mijn/${slug}/wissen`);
    await robin.locator("[name=zeker]").check();
    await robin.locator("main form button").last().click();
    await robin.waitForURL("**/gewist");
    await sound(robin, "erased");
  });

  /** With a mail server no letter is kept here: this one is as if there were none. */
  async function keepLetter(): Promise<string> {
    const { db } = database;
    const [first] = await db.select().from(mailed).where(eq(mailed.dialogueId, dialogueId)).limit(1);
    if (!first) throw new Error("no mail");
    const letter = { address: "kim@voorbeeld.example", subject: "Hello", text: "Hello", html: "<p>Hello" };
    await db.insert(mailbox).values({ mailId: first.id, ...letter });
    return first.id;
  }

  test("every letter is in English, and nothing went wrong", async () => {
    for (const letter of post.letters) {
      const read = letter.html.replace(/<[^>]+>/g, " ");
      const found = strangers(`${letter.subject} ${letter.text} ${read} ${letter.calendar ?? ""}`, "en");
      expect(found, `${letter.subject} to ${letter.to}`).toEqual([]);
      expect(letter.html).toContain('lang="en"');
    }
    expect(new Set(post.letters.map(({ subject }) => subject)).size).toBeGreaterThanOrEqual(4);
    expect(faults).toEqual([]);
  });
});
