import type { Browser, BrowserContext, Page } from "@playwright/test";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { membership, oidcAccount } from "../app/dialogue/people/tables.ts";
import { person } from "../app/dialogue/tables.ts";
import type { PersonId } from "../app/platform/ids.ts";
import { mail, mailbox } from "../app/platform/mail/tables.ts";
import { expectAccessible } from "./axe.ts";
import { launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { freePort, type Klankbord, startKlankbord } from "./klankbord.ts";
import { type Account, type OpenIdProvider, startProvider } from "./oidc-provider.ts";
import { postForm, teamCookie } from "./visitors.ts";

const accounts: Record<string, Account> = {
  bram: { email: "bram@team.example", email_verified: true, name: "Bram de Wit" },
  ada: { email: "ada@team.example", name: "Ada Vermeer", groups: ["anders", "kb-beheer"] },
  vreemde: { email: "vreemde@elders.example", name: "Vreemde" },
  schijn: { email: "bram@team.example", email_verified: false, name: "Schijn" },
};
let database: FreshDatabase;
let provider: OpenIdProvider;
let klankbord: Klankbord;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let bram: PersonId;
let env: Record<string, string>;
let onlyPort: number;

beforeAll(async () => {
  database = await freshDatabase();
  const [invited] = await database.db
    .insert(person)
    .values({ name: "Bram", mail: "bram@team.example" })
    .returning({ id: person.id });
  bram = invited?.id as PersonId;
  // invited, and not there yet
  await database.db.insert(membership).values({ personId: bram, role: "organiser" });
  const port = await freePort();
  onlyPort = await freePort();
  const origins = [port, onlyPort].map((one) => `http://localhost:${one}`);
  provider = await startProvider({ origins, accounts });
  env = {
    DATABASE_URL: database.url,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.client.id,
    OIDC_CLIENT_SECRET: provider.client.secret,
    OIDC_NAME: "Provincie Voorbeeld",
    OIDC_ROLES: JSON.stringify({ claim: "groups", administrator: ["kb-beheer"] }),
  };
  klankbord = await startKlankbord({ port, env: { ...env, OIDC_ROLES: "" } });
  browser = await launchBrowser();
});
beforeEach(async () => {
  await context?.close();
  context = await browser.newContext({ locale: "nl", baseURL: klankbord.origin });
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await provider?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

/** From the sign-in page to the provider, and through its pages. */
async function signInAs(login: string, from = `${klankbord.origin}/team/aanmelden?naar=/team/account`) {
  await page.goto(from);
  await page.getByRole("link", { name: "Meld u aan bij Provincie Voorbeeld" }).click();
  await page.locator("input[name='login']").fill(login);
  await page.locator("input[name='password']").fill("maakt niet uit");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL(/localhost:\d+\/(team|beheer)/);
}
const heading = (name: string) => page.getByRole("heading", { level: 1, name }).waitFor();
const isIn = async () => (await context.cookies()).some(({ name }) => name === "__Host-team");

test("who was invited comes in with the account of the organisation, and out at both", async () => {
  await page.goto("/team/aanmelden");
  await expectAccessible(page, "signing in with the organisation");
  await signInAs("bram");
  await heading("Uw account");
  await page.getByText("met het account van uw organisatie", { exact: false }).waitFor();
  expect((await context.cookies()).filter(({ name }) => name === "__Host-oidc")).toEqual([]);
  await page.goto("/team");
  await page.getByRole("button", { name: "Meld af", exact: true }).click();
  await heading("U bent afgemeld");
  await expectAccessible(page, "signed out");
  await page.getByRole("link", { name: "Meld u ook af bij Provincie Voorbeeld" }).click();
  await page.getByRole("button", { name: /Yes, sign me out/ }).click();
  await page.waitForURL(`${klankbord.origin}/**`);
  expect(await isIn()).toBe(false);
});

test("somebody is their account there, also when their address changes", async () => {
  accounts.bram = { email: "bram.de.wit@team.example", name: "Bram de Wit" };
  await signInAs("bram");
  await heading("Uw account");
  await page.getByText("(bram@team.example)", { exact: false }).waitFor();
  expect(await database.db.$count(oidcAccount, eq(oidcAccount.personId, bram))).toBe(1);
});

test("without a role, or with an address that is not proved, nobody comes in", async () => {
  for (const login of ["vreemde", "schijn"]) {
    await context.clearCookies();
    await signInAs(login);
    await heading("U hoort hier nog niet bij een team");
    await expectAccessible(page, login);
    expect(await isIn()).toBe(false);
  }
  expect(await database.db.$count(person, eq(person.mail, "vreemde@elders.example"))).toBe(0);
});

test("what comes back is believed once, in the browser that asked, as it was asked", async () => {
  const back = `${klankbord.origin}/team/aanmelden/organisatie/terug`;
  const answers: string[] = [];
  page.on("request", (request) => {
    if (request.url().startsWith(back)) answers.push(request.url());
  });
  const asked = new URL(await authorizationAddress());
  expect(asked.searchParams.get("code_challenge_method")).toBe("S256");
  expect(asked.searchParams.get("redirect_uri")).toBe(back);
  for (const name of ["state", "nonce", "code_challenge"])
    expect((asked.searchParams.get(name) ?? "").length, name).toBeGreaterThan(40);
  await signInAs("bram");
  const [answer = ""] = answers;
  const get = (url: string, cookie = "") => fetch(url, { redirect: "manual", headers: { cookie } });
  // again; without the cookie; with another one; with another state; a made-up code; the no of the provider
  for (const [url, cookie] of [
    [answer, ""],
    [answer, "__Host-oidc=anders.L3RlYW0"],
    [answer.replace(/state=[^&]+/, "state=x"), "__Host-oidc=anders.L3RlYW0"],
    [`${back}?code=verzonnen&state=x`, "__Host-oidc=anders.L3RlYW0"],
    [`${back}?error=access_denied&state=x`, "__Host-oidc=anders.L3RlYW0"],
    [back, ""],
  ] as const) {
    const no = await get(url, cookie);
    expect(no.status, url.slice(back.length)).toBe(400);
    expect(no.headers.getSetCookie().filter((one) => one.startsWith("__Host-team="))).toEqual([]);
    expect(await no.text()).toContain("Het aanmelden is gestopt");
  }
});

/** Where the start page sends the browser. */
async function authorizationAddress(): Promise<string> {
  const answer = await fetch(`${klankbord.origin}/team/aanmelden/organisatie?naar=//elders.example`, { redirect: "manual" });
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith("__Host-oidc=")) ?? "";
  expect(Buffer.from(cookie.split(".")[1]?.split(";")[0] ?? "", "base64url").toString()).toBe("/team");
  return answer.headers.get("location") ?? "";
}

test("when the provider is away a page says so, and a link by mail still works", async () => {
  await provider.stop();
  await using fresh = await startKlankbord({ env });
  const answer = await page.goto(`${fresh.origin}/team/aanmelden/organisatie`);
  expect(answer?.status()).toBe(503);
  await heading("Aanmelden kan nu niet");
  await expectAccessible(page, "the provider is away");
  const lost = await fetch(`${klankbord.origin}/team/aanmelden/organisatie/terug?code=a&state=b`, {
    headers: { cookie: "__Host-oidc=x.L3RlYW0" },
  });
  expect([400, 503]).toContain(lost.status);
  await provider.start();
  await page.getByRole("link", { name: "Probeer het opnieuw" }).click();
  await page.waitForURL(`${provider.issuer}/**`);
});

test("as the only way: claims give roles, and only an administrator gets a link by mail", async () => {
  await using only = await startKlankbord({ port: onlyPort, env: { ...env, OIDC_ONLY: "1" } });
  await signInAs("ada", `${only.origin}/team/aanmelden?naar=/beheer`);
  await heading("Beheer");
  const rolesOf = async (address: string) => {
    const rows = await database.db
      .select({ role: membership.role })
      .from(membership)
      .innerJoin(person, eq(person.id, membership.personId))
      .where(and(eq(person.mail, address), isNull(membership.endedAt)));
    return rows.map(({ role }) => role);
  };
  expect(await rolesOf("ada@team.example")).toEqual(["administrator"]);
  await context.clearCookies();
  await page.goto(`${only.origin}/team/aanmelden`);
  await expect.poll(() => page.getByRole("button", { name: /toegangssleutel/ }).count()).toBe(0);
  await page.getByRole("heading", { name: "Voor beheerders: als dat niet werkt" }).waitFor();
  await expectAccessible(page, "the organisation as the only way");
  for (const address of ["bram@team.example", "ada@team.example"])
    await postForm(`${only.origin}/team/aanmelden`, "", { mail: address });
  const sent = () =>
    database.db
      .select({ to: person.mail })
      .from(mail)
      .innerJoin(person, eq(person.id, mail.personId))
      .where(eq(mail.kind, "team.sign-in"));
  const asked = async () =>
    (await database.db.execute(sql`select 1 from graphile_worker.jobs where task_identifier = 'sign-in-link'`)).rows;
  await expect.poll(sent).toEqual([{ to: "ada@team.example" }]);
  await expect.poll(asked).toEqual([]);
  expect(await sent()).toEqual([{ to: "ada@team.example" }]);
  // who breaks the glass is let in, and the other administrators hear of it
  await teamCookie(database.db, "administrator", null, { name: "Cor", mail: "cor@team.example" });
  const link = async () => (await database.db.select().from(mailbox)).find(({ address }) => address === "ada@team.example")?.text;
  await expect.poll(link).toContain("/team/aanmelden/");
  const [, token = ""] = /\/team\/aanmelden\/([\w-]{40,})/.exec((await link()) ?? "") ?? [];
  const atLink = await context.newPage();
  await atLink.goto(`${only.origin}/team/aanmelden/${token}`);
  await expectAccessible(atLink, "breaking the glass");
  await atLink.close();
  const breakWith = (reason: string) => postForm(`${only.origin}/team/aanmelden/${token}`, "", { reason });
  const without = await breakWith(" ");
  expect([without.status, await without.text()]).toEqual([
    422,
    expect.stringContaining("Vul in waarom u met een link binnenkomt."),
  ]);
  expect((await breakWith("Bel mij op 06 12345678")).status).toBe(422);
  const broke = await breakWith("De aanmelding geeft een storing");
  expect(broke.status).toBe(303);
  const told = async () => (await database.db.select().from(mailbox)).find(({ address }) => address === "cor@team.example")?.text;
  await expect.poll(told).toContain("Ada Vermeer (ada@team.example)");
  expect(await told()).toContain("De aanmelding geeft een storing");
  await database.db
    .update(membership)
    .set({ endedAt: sql`now()` })
    .where(
      inArray(membership.personId, database.db.select({ id: person.id }).from(person).where(eq(person.mail, "cor@team.example"))),
    );
  // the last administrator stays; with another one the claims decide
  accounts.ada = { email: "ada@team.example", name: "Ada Vermeer", groups: [] };
  await context.clearCookies();
  await signInAs("ada", `${only.origin}/team/aanmelden?naar=/beheer`);
  expect(await rolesOf("ada@team.example")).toEqual(["administrator"]);
  await database.db.insert(membership).values({ personId: bram, role: "administrator", acceptedAt: sql`now()` });
  await context.clearCookies();
  await signInAs("ada", `${only.origin}/team/aanmelden?naar=/beheer`);
  await heading("U hoort hier nog niet bij een team");
  expect(await rolesOf("ada@team.example")).toEqual([]);
});
