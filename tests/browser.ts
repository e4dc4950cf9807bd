import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { inject } from "vitest";
import { browserArguments } from "../scripts/browser.ts";

/** A page that does not answer is said before the test is over. */
const patienceMs = 120_000;

let shared: Promise<Browser> | undefined;

/**
 * A browser for `await using`; axe wants its pages from `browser.newContext()`. It waits as long as the test does. The files of a
 * worker share one program, and each its own contexts: closing closes those. With arguments it is a program of one's own.
 */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const launch = () => chromium.launch({ executablePath: inject("browser"), args: [...browserArguments, ...args] });
  const isShared = args.length === 0;
  if (isShared && !(await shared)?.isConnected()) shared = launch();
  const program = await (isShared && shared ? shared : launch());
  const opened = new Set<BrowserContext>();
  const browser: Browser = Object.create(program);
  browser.newContext = async (options) => {
    const context = await program.newContext(options);
    context.setDefaultTimeout(patienceMs);
    opened.add(context);
    context.once("close", () => opened.delete(context));
    return context;
  };
  browser.close = async () => {
    if (isShared) await Promise.all([...opened].map((context) => context.close()));
    else await program.close();
  };
  browser[Symbol.asyncDispose] = browser.close;
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
