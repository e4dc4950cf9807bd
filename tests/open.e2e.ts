import type { Browser } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible } from "./axe.ts";
import { launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";

let database: FreshDatabase;
let klankbord: Klankbord;
let browser: Browser;

beforeAll(async () => {
  database = await freshDatabase();
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

test.each(["nl", "en"])("who writes a program reads how to ask, in %s", async (locale) => {
  for (const width of [320, 1280]) {
    await using context = await browser.newContext({ locale, viewport: { width, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${klankbord.origin}/api`);
    if (width === 320) await expectAccessible(page, `/api in ${locale}`);
  }
});

test("a program that is turned away hears so as a problem", async () => {
  for (const [path, init, status] of [
    ["/api/v1/dialogen", { method: "POST", headers: { origin: "https://elders.example" } }, 403],
    ["/api/v1/dialogen/%00", {}, 400],
    ["/api/v1/dialogen/x", {}, 404],
    ["/api/v2/dialogen", {}, 404],
  ] as const) {
    const answer = await fetch(klankbord.origin + path, init);
    expect([answer.status, answer.headers.get("content-type")], path).toEqual([status, "application/problem+json"]);
    expect(await answer.json()).toMatchObject({ status });
  }
});
