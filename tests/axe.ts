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

/** axe finds nothing, and nothing needs scrolling sideways, at both widths. Leaves the page as wide as it was. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  const before = page.viewportSize();
  // what fades in while axe looks has no contrast yet
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    expect(await faults(page), `${where} at ${width}`).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide, `${where} at ${width} scrolls sideways`).toBeLessThanOrEqual(0);
  }
  await page.emulateMedia({ reducedMotion: null });
  if (before) await page.setViewportSize(before);
}

async function faults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return await page.evaluate(async (options) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, options);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  }, options);
}
