import type { Browser, BrowserContext, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { access } from "../app/dialogue/access/access.ts";
import { mintLink } from "../app/dialogue/people/links.server.ts";
import { teamRoles } from "../app/dialogue/people/role.ts";
import { passkey } from "../app/dialogue/people/tables.ts";
import { person } from "../app/dialogue/tables.ts";
import { audit } from "../app/platform/database/tables.ts";
import type { PersonId } from "../app/platform/ids.ts";
import { mailbox } from "../app/platform/mail/tables.ts";
import { withAuthenticator } from "./authenticator.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { hello } from "./socket.ts";
import { postForm, teamCookie } from "./visitors.ts";
import { addressOf, fingerprint, makeWorld, type World } from "./world.ts";

let database: FreshDatabase;
let klankbord: Klankbord;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let here: World;
let byLink: string;
let facilitator: string;
let administrator: string;

/** An organiser who came by a link, where organisers show a passkey; each test goes on where the one before it ended. */
beforeAll(async () => {
  database = await freshDatabase();
  here = await makeWorld(database.db, "hier");
  const { dialogueId: id } = here;
  byLink = await teamCookie(database.db, "organiser", id, { name: "Samira Bouzid", mail: "samira@team.example" });
  facilitator = await teamCookie(database.db, "facilitator", id);
  administrator = await teamCookie(database.db, "administrator", null);
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url, PASSKEY_FOR: "organiser" } });
  browser = await launchBrowser();
  context = await browser.newContext({ locale: "nl", baseURL: klankbord.origin });
  page = await context.newPage();
  await withAuthenticator(page);
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const ask = (cookie: string, path: string) =>
  fetch(klankbord.origin + path, { redirect: "manual", headers: { cookie, origin: klankbord.origin } });
const samira = async () => {
  const [who] = await database.db.select({ id: person.id }).from(person).where(eq(person.mail, "samira@team.example"));
  return who?.id as PersonId;
};
/** As the letter brings it. */
async function comeByLink(): Promise<void> {
  const personId = await samira();
  const token = await database.db.transaction((tx) => mintLink(tx, "sign-in", { personId, minutes: 15 }));
  await page.goto(`/team/aanmelden/${token}`);
  await page.getByRole("button", { name: "Meld mij aan" }).click();
}
const door = "/team/sleutel?naar=";

test("by a link alone nothing of a team opens, by whichever route, and nothing changes", async () => {
  const before = await fingerprint(database.db);
  const ofTeam = Object.entries(access).filter(
    ([pattern, { read, write = [] }]) =>
      pattern.startsWith("/") &&
      [...read, ...write].some((role) => role === "signed-in" || (teamRoles as readonly string[]).includes(role)) &&
      ![...read, ...write].some((role) => role === "anyone" || role === "at-door"),
  );
  expect(ofTeam.length).toBeGreaterThan(50);
  const opened: string[] = [];
  for (const [pattern, { write }] of ofTeam) {
    const at = addressOf(pattern, here);
    const read = await ask(byLink, at);
    const closed = (answer: Response) =>
      [401, 403, 405].includes(answer.status) || (answer.headers.get("location") ?? "").startsWith("/team/sleutel");
    if (!closed(read)) opened.push(`${pattern}: ${read.status}`);
    if (write && !closed(await postForm(klankbord.origin + at, byLink, {}))) opened.push(`${pattern}: posted`);
  }
  expect(opened).toEqual([]);
  expect((await ask(facilitator, `/team/hier/bijeenkomst/${here.sessionId}`)).status).toBe(200);
  expect(await fingerprint(database.db)).toEqual(before);
});

test("no socket of the team answers them", async () => {
  const heard = await hello(klankbord, { cookie: byLink, session: here.sessionId, as: "team" });
  expect(heard).not.toBe("view");
});

test("who has no key makes one, and then goes on to where they went", async () => {
  await carryCookie(context, byLink);
  await page.goto("/team/hier");
  await page.waitForURL(`**${door}*`);
  await expectAccessible(page, "making the key that is asked");
  await page.getByLabel("Naam", { exact: true }).fill("Laptop");
  await page.getByRole("button", { name: "Maak een toegangssleutel" }).click();
  await page.waitForURL("**/team/hier");
  expect((await ask(byLink, "/team/account")).status).toBe(200);
  await expect
    .poll(async () => (await database.db.select({ text: mailbox.text }).from(mailbox)).map(({ text }) => text).join())
    .toContain("een toegangssleutel gemaakt: Laptop");
});

test("by a link once more the key is asked, and no second one can be made", async () => {
  await context.clearCookies();
  await comeByLink();
  await page.waitForURL(`**${door}*`);
  await page.getByText("U hebt er een gemaakt").waitFor();
  await expectAccessible(page, "using the key that is asked");
  const weak = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const forged = await postForm(`${klankbord.origin}/team/sleutel`, weak, { name: "Vals", answer: "{}" });
  expect(forged.status).toBe(422);
  expect(await database.db.$count(passkey)).toBe(1);
  await page.getByRole("button", { name: "Meld mij aan met een toegangssleutel" }).click();
  await page.waitForURL("**/team");
  await page.getByRole("heading", { level: 1 }).waitFor();
});

test("whose key is lost gets a new start from an administrator, and hears of it", async () => {
  const forget = (mail: string) => postForm(`${klankbord.origin}/beheer/mensen/sleutels`, administrator, { mail });
  expect((await forget("niemand@team.example")).headers.get("location")).toBe("/beheer/mensen?melding=no-keys");
  const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  expect((await ask(cookies, "/team/account")).status).toBe(200);
  expect((await forget("Samira@team.example")).headers.get("location")).toBe("/beheer/mensen?melding=keys-gone");
  expect((await ask(cookies, "/team/account")).status).toBe(303);
  expect(await database.db.$count(passkey)).toBe(0);
  await expect
    .poll(() => database.db.$count(mailbox, eq(mailbox.subject, "Uw toegangssleutels bij Klankbord zijn gewist")))
    .toBe(1);
  await comeByLink();
  await page.getByRole("button", { name: "Maak een toegangssleutel" }).waitFor();
  const whats = (await database.db.selectDistinct({ what: audit.what }).from(audit)).map(({ what }) => what);
  expect(whats).toEqual(expect.arrayContaining(["passkey.add", "passkey.forget"]));
});

test("the list of people has the way to a new start, for administrators alone", async () => {
  const other = await browser.newContext({ locale: "nl", baseURL: klankbord.origin });
  await carryCookie(other, administrator);
  const list = await other.newPage();
  await list.goto("/beheer/mensen");
  await list.getByRole("heading", { name: "Iemand is een toegangssleutel kwijt" }).waitFor();
  await expectAccessible(list, "people of the installation");
  await other.close();
});
