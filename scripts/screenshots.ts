// npm run screenshots: the pictures of the README, taken in a real browser while the demo lives its morning, to docs/images/*.png.
import { spawn } from "node:child_process";
import { mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { browserArguments, getBrowser } from "./browser.ts";

const root = path.resolve(import.meta.dirname, "..");
const out = path.join(root, "docs/images");
const mostBytes = 1_500_000;
/** Slow enough to look around in a step, quick enough to wait for. */
const speed = "20";

const wide = { width: 1280, height: 800 };
const tall = { width: 1280, height: 1120 };
const screen = { width: 1280, height: 720 };
const phone = { width: 320, height: 640 };

mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath: await getBrowser(), args: browserArguments });
const demo = startDemo();
let bytes = 0;
try {
  await open(await demo.link("Oproep"), wide, (page) => shoot(page, "call"));

  const participant = await demo.link("Deelnemer");
  await demo.hears("Onderdeel 4 ");
  await open(participant, tall, async (page) => {
    await page.locator("form[action$='/bijdragen'] textarea").first().fill("Iemand bij de gemeente die ik gewoon mag bellen");
    await sleep(4_000);
    await page.evaluate(() => scrollTo(0, 0));
    await shoot(page, "group");
  });
  await open(participant, phone, (page) => shoot(page, "group-phone"), 2);
  await open(await demo.link("Gespreksleider"), wide, async (page) => {
    await gone(page, "Niemand vraagt om aandacht");
    await shoot(page, "cockpit");
  });
  await open(await demo.link("Projector"), screen, async (page) => {
    await gone(page, "Hier komt wat u met iedereen deelt");
    await sleep(3_000);
    await shoot(page, "projector");
  });

  await demo.hears("Onderdeel 6 ");
  await open(participant, wide, async (page) => {
    await sleep(8_000);
    await page.goto(`${page.url().split("?")[0]}?inzicht=3`);
    await page.locator("input[name='choice'][value='agree']").check();
    await page.locator("input[name='fit'][value='conditions']").check();
    await page.locator("textarea[name='condition']").fill("Als bewoners elk jaar meebeslissen over wat blijft en wat stopt.");
    await page.evaluate(() => scrollTo(0, 0));
    await sleep(2_000);
    await shoot(page, "check");
  });

  await open(`${await demo.link("Verslag")}#praktijk`, wide, (page) => shoot(page, "report"));
} finally {
  await browser.close();
  await demo.end();
}
console.error(`docs/images: ${Math.round(bytes / 1000)} kB`);
if (bytes > mostBytes) {
  console.error(`More than ${mostBytes / 1000} kB: take fewer or smaller pictures.`);
  process.exitCode = 1;
}

/** Opens a link as anybody would, presses its button, and looks at the page it leads to. */
async function open(url: string, viewport: typeof wide, look: (page: Page) => Promise<void>, scale = 1): Promise<void> {
  await using context: BrowserContext = await browser.newContext({
    viewport,
    deviceScaleFactor: scale,
    locale: "nl",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.goto(url);
  const door = /\/(mee|aanmelden)\//;
  if (door.test(page.url())) {
    await page.click("main form button");
    await page.waitForURL((to) => !door.test(to.pathname));
  }
  await page.waitForLoadState("networkidle", { timeout: 5_000 }).catch(() => {});
  await look(page);
}

/** Waits until an empty state has made place for what happens; a hall where nothing happens is taken as it is. */
async function gone(page: Page, words: string): Promise<void> {
  await page
    .getByText(words)
    .first()
    .waitFor({ state: "hidden", timeout: 25_000 })
    .catch(() => {});
}

async function shoot(page: Page, name: string): Promise<void> {
  const file = path.join(out, `${name}.png`);
  await page.screenshot({ path: file });
  const { size } = statSync(file);
  bytes += size;
  console.error(`${name}.png  ${Math.round(size / 1000)} kB`);
}

function startDemo() {
  const child = spawn(process.execPath, [path.join(root, "demo/demo.ts"), "--speed", speed], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let links = "";
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    links += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
    process.stderr.write(text);
  });
  const until = async <T>(look: () => T | undefined | false): Promise<T> => {
    for (;;) {
      const found = look();
      if (found) return found;
      if (child.exitCode !== null) throw new Error("the demo ended");
      await sleep(100);
    }
  };
  return {
    /** The newest link of a name. */
    link: (name: string): Promise<string> =>
      until(() => [...links.matchAll(new RegExp(`^${name}\\s+(http\\S+)$`, "gm"))].at(-1)?.[1]),
    hears: (words: string) => until(() => said.includes(words)),
    async end(): Promise<void> {
      if (child.exitCode !== null) return;
      const gone = new Promise((resolve) => child.once("close", resolve));
      child.kill("SIGTERM");
      await gone;
    },
  };
}
