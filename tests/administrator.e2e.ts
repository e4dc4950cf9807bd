import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { teamCookie } from "./visitors.ts";

let database: FreshDatabase;
let klankbord: Klankbord;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  database = await freshDatabase();
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  browser = await launchBrowser();
  const context = await browser.newContext({ locale: "nl", baseURL: klankbord.origin });
  await carryCookie(context, await teamCookie(database.db, "administrator", null));
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

test("the administrator reads who may do what, and asks it of one role", async () => {
  await page.goto("/beheer");
  await page.getByRole("link", { name: "Wie mag wat" }).click();
  await page.getByRole("heading", { level: 1, name: "Wie mag wat" }).waitFor();
  await expectAccessible(page, "who may do what");
  const leading = page.getByRole("region", { name: /Een bijeenkomst leiden/ });
  expect(await leading.getByRole("row").count()).toBeGreaterThan(20);
  await page.getByLabel("Voor wie").selectOption("observer");
  await page.getByRole("button", { name: "Toon" }).click();
  await page.waitForURL("**/rollen?rol=observer");
  await expect.poll(() => leading.getByRole("row").count()).toBeLessThan(10);
  await expectAccessible(page, "what an observer may do");
});
