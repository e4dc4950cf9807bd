import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { updateAnalysis } from "../app/insights/analyse.server.ts";
import { revealInsights } from "../app/insights/reveal.server.ts";
import { importPolis } from "../app/polis/import.server.ts";
import { expectAccessible, widths } from "./axe.ts";
import { launchBrowser } from "./browser.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { fillInvented, type Invented } from "./invented.ts";
import { type Klankbord, root, startKlankbord } from "./klankbord.ts";
import { guestCookie, teamCookie } from "./visitors.ts";

/** Real conversations: one with groups, one by degree. */
const conversations = ["canadian-electoral-reform", "vtaiwan.uberx"] as const;
const slugs = new Map<string, string>();
let database: FreshDatabase;
let klankbord: Klankbord;
let browser: Browser;
let invented: Invented;
const cookies = new Map<string, string>();

beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  invented = await fillInvented(db);
  await updateAnalysis(db, invented.dialogueId);
  cookies.set("invented", await teamCookie(db, "analyst", invented.dialogueId));
  const [one] = invented.personIds.values();
  if (!one) throw new Error("nobody");
  cookies.set("participant", await guestCookie(db, one, invented.dialogueId));
  for (const name of conversations) {
    const { dialogueId, slug } = await importPolis(db, path.join(root, "../shared/data/polis", name));
    await updateAnalysis(db, dialogueId);
    slugs.set(name, slug);
    cookies.set(name, await teamCookie(db, "analyst", dialogueId, { name: "Analist", mail: `${slug}@team.example` }));
  }
  klankbord = await startKlankbord({ env: { DATABASE_URL: database.url } });
  browser = await launchBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
  await database?.[Symbol.asyncDispose]();
});

async function open(who: string, address: string, locale = "nl", javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({
    locale,
    javaScriptEnabled,
    extraHTTPHeaders: { "accept-language": locale },
  });
  const [name = "", value = ""] = (cookies.get(who) ?? "").split("=");
  await context.addCookies([{ name, value, url: klankbord.origin.replace("http:", "https:"), secure: true, httpOnly: true }]);
  const page = await context.newPage();
  const answer = await page.goto(klankbord.origin + address);
  expect(answer?.status(), address).toBe(200);
  return page;
}

/** For looking at: KLANKBORD_SHOTS names a folder. */
async function picture(page: Page, name: string) {
  const folder = process.env.KLANKBORD_SHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: path.join(folder, `${name}-${width}.png`), fullPage: true });
    for (const id of ["bevinding", "gedeeld", "kaart", "verloop", "inzichten"]) {
      const part = page.locator(`section:has(> #${id}), section:has(> div > #${id})`).first();
      if ((await part.count()) > 0) await part.screenshot({ path: path.join(folder, `${name}-${id}-${width}.png`) });
    }
  }
}
const team = (slug: string) => `/team/${slug}/inzichten/uitkomst`;

describe.each(conversations)("%s", (name) => {
  test.each(["nl", "en"])("its outcome in the browser, %s", async (locale) => {
    const page = await open(name, team(slugs.get(name) ?? ""), locale);
    await expectAccessible(page, `${name} ${locale}`);
    await picture(page, `${name}-${locale}`);
    await page.context().close();
  });
});

test("the invented dialogue", async () => {
  const page = await open("invented", team(invented.slug));
  await expectAccessible(page, "invented");
  await picture(page, "invented");
  await page
    .getByRole("link", { name: /^.{20,}$/ })
    .last()
    .click();
  await picture(page, "invented-insight");
  await expectAccessible(page, "insight");
});

void revealInsights;
