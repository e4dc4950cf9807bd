import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { access } from "../app/dialogue/access/access.ts";
import { expectAccessible } from "./axe.ts";
import { carryCookie, launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { keyboardOf } from "./keyboard.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";
import { visit } from "./visit.ts";
import { teamCookie } from "./visitors.ts";
import { addressOf, makeWorld, type World } from "./world.ts";

let database: FreshDatabase;
let klankbord: Klankbord;
let browser: Browser;
let page: Page;
let here: World;
const screens = [
  ...[
    "",
    "/staat",
    "/instellingen",
    "/verklaringen",
    "/verklaringen/:statement",
    "/mensen",
    "/mensen/wissen",
    "/rollen",
    "/koppelingen",
  ],
  ...["/koppelingen/:hook", "/logboek", "/post", "/bewaren", "/wissen", "/gebieden", "/gebieden/bestand"],
].map((path) => `/beheer${path}`);

beforeAll(async () => {
  database = await freshDatabase();
  here = await makeWorld(database.db, "hier");
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

test("no screen of the administrator is left out", () => {
  const pages = Object.entries(access).filter(([path, rule]) => path.startsWith("/beheer") && rule.read.length > 0);
  // a letter is read where no mail goes out
  const posts = /\/(proefmail|herinneringen|sleutels|beeindigingen|herhalingen|logo|regels\.jsonl|tekst\.md|:mail)$/;
  expect(pages.map(([path]) => path).filter((path) => !posts.test(path) && !screens.includes(path))).toEqual([]);
});

test.each([...screens, "/team/account"])("%s is gone through by keyboard, on a telephone and on a screen", async (pattern) => {
  const path = addressOf(pattern, here);
  await visit(page, path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await expectAccessible(page, path);
  await page.setViewportSize({ width: 1280, height: 900 });
  await keyboardOf(page).round(path);
});
