import type { Page } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";
import { expect } from "vitest";

// Only what is wrong comes back: the rest is most of the work. Nothing that we look for has to be fetched again.
const options: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
  preload: false,
};

/** The widths at which a page has to hold: a small telephone, also 400% zoom; and a screen. */
export const widths = [320, 1280] as const;

/** What axe judges by where things lie; the rest follows from what is there and how it looks. */
const byPlace: RunOptions = { ...options, runOnly: ["target-size", "scrollable-region-focusable"] };

/** axe finds nothing, and nothing needs scrolling sideways, at both widths. Leaves the page as wide as it was. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  const before = page.viewportSize();
  // what fades in while axe looks has no contrast yet
  await page.emulateMedia({ reducedMotion: "reduce" });
  let judged = "";
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    // a busy browser lays the page out anew a while later
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const shown = await page.evaluate(shownOn);
    expect(await faults(page, shown === judged ? byPlace : options), `${where} at ${width}`).toEqual([]);
    judged = shown;
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, `${where} at ${width} scrolls sideways`).toBeLessThanOrEqual(0);
  }
  await page.emulateMedia({ reducedMotion: null });
  if (before) await page.setViewportSize(before);
}

/** Each element that is there for somebody, with its attributes, its colours, and whether its letters count as large. */
function shownOn(): string {
  const shown: string[] = [];
  for (const one of document.querySelectorAll("body *")) {
    if (!one.checkVisibility({ visibilityProperty: true })) continue;
    const style = getComputedStyle(one);
    const size = Number.parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const looks = [style.color, style.backgroundColor, style.backgroundImage, style.opacity, style.textDecorationLine, isLarge];
    const said = [...one.attributes].map(({ name, value }) => `${name}=${value}`);
    shown.push([one.tagName, ...said, ...looks].join(" "));
  }
  return shown.join("\n");
}

async function faults(page: Page, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return await page.evaluate(async (options) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, options);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  }, options);
}
