import type { Page } from "@playwright/test";

/**
 * Waits until all that a person can press or type in listens: parts of a page come one by one, each with its own script.
 * A quiet network says nothing of that on a busy machine, and never comes where a screen asks again by itself.
 */
export async function ready(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  if (!(await page.evaluate(() => "__reactRouterContext" in window))) return;
  await page.waitForFunction(() => {
    const controls = document.body.querySelectorAll("a, button, input, select, textarea, summary");
    return [...controls].every(
      (one) => one.closest("[contenteditable]") || Object.keys(one).some((key) => key.startsWith("__reactFiber")),
    );
  });
  // what a page does after it is drawn, such as listening to keys, comes in a later turn
  await page.evaluate(async () => {
    for (let turn = 0; turn < 3; turn++) await new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)));
  });
}

/** Goes there, and waits until the page answers. */
export async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await ready(page);
}

/** Loads the page once more, and waits until it answers. */
export async function again(page: Page): Promise<void> {
  await page.reload();
  await ready(page);
}

/** Takes the network away, and waits until nothing goes through: what is asked at once may still slip by. */
export async function goOffline(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await page.waitForFunction(() =>
    fetch("/healthz").then(
      () => false,
      () => true,
    ),
  );
}
