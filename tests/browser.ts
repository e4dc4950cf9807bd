import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { inject } from "vitest";
import { browserArguments } from "../scripts/browser.ts";

/** A browser of one's own, for `await using`; axe wants its pages from `browser.newContext()`. */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: inject("browser"), args: [...browserArguments, ...args] });
}

/** Gives a browser the cookie of somebody's device; without one it stays nobody's. */
export async function carryCookie(context: BrowserContext, cookie: string): Promise<void> {
  const [name = "", value = ""] = cookie.split("=");
  if (!name) return;
  await context.addCookies([{ name, value, domain: "localhost", path: "/", secure: true, httpOnly: true, sameSite: "Lax" }]);
}
