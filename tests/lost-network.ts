import type { Page } from "@playwright/test";
import { until } from "./until.ts";
import { goOffline } from "./visit.ts";

/**
 * Takes the network of somebody's browser away.
 * @returns `isNoticed` waits until the page says so itself, and in vain asked again several times, and `atLeastMs` went by; `end` gives the network back
 */
export async function loseNetwork(page: Page, { tries = 3, atLeastMs = 0 } = {}) {
  let failed = 0;
  const since = performance.now();
  const count = (request: { url(): string }) => {
    if (request.url().includes("/stand?")) failed += 1;
  };
  page.on("requestfailed", count);
  await goOffline(page);
  return {
    async isNoticed(): Promise<void> {
      await page.getByText("U bent even niet verbonden.").waitFor();
      await until(() => failed >= tries && performance.now() - since >= atLeastMs);
    },
    async end(): Promise<void> {
      page.off("requestfailed", count);
      await page.context().setOffline(false);
      await page.getByText("U bent even niet verbonden.").waitFor({ state: "detached" });
    },
  };
}
