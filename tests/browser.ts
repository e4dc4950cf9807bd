import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { inject } from "vitest";
import { browserArguments } from "../scripts/browser.ts";

/** A page that does not answer is said before the test is over. */
const patienceMs = 120_000;

/** A browser of one's own, for `await using`; axe wants its pages from `browser.newContext()`. It waits as long as the test does. */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: inject("browser"), args: [...browserArguments, ...args] });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.setDefaultTimeout(patienceMs);
    return context;
  };
  return browser;
}

/** Gives a browser the cookie of somebody's device; without one it stays nobody's. */
export async function carryCookie(context: BrowserContext, cookie: string): Promise<void> {
  const [name = "", value = ""] = cookie.split("=");
  if (!name) return;
  await context.addCookies([{ name, value, domain: "localhost", path: "/", secure: true, httpOnly: true, sameSite: "Lax" }]);
}

/** Texts of the report are written in their notation, as who has no script does. */
export const writeInNotation = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => localStorage.setItem("klankbord-writing", "notation"));
