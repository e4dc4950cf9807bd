import type { Browser, BrowserContext, Page } from "@playwright/test";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDevice } from "../app/dialogue/people/devices.server.ts";
import { membership, passkey } from "../app/dialogue/people/tables.ts";
import { person } from "../app/dialogue/tables.ts";
import { audit } from "../app/platform/database/tables.ts";
import type { PersonId } from "../app/platform/ids.ts";
import { mail, mailbox } from "../app/platform/mail/tables.ts";
import { withAuthenticator } from "./authenticator.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { postForm, teamCookie } from "./visitors.ts";

let database: FreshDatabase;
let klankbord: Klankbord;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let cookie: string;
const said: string[] = [];

/** One member of the team, with a browser whose authenticator is made up; each test goes on where the one before it ended. */
beforeAll(async () => {
  database = await freshDatabase();
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  browser = await launchBrowser();
  context = await browser.newContext({ locale: "nl", baseURL: klankbord.origin });
  cookie = await teamCookie(database.db, "organiser", null, { name: "Samira Bouzid", mail: "samira@team.example" });
  await carryCookie(context, cookie);
  page = await context.newPage();
  page.on("pageerror", (error) => said.push(error.message));
  await withAuthenticator(page);
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

async function anotherDevice(): Promise<string> {
  const [who] = await database.db.select({ id: person.id }).from(person).where(eq(person.mail, "samira@team.example"));
  const { token } = await database.db.transaction((tx) => addDevice(tx, "team", who?.id as PersonId, { name: "test" }));
  return `__Host-team=${token}`;
}
const press = (name: string | RegExp, on = page) => on.getByRole("button", { name }).click();
const told = (text: string) => page.getByRole("status").filter({ hasText: text }).waitFor();
const letters = () => database.db.$count(mail, eq(mail.kind, "team.new-device"));
async function signOut() {
  await page.goto("/team/account");
  await page.getByRole("button", { name: "Meld af", exact: true }).last().click();
  await page.waitForURL(`${klankbord.origin}/`);
}
async function signIn(to: string) {
  await page.goto("/team/account");
  await page.waitForURL("**/team/aanmelden?naar=*");
  await press("Meld mij aan met een toegangssleutel");
  await page.waitForURL(`**${to}`);
}

test("a member makes a passkey, gives it a name, and does not make the same twice", async () => {
  await page.goto("/team/account");
  await expectAccessible(page, "account without a passkey");
  await page.getByLabel("Naam", { exact: true }).fill(" ");
  await press("Maak een toegangssleutel");
  await told("Er is geen naam ingevuld.");
  await page.getByLabel("Naam", { exact: true }).fill("Laptop");
  await page.getByRole("button", { name: "Maak een toegangssleutel" }).dblclick();
  await told("De toegangssleutel is gemaakt.");
  await press("Maak een toegangssleutel");
  await told("Er is geen toegangssleutel gemaakt.");
  await page.getByText("Wijzig de naam").click();
  await page.getByLabel("Nieuwe naam").fill(" ");
  await press("Bewaar");
  await told("Er is geen naam ingevuld.");
  await page.getByText("Wijzig de naam").click();
  await page.getByLabel("Nieuwe naam").fill("Laptop van het werk");
  await press("Bewaar");
  await told("De naam is gewijzigd.");
  await page.getByText("Laptop van het werk", { exact: true }).waitFor();
  await expectAccessible(page, "account with a passkey");
  expect(await database.db.$count(passkey)).toBe(1);
});

test("with the passkey one signs in without mail; the first time on this device a letter says so", async () => {
  await signOut();
  await page.goto("/team/aanmelden");
  await expectAccessible(page, "signing in with a passkey");
  await signIn("/team/account");
  await page.getByText("met een toegangssleutel", { exact: false }).first().waitFor();
  expect(await letters()).toBe(1);
  const ofDevice = eq(mailbox.subject, "Nieuw apparaat aangemeld bij Klankbord");
  await expect.poll(() => database.db.$count(mailbox, ofDevice)).toBe(1);
  const [letter] = await database.db.select().from(mailbox).where(ofDevice);
  expect(letter?.text).toMatch(/Chrome, Linux/);
  expect(letter?.text).toContain(`${klankbord.origin}/team/account`);
});

test("on a device that is known no letter goes out", async () => {
  await signOut();
  await signIn("/team/account");
  expect(await letters()).toBe(1);
});

test("what an authenticator said works once, and only for what was asked", async () => {
  await signOut();
  await page.goto("/team/aanmelden");
  const sent = page.waitForRequest((request) => request.method() === "POST" && request.url().endsWith("/sleutel"));
  await press("Meld mij aan met een toegangssleutel");
  const form = new URLSearchParams((await sent).postData() ?? "");
  await page.waitForURL("**/team");
  const again = await postForm(`${klankbord.origin}/team/aanmelden/sleutel`, "", form);
  expect(again.status).toBe(422);
  expect(again.headers.getSetCookie()).toEqual([]);
  for (const answer of [
    "",
    "geen",
    "{}",
    '{"id":"AAAA"}',
    JSON.stringify({ ...JSON.parse(form.get("answer") ?? ""), id: "AAAA" }),
  ]) {
    const no = await postForm(`${klankbord.origin}/team/aanmelden/sleutel`, "", { answer });
    expect(no.status, answer.slice(0, 20)).toBe(422);
  }
  // what was asked to sign in with makes no key, and the other way around
  const made = await postForm(`${klankbord.origin}/team/account/sleutels`, await anotherDevice(), {
    ...{ doen: "add", name: "Vals", answer: form.get("answer") ?? "" },
  });
  expect(made.headers.get("location")).toBe("/team/account?melding=refused");
});

test("one sees where one is signed in, ends one, and all others", async () => {
  const others = await Promise.all([browser.newContext({ baseURL: klankbord.origin }), browser.newContext()]);
  const [other] = others;
  await carryCookie(other, await anotherDevice());
  const elsewhere = await other.newPage();
  await elsewhere.goto("/team");
  expect(elsewhere.url()).toBe(`${klankbord.origin}/team`);
  await page.goto("/team/account");
  await page
    .getByRole("listitem")
    .filter({ hasText: /^test/ })
    .getByRole("button", { name: /^Meld af: test/ })
    .first()
    .click();
  await told("Dat apparaat is afgemeld.");
  await elsewhere.goto("/team");
  expect(elsewhere.url()).toContain("/team/aanmelden");
  await press("Meld alle andere apparaten af");
  await told("Alle andere apparaten zijn afgemeld.");
  await expect.poll(() => page.getByRole("button", { name: /^Meld af: / }).count()).toBe(1);
  for (const one of others) await one.close();
});

test("a session ends by itself without a sign of life", async () => {
  await page.goto("/team/account");
  await database.db.execute(sql`update device set seen_at = now() - interval '73 hours' where ended_at is null`);
  await page.goto("/team/account");
  await page.waitForURL("**/team/aanmelden?naar=*");
  await signIn("/team/account");
});

test("who has no role any more does not come in with a key, and a removed key is no key", async () => {
  await page.goto("/team/account");
  await press("Verwijder toegangssleutel Laptop van het werk");
  await told("De toegangssleutel is verwijderd.");
  await page.getByLabel("Naam", { exact: true }).fill("Telefoon");
  await press("Maak een toegangssleutel");
  await told("De toegangssleutel is gemaakt.");
  await signOut();
  await database.db.update(membership).set({ endedAt: sql`now()` });
  await page.goto("/team/aanmelden");
  await press("Meld mij aan met een toegangssleutel");
  await page.getByText("Deze toegangssleutel werkt hier niet.").waitFor();
  await expectAccessible(page, "a passkey that is refused");
  expect(said).toEqual([]);
  const whats = await database.db.selectDistinct({ what: audit.what }).from(audit);
  for (const what of ["passkey.add", "passkey.rename", "passkey.remove", "device.end", "sign-in.use"])
    expect(whats.map((one) => one.what)).toContain(what);
});
