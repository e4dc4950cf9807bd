import { type Browser, chromium } from "@playwright/test";
import { inject } from "vitest";
import { browserArguments } from "../scripts/browser.ts";

/** A browser of one's own, for `await using`; axe wants its pages from `browser.newContext()`. */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: inject("browser"), args: [...browserArguments, ...args] });
}
