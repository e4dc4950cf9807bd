import type { Page } from "@playwright/test";
import { eq, inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contribution } from "../app/contribution/tables.ts";
import type { TeamRole } from "../app/dialogue/people/role.ts";
import { measure } from "../app/dialogue/people/tables.ts";
import { person, session } from "../app/dialogue/tables.ts";
import type { PersonId } from "../app/platform/ids.ts";
import { readGroups } from "../app/session/cockpit/cockpit.server.ts";
import { seat } from "../app/session/group/tables.ts";
import { insight } from "../app/session/insights/tables.ts";
import { help } from "../app/session/tables.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { fillInvented, type Invented } from "./invented.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { guestCookie, postForm, teamCookie } from "./visitors.ts";

/** A hall of 72 invented people, in groups, led by somebody in a browser. */
let database: FreshDatabase;
let made: Invented;
let klankbord: Klankbord;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
let names: string[];
const jar = new Map<TeamRole, string>();
const faults: string[] = [];
const groupStep = 3;
const checkStep = 5;

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  made = await fillInvented(db);
  names = (await db.select({ name: person.name }).from(person)).map(({ name }) => name).filter((name) => name.includes(" "));
  await db.update(session).set({
    state: "live",
    currentStepId: made.stepIds[groupStep] ?? null,
    turn: 5,
    stepStartedAt: sql`now() - interval '11 minutes'`,
    stepEndsAt: sql`now() + interval '12 minutes'`,
    projector: { shows: "wall" },
  });
  const [seated] = await db.select().from(seat).limit(1);
  await db.insert(help).values({
    sessionId: made.sessionId,
    groupId: seated?.groupId ?? null,
    personId: seated?.personId as PersonId,
    reason: "Wie leest straks voor?",
  });
  for (const role of ["facilitator", "organiser", "note-taker", "observer"] as const)
    jar.set(role, await teamCookie(db, role, made.dialogueId));
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const cockpit = () => `/team/${made.slug}/bijeenkomst/${made.sessionId}`;
async function open(role: TeamRole, path: string, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "nl", ...options });
  await carryCookie(context, jar.get(role) ?? "");
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) faults.push(message.text());
  });
  await page.goto(klankbord.origin + path);
  return page;
}
const row = async () => (await database.db.select().from(session).where(eq(session.id, made.sessionId)))[0];
const html = async (role: TeamRole, path: string) =>
  (await fetch(klankbord.origin + path, { headers: { cookie: jar.get(role) ?? "" } })).text();

const pages = {
  cockpit: () => cockpit(),
  people: () => `${cockpit()}/mensen`,
  projector: () => `/team/${made.slug}/scherm/${made.sessionId}`,
  observer: () => `/team/${made.slug}/toehoren/${made.sessionId}`,
  "the list of sessions": () => `/team/${made.slug}/bijeenkomst`,
};
test.each(Object.entries(pages))("%s is accessible, in both languages", async (name, path) => {
  const page = await open("facilitator", path());
  await expectAccessible(page, name);
  await page
    .context()
    .addCookies([{ name: "__Host-taal", value: "en", url: klankbord.origin.replace("http:", "https:"), secure: true }]);
  await page.goto(klankbord.origin + path());
  await expect.poll(() => page.getAttribute("html", "lang")).toBe("en");
  await expectAccessible(page, `${name} in English`);
  await page.context().close();
});

test("nobody's name is on the screen in the hall, with an observer, or with a note taker; no note of a table either", async () => {
  const notes = await database.db.select({ text: contribution.text }).from(contribution).where(eq(contribution.shared, "group"));
  const pages = [
    await html("facilitator", `/team/${made.slug}/scherm/${made.sessionId}`),
    await html("observer", `/team/${made.slug}/toehoren/${made.sessionId}`),
    await html("note-taker", cockpit()),
  ];
  for (const page of pages) {
    expect(names.filter((name) => page.includes(name))).toEqual([]);
    expect(notes.filter(({ text }) => text.length > 20 && page.includes(text))).toEqual([]);
    expect(page).not.toContain("@voorbeeld.example");
  }
  expect((await fetch(klankbord.origin + cockpit(), { headers: { cookie: jar.get("observer") ?? "" } })).status).toBe(403);
  const mensen = { headers: { cookie: jar.get("note-taker") ?? "" } };
  expect((await fetch(`${klankbord.origin}${cockpit()}/mensen`, mensen)).status).toBe(403);
});

test("no page of the team tells what anybody chose", async () => {
  for (const path of [cockpit(), `${cockpit()}/mensen`]) {
    const page = await html("facilitator", path);
    for (const word of ['"agree"', '"disagree"', "not-my-field"]) expect(page).not.toContain(word);
  }
});

