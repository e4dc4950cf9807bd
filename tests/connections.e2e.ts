import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { isSigned, says, startReceiver } from "./receiver.ts";
import { again, ready, visit } from "./visit.ts";
import { teamCookie } from "./visitors.ts";

let database: FreshDatabase;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let klankbord: Klankbord;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  database = await freshDatabase();
  receiver = await startReceiver();
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url, WEBHOOK_HOSTS: receiver.host } });
  browser = await launchBrowser();
  const context = await browser.newContext({ locale: "nl", baseURL: klankbord.origin });
  await carryCookie(context, await teamCookie(database.db, "administrator", null));
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await receiver?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

const ask = (key: string) =>
  fetch(`${klankbord.origin}/api/v1/gebeurtenissen`, { headers: { authorization: `Bearer ${key}` } }).then(
    ({ status }) => status,
  );

test("an application gets a key that is shown once, and loses it at once", async () => {
  await visit(page, "/beheer/koppelingen");
  await expectAccessible(page, "connections without any");
  await page.getByText("Voeg een toepassing toe").click();
  await page.getByRole("button", { name: "Voeg toe" }).first().click();
  await page.getByRole("alert").waitFor();
  await expectAccessible(page, "an application without a name");
  await page.getByLabel("Naam van de toepassing").fill("Dashboard van de afdeling onderzoek");
  await page.getByLabel("Lezen wat er gebeurde").check();
  await page.getByRole("button", { name: "Voeg toe" }).first().click();
  await page.getByText("Neem dit nu over.", { exact: false }).waitFor();
  await expectAccessible(page, "a key that is shown once");
  const key = (await page.locator("code.secret").textContent()) ?? "";
  expect(await ask(key)).toBe(200);
  await visit(page, "/beheer/koppelingen");
  expect(await page.content()).not.toContain(key);
  await page.getByText("Voor het laatst gebruikt", { exact: false }).waitFor();
  await page.getByText("Beëindig de toegang van Dashboard").click();
  await page.getByRole("button", { name: "Beëindig de toegang" }).click();
  await page.getByText("De toepassing heeft geen toegang meer.").waitFor();
  expect(await ask(key)).toBe(401);
});

test("a webhook is made, tried, paused, and what failed is sent again", async () => {
  await visit(page, "/beheer/koppelingen");
  await page.getByText("Voeg een webhook toe").click();
  await page.getByLabel("Naam", { exact: true }).fill("Relatiebeheer");
  await page.getByLabel("Adres", { exact: true }).fill("http://elders.example/in");
  await page.getByLabel("Bijeenkomst beëindigd").check();
  await page.getByRole("button", { name: "Voeg toe" }).last().click();
  await page.getByText("Begin het adres met https://.").first().waitFor();
  await expect.poll(() => page.getByLabel("Bijeenkomst beëindigd").isChecked()).toBe(true);
  await expectAccessible(page, "a webhook with a wrong address");
  await page.getByLabel("Adres", { exact: true }).fill(receiver.url);
  await page.getByRole("button", { name: "Voeg toe" }).last().click();
  const secret = (await page.locator("code.secret").textContent()) ?? "";
  expect(secret).toMatch(/^whsec_/);
  await ready(page);
  await page.getByRole("link", { name: "Relatiebeheer" }).click();
  await page.getByRole("heading", { level: 1, name: "Relatiebeheer" }).waitFor();
  await expectAccessible(page, "a webhook that sent nothing");
  receiver.will(says(500));
  await page.getByRole("button", { name: "Stuur een proefbericht" }).click();
  await page.getByText("Het proefbericht is onderweg.", { exact: false }).waitFor();
  await expect.poll(() => receiver.received.length).toBeGreaterThan(0);
  await expect
    .poll(async () => {
      await again(page);
      return page.getByText("De ontvanger antwoordde 500.", { exact: false }).count();
    })
    .toBe(1);
  await expectAccessible(page, "a message that failed");
  receiver.will(says(204));
  await database.pool.query("update hook_delivery set state = 'failed', done_at = now()");
  await again(page);
  await page.getByRole("button", { name: /^Stuur opnieuw/ }).click();
  await page.getByText("Het bericht is opnieuw onderweg.").waitFor();
  await expect
    .poll(async () => {
      await again(page);
      return page.getByText("Aangekomen", { exact: true }).count();
    })
    .toBe(1);
  const last = receiver.received.at(-1);
  expect(last && isSigned(last, secret)).toBe(true);
  await expectAccessible(page, "a message that arrived");
  await page.getByRole("button", { name: "Pauzeer" }).click();
  await page.getByRole("button", { name: "Ga door" }).waitFor();
  await page.getByText("Vervang het geheim").click();
  await page.getByRole("button", { name: "Maak een nieuw geheim" }).click();
  await page.locator("code.secret").waitFor();
  await expect.poll(() => page.locator("code.secret").textContent()).not.toBe(secret);
  await page.getByText("Beëindig deze webhook").click();
  await page.getByRole("button", { name: "Beëindig", exact: true }).click();
  await page.getByText("De webhook is beëindigd.", { exact: false }).waitFor();
});
