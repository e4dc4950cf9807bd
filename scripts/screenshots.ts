// npm run screenshots: the pictures of the README, taken from the demo in a real browser, to docs/images/*.png.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Browser, chromium, type Page } from "@playwright/test";
import { browserArguments, getBrowser } from "./browser.ts";

const root = path.resolve(import.meta.dirname, "..");
const out = path.join(root, "docs/images");
const mostBytes = 1_500_000;

const wide = { width: 1280, height: 800 };
const screen = { width: 1280, height: 720 };
const phone = { width: 320, height: 640 };

type Links = ReadonlyMap<string, string>;
type Take = (browser: Browser, links: Links) => Promise<void>;

/** One demo for each moment. */
const moments: readonly { readonly stayAt: string; readonly ready: string; readonly take: Take }[] = [
  { stayAt: "oproep", ready: "Oproep", take: takeCall },
  { stayAt: "deelgroepen", ready: "Deelnemer", take: takeGroups },
  { stayAt: "praktijktoets", ready: "Deelnemer", take: takeCheck },
  { stayAt: "verslag", ready: "Verslag", take: takeReport },
];

mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath: await getBrowser(), args: browserArguments });
let bytes = 0;
try {
  for (const { stayAt, ready, take } of moments) {
    console.error(`${stayAt} ...`);
    const demo = startDemo(stayAt);
    try {
      await take(browser, await demo.links(ready));
    } finally {
      await demo.end();
    }
  }
} finally {
  await browser.close();
}
console.error(`docs/images: ${Math.round(bytes / 1000)} kB`);
if (bytes > mostBytes) {
  console.error(`More than ${mostBytes / 1000} kB: take fewer or smaller pictures.`);
  process.exitCode = 1;
}

async function takeCall(at: Browser, links: Links): Promise<void> {
  await shoot(at, "call", wide, [link(links, "Oproep")]);
}

async function takeGroups(at: Browser, links: Links): Promise<void> {
  const guest = link(links, "Deelnemer");
  await shoot(at, "group", wide, [guest], { settle: 8_000 });
  await shoot(at, "group-phone", phone, [guest], { scale: 2, settle: 3_000 });
  await shoot(at, "cockpit", wide, [link(links, "Gespreksleider")], { settle: 3_000 });
  await shoot(at, "projector", screen, [link(links, "Projector")], { settle: 3_000 });
}

async function takeCheck(at: Browser, links: Links): Promise<void> {
  await shoot(at, "check", wide, [link(links, "Deelnemer")], { settle: 6_000 });
}

async function takeReport(at: Browser, links: Links): Promise<void> {
  await shoot(at, "report", wide, [link(links, "Verslag")]);
}

interface Look {
  readonly scale?: number;
  /** milliseconds that the page may still come to life */
  readonly settle?: number;
}

/** Opens a link as anybody would, presses its button, and takes the page it leads to. */
async function shoot(at: Browser, name: string, viewport: typeof wide, [url]: readonly [string], look: Look = {}): Promise<void> {
  const context = await at.newContext({ viewport, deviceScaleFactor: look.scale ?? 1, locale: "nl", reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(url);
  await pressThrough(page);
  await page.waitForLoadState("networkidle", { timeout: 5_000 }).catch(() => {});
  await sleep(look.settle ?? 500);
  const file = path.join(out, `${name}.png`);
  await page.screenshot({ path: file });
  const { size } = statSync(file);
  bytes += size;
  console.error(`${name}.png  ${viewport.width} x ${viewport.height}  ${Math.round(size / 1000)} kB`);
  await context.close();
}

/** A personal or sign-in link shows one button. */
async function pressThrough(page: Page): Promise<void> {
  if (/\/(mee|aanmelden)\//.test(page.url()))
    await Promise.all([page.waitForURL((to) => !/\/(mee|aanmelden)\//.test(to.href)), page.click("main form button")]);
}

function link(links: Links, name: string): string {
  const found = links.get(name);
  if (!found) throw new Error(`the demo printed no link for ${name}`);
  return found;
}

function startDemo(stayAt: string) {
  const child = spawn(process.execPath, [path.join(root, "demo/demo.ts"), "--stay-at", stayAt, "--speed", "600"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const read = (): Map<string, string> =>
    new Map([...said.matchAll(/^(\S+)\s+(http\S+)$/gm)].map(([, name = "", url = ""]) => [name, url]));
  return {
    async links(ready: string): Promise<Links> {
      for (let left = 2_400; left > 0; left--) {
        if (read().has(ready) && /Klaar/.test(said)) return read();
        if (child.exitCode !== null) throw new Error("the demo ended");
        await sleep(100);
      }
      throw new Error("the demo takes too long");
    },
    end: () => endChild(child),
  };
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGTERM");
  await gone;
}