test("help is answered, a message reaches the hall, and a double click on the next step moves one step", async () => {
  const page = await open("facilitator", cockpit());
  const beam = await open("organiser", `/team/${made.slug}/scherm/${made.sessionId}`);
  await page.locator(".group.help").getByText("Antwoord in tekst").click();
  await page.getByLabel("Uw antwoord").fill("De notulist.");
  await page.locator(".group.help").getByRole("button", { name: "Stuur" }).click();
  await page.locator(".group.help").waitFor({ state: "detached" });
  expect((await database.db.select().from(help))[0]?.answer).toBe("De notulist.");

  await page.getByLabel("Uw bericht").fill("Over vijf minuten koffie");
  await page.locator(".room-side").getByRole("button", { name: "Stuur", exact: true }).click();
  await beam.getByText("Over vijf minuten koffie").waitFor();

  const turn = (await row())?.turn ?? 0;
  await page.getByRole("button", { name: "Volgende onderdeel" }).dblclick();
  await beam.getByText("Onderdeel 5").waitFor();
  // what this message waits behind was taken before it
  await page.getByLabel("Uw bericht").fill("Eén verder");
  await page.locator(".room-side").getByRole("button", { name: "Stuur", exact: true }).click();
  await beam.getByText("Eén verder").waitFor();
  expect(await row()).toMatchObject({ turn: turn + 1, currentStepId: made.stepIds[groupStep + 1] });
  await page.context().close();
  await beam.context().close();
});

test("an outcome stands on the screen only after it was revealed", async () => {
  await database.db
    .update(session)
    .set({ currentStepId: made.stepIds[checkStep] ?? null, turn: sql`turn + 1`, projector: { shows: "question" } });
  const page = await open("facilitator", cockpit());
  const beam = await open("organiser", `/team/${made.slug}/scherm/${made.sessionId}`);
  await page.getByRole("button", { name: "Toon alle uitkomsten" }).click();
  await page
    .getByRole("button", { name: /Zet op het scherm/ })
    .first()
    .click();
  await beam.getByText("Eens of oneens").waitFor();
  await expectAccessible(beam, "outcome on the screen");
  await expectAccessible(page, "cockpit in the practice check");
  await page.getByRole("button", { name: "Haal alle uitkomsten weg" }).click();
  await beam.getByText("nog niet vrijgegeven").waitFor();
  expect((await database.db.select().from(insight)).every(({ revealedAt }) => revealedAt === null)).toBe(true);
  await page.context().close();
  await beam.context().close();
});

test("what the tables bring stands in the cockpit, and on the screen when the facilitator shows it: without names", async () => {
  const { db } = database;
  const needs = await db
    .select({ id: contribution.id, text: contribution.text })
    .from(contribution)
    .where(sql`kind = 'need' and group_id is not null and state = 'visible'`)
    .orderBy(contribution.number)
    .limit(7);
  const [first, second] = needs;
  if (!first || !second) throw new Error("no needs");
  await db
    .update(contribution)
    .set({ broughtAt: sql`now()` })
    .where(
      inArray(
        contribution.id,
        needs.map(({ id }) => id),
      ),
    );
  const page = await open("facilitator", cockpit());
  const beam = await open("organiser", `/team/${made.slug}/scherm/${made.sessionId}`);
  const list = page.locator(".brought-by-table");
  await list.getByText(first.text).waitFor();
  await page.getByRole("button", { name: "Wat tafels meebrengen" }).click();
  await beam.getByRole("heading", { name: "Wat de deelgroepen meebrengen" }).waitFor();
  await expect.poll(() => beam.locator(".beam-wall li").count()).toBe(7);
  await expectAccessible(page, "cockpit with what is brought");
  await expectAccessible(beam, "what is brought, on the screen");
  const said = await beam.content();
  expect(names.filter((name) => said.includes(name))).toEqual([]);
  const observer = await open("observer", `/team/${made.slug}/toehoren/${made.sessionId}`);
  await observer.getByText(second.text).waitFor();
  for (const one of [page, beam, observer]) await one.context().close();
  await db.update(contribution).set({ broughtAt: null });
});

test("who disturbs is muted with a reason, and may write again; a reason that is missing is asked for", async () => {
  const page = await open("facilitator", `${cockpit()}/mensen`);
  await page
    .getByRole("link", { name: /^Doe iets voor/ })
    .first()
    .click();
  await page.getByText("Laat even niet schrijven").first().click();
  await page.locator(".people-list textarea").first().fill("Noemt bewoners bij naam");
  await page.getByRole("button", { name: "Doe dit" }).first().click();
  await page.getByText("schrijft even niet").waitFor();
  await expectAccessible(page, "people with a measure");
  await page.getByRole("button", { name: "Draai terug" }).click();
  await page.getByText("schrijft even niet").waitFor({ state: "detached" });
  expect(
    (await database.db.select().from(measure)).map(({ kind, reason, liftedAt }) => [kind, reason, liftedAt !== null]),
  ).toEqual([["muted", "Noemt bewoners bij naam", true]]);
  const mens = [...made.personIds.values()][3] as string;
  const bare = await postForm(`${klankbord.origin}${cockpit()}/maatregelen`, jar.get("facilitator") ?? "", {
    mens,
    soort: "muted",
    reden: "  ",
  });
  expect(bare.headers.get("location")).toBe(`${cockpit()}?melding=reason-missing`);
  expect(await html("facilitator", `${cockpit()}?melding=reason-missing`)).toContain("Schrijf een reden op");
  expect(await database.db.select().from(measure)).toHaveLength(1);
  await page.context().close();
});

