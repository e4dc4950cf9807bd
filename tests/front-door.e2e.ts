import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible } from "./axe.ts";
import { launchBrowser } from "./browser.ts";
import { type Klankbord, startKlankbord } from "./klankbord.ts";

let klankbord: Klankbord;
let browser: Awaited<ReturnType<typeof launchBrowser>>;

beforeAll(async () => {
  klankbord = await startKlankbord();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await klankbord?.[Symbol.asyncDispose]();
});

const pages = {
  home: "/",
  accessibility: "/toegankelijkheid",
  "sign in": "/team/aanmelden",
  "a claim link that is not known": "/claim/onbekend",
  "a page that is not there": "/bestaat-niet",
};

for (const locale of ["nl", "en"] as const) {
  test.each(Object.entries(pages))(`%s is accessible in ${locale}, and loads nothing from elsewhere`, async (name, path) => {
    await using context = await browser.newContext({ locale });
    const page = await context.newPage();
    const asked: string[] = [];
    const said: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).origin));
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes("responded with a status of 4")) said.push(message.text());
    });
    page.on("pageerror", (error) => said.push(error.message));
    await page.goto(klankbord.origin + path);
    await expect.poll(() => page.getAttribute("html", "lang")).toBe(locale);
    await expectAccessible(page, name);
    expect(new Set(asked)).toEqual(new Set([klankbord.origin]));
    expect(said).toEqual([]);
  });
}
