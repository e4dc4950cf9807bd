import { gzipSync } from "node:zlib";
import type { BrowserContextOptions, Page } from "@playwright/test";
import { renderToString } from "react-dom/server";
import { build, type Rolldown } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible } from "./axe.ts";
import { launchBrowser } from "./browser.ts";
import { SpecimenPage } from "./specimen/page.tsx";
import { specimens } from "./specimen/specimen.tsx";

const origin = "http://klankbord.test";
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:";
const types: Record<string, string> = { css: "text/css", js: "text/javascript", woff2: "font/woff2" };
const files = new Map<string, string | Uint8Array>();
let browser: Awaited<ReturnType<typeof launchBrowser>>;

beforeAll(async () => {
  const { output } = (await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      assetsInlineLimit: 0,
      rollupOptions: { input: "tests/specimen/page.tsx", preserveEntrySignatures: false },
    },
  })) as Rolldown.RolldownOutput;
  for (const file of output) files.set(`/${file.fileName}`, file.type === "chunk" ? file.code : file.source);
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const names = (ending: string) => [...files.keys()].filter((name) => name.endsWith(ending));

function document(name: (typeof specimens)[number]) {
  const styles = names(".css").map((href) => `<link rel="stylesheet" href="${href}">`);
  const scripts = names(".js").map((src) => `<script type="module" src="${src}"></script>`);
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Onderdelen</title>
<link rel="icon" href="data:,">${styles.join("")}</head><body><div id="root" data-name="${name}">${renderToString(<SpecimenPage name={name} />)}</div>${scripts.join("")}</body></html>`;
}

async function open(name: (typeof specimens)[number], options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const said: string[] = [];
  page.on("console", (message) => message.type() === "error" && said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  await page.route(`${origin}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const body = files.get(pathname);
    if (body === undefined)
      return route.fulfill({ contentType: "text/html", headers: { "content-security-policy": policy }, body: document(name) });
    return route.fulfill({ contentType: types[pathname.split(".").at(-1) ?? ""] ?? "", body: Buffer.from(body) });
  });
  await page.goto(`${origin}/`);
  await page.evaluate(() => globalThis.document.fonts.ready);
  return { page, said, [Symbol.asyncDispose]: () => context.close() };
}

for (const name of specimens)
  test.each(["light", "dark"] as const)(`${name} is accessible in %s, within the policy for styles`, async (colorScheme) => {
    await using opened = await open(name, { colorScheme, reducedMotion: "reduce" });
    await expectAccessible(opened.page, name);
    expect(opened.said).toEqual([]);
  });

test("what looks for faults sees them: a contrast, a name, a width", async () => {
  await using opened = await open("parts");
  const spoil = (change: string) => opened.page.evaluate(change);
  await spoil(`document.querySelector("button").insertAdjacentHTML("afterend", "<p style='all: revert'><img src='data:,'></p>")`);
  await expect(expectAccessible(opened.page, "a picture without text")).rejects.toThrow(/image-alt/);
  await spoil(`document.querySelector("img").closest("p").outerHTML = "<p id='pale'>Te licht om te lezen</p>"`);
  await spoil(`Object.assign(document.querySelector("#pale").style, { color: "#bbb", background: "#fff" })`);
  await expect(expectAccessible(opened.page, "pale text")).rejects.toThrow(/color-contrast: #pale/);
  await spoil(`document.querySelector("#pale").remove(); document.body.style.minWidth = "400px"`);
  await expect(expectAccessible(opened.page, "a wide page")).rejects.toThrow(/scrolls sideways/);
});

test("all the CSS is less than 25 kB on the line", () => {
  const bytes = names(".css").reduce((sum, name) => sum + gzipSync(files.get(name) ?? "").length, 0);
  expect(bytes).toBeGreaterThan(5_000);
  expect(bytes).toBeLessThan(25_000);
});

test("an error summary takes the focus, with script and without", async () => {
  const focused = (page: Page) => page.evaluate(() => globalThis.document.activeElement?.className);
  await using hydrated = await open("parts");
  await expect.poll(() => focused(hydrated.page)).toBe("error-summary");
  await using plain = await open("parts", { javaScriptEnabled: false });
  await expect.poll(() => plain.page.locator(".error-summary:focus").count()).toBe(1);
});

test("a combobox is worked with the keyboard alone", async () => {
  await using opened = await open("parts");
  const { page } = opened;
  const street = page.getByRole("combobox", { name: "In welke straat woont u?" });
  await street.fill("dijk");
  const options = page.locator(".combobox [role=option]");
  await expect.poll(() => options.count()).toBe(2);
  await expect.poll(() => page.locator(".combobox [aria-live]").textContent()).toBe("2 straten gevonden.");
  await street.press("ArrowDown");
  await street.press("ArrowDown");
  expect(await page.locator(`[id="${await street.getAttribute("aria-activedescendant")}"]`).textContent()).toContain("Oude Dijk");
  await expectAccessible(page, "an open combobox");
  await street.press("Enter");
  await expect.poll(() => street.inputValue()).toBe("Oude Dijk");
  await expect.poll(() => page.locator("[name=street-chosen]").inputValue()).toBe("Oude Dijk");
  await street.fill("Oude Dijkje");
  await expect.poll(() => page.locator("[name=street-chosen]").inputValue()).toBe("");
  await street.press("Escape");
  await expect.poll(() => street.getAttribute("aria-expanded")).toBe("false");
});

test("a dialog closes on Escape and gives the focus back", async () => {
  await using opened = await open("parts", { reducedMotion: "reduce" });
  const { page } = opened;
  await page.getByRole("button", { name: "Haal dit bed leeg" }).press("Enter");
  await page.getByRole("dialog", { name: "Dit bed leeghalen?" }).waitFor();
  await expectAccessible(page, "an open dialog");
  await page.keyboard.press("Escape");
  await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
  await expect.poll(() => page.evaluate(() => globalThis.document.activeElement?.textContent)).toBe("Haal dit bed leeg");
});

test("a counter counts signs and tells when there are too many", async () => {
  await using opened = await open("parts");
  await opened.page.getByLabel("Wat brengt u mee?").fill("🌱".repeat(141));
  await expect.poll(() => opened.page.locator("[data-count=brings]").textContent()).toBe("1 teken te veel.");
  await expect.poll(() => opened.page.locator("[data-count-said=brings]").textContent()).toBe("1 teken te veel.");
});