test("the clock works without script", async () => {
  const page = await open("facilitator", cockpit(), { javaScriptEnabled: false });
  const turn = (await row())?.turn ?? 0;
  await page.getByRole("button", { name: "Pauzeer" }).click();
  expect(new URL(page.url()).pathname).toBe(cockpit());
  await page.getByRole("button", { name: "Ga verder" }).waitFor();
  expect((await row())?.turn).toBe(turn + 1);
  await page.context().close();
});

test("a participant steers nothing", async () => {
  const cookie = await guestCookie(database.db, [...made.personIds.values()][0] as PersonId, made.dialogueId);
  const before = await row();
  for (const deed of "klok stand bericht scherm uitkomsten voorstellen verborgen verplaatsingen maatregelen hulp links".split(
    " ",
  ))
    for (const who of [cookie, jar.get("observer") ?? "", jar.get("note-taker") ?? ""]) {
      const answer = await postForm(`${klankbord.origin}${cockpit()}/${deed}`, who, { doen: "end", beurt: String(before?.turn) });
      expect([303, 403]).toContain(answer.status);
      if (answer.status === 303) expect(answer.headers.get("location")).toContain("/team/aanmelden");
    }
  expect(await row()).toEqual(before);
});

test("nothing went wrong in any browser", () => {
  expect(faults).toEqual([]);
});

test("one table is led: a message, a note taker, and another table that joins; its people see it at once", async () => {
  const { db } = database;
  await db.update(session).set({ state: "live", currentStepId: made.stepIds[groupStep] ?? null });
  const groups = await readGroups(db, made.sessionId);
  const sizes = groups.toSorted((a, b) => a.members.length - b.members.length);
  const [small, large] = [sizes[0], sizes.at(-1)];
  if (!small || !large || small === large) throw new Error("no tables");
  const [sits] = small.members;
  if (!sits) throw new Error("nobody sits there");
  const context = await browser.newContext({ locale: "nl-NL" });
  await carryCookie(context, await guestCookie(db, sits, made.dialogueId));
  const participant = await context.newPage();
  await participant.goto(`${klankbord.origin}/bijeenkomst/${made.sessionId}`);
  await participant.getByText(`Deelgroep ${small.number}`, { exact: true }).first().waitFor();

  const page = await open("facilitator", `${cockpit()}/deelgroepen/${small.id}`);
  await expectAccessible(page, "one table");
  await page.getByLabel("Bericht aan deze deelgroep").fill("Rond zo af, dan hebt u tijd voor koffie.");
  await page.getByRole("button", { name: "Stuur", exact: true }).click();
  await participant.getByText("Rond zo af, dan hebt u tijd voor koffie.").waitFor();
  await page.getByText("Nu bij deze tafel").waitFor();
  await page.getByLabel("Wie schrijft de notities?").selectOption(sits);
  await page.getByRole("button", { name: "Wijs aan" }).click();
  await participant.getByText("U schrijft de notities").waitFor();
  await page.getByLabel("Voeg samen met").selectOption(large.id);
  await page.getByRole("button", { name: "Voeg samen" }).click();
  await participant.getByText(`Deelgroep ${large.number}`, { exact: true }).first().waitFor();
  // The table that moved is no more: the hall shows the others.
  await page.waitForURL(`**${cockpit()}`);
  const after = await readGroups(db, made.sessionId);
  expect(after).toHaveLength(groups.length - 1);
  expect(new Set(after.find(({ id }) => id === large.id)?.members)).toEqual(new Set([...large.members, ...small.members]));
  await context.close();
  await page.context().close();
  expect(faults).toEqual([]);
});

test("links are sent again only when they lead inside", async () => {
  const { db } = database;
  const resend = /hun link opnieuw|^Stuur de link opnieuw/;
  await db.update(session).set({ state: "registration-closed", currentStepId: null });
  const page = await open("facilitator", cockpit());
  await page.getByRole("link", { name: "Bekijk de lijst" }).first().waitFor();
  expect(await page.getByRole("button", { name: resend }).count()).toBe(0);
  await db.update(session).set({ state: "lobby" });
  await page.reload();
  await page.getByRole("button", { name: resend }).waitFor();
  await page.context().close();
});
