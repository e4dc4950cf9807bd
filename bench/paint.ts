import { chromium, type Page } from "@playwright/test";
import { browserArguments, getBrowser } from "../scripts/browser.ts";

/** Slow 4G as Lighthouse has it: 150 ms there and back, 1.6 megabits a second to the reader and 750 kilobits from them. */
const slow4g = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

export interface Painted {
  /** When the largest part in view stood there, in milliseconds after the request. */
  readonly largestMs: number;
  /** All that came over the line, packed as it came, in bytes; and what of it is script. */
  readonly bytes: number;
  readonly scriptBytes: number;
  /** From following a sentence to its voices until they are drawn, in milliseconds; the longest of some. */
  readonly openMs: number;
}

/** Opens a page for the first time in a browser on a slow line. */
export async function paint(url: string): Promise<Painted> {
  const browser = await chromium.launch({ executablePath: await getBrowser(), args: browserArguments });
  try {
    const page = await browser.newPage({ locale: "nl", viewport: { width: 412, height: 823 } });
    const line = await page.context().newCDPSession(page);
    let bytes = 0;
    let scriptBytes = 0;
    const scripts = new Set<string>();
    line.on("Network.responseReceived", ({ requestId, type }) => {
      if (type === "Script") scripts.add(requestId);
    });
    line.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      bytes += encodedDataLength;
      if (scripts.has(requestId)) scriptBytes += encodedDataLength;
    });
    await line.send("Network.enable");
    await line.send("Network.emulateNetworkConditions", slow4g);
    await page.goto(url, { waitUntil: "load" });
    const largestMs = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
            type: "largest-contentful-paint",
            buffered: true,
          });
        }),
    );
    return { largestMs, bytes, scriptBytes, openMs: await openVoices(page) };
  } finally {
    await browser.close();
  }
}

/** Follows the first sentences of a report to the voices behind them, as the browser draws it. */
function openVoices(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const drawn = () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)));
    let longest = 0;
    for (const link of [...document.querySelectorAll<HTMLAnchorElement>("a.claim")].slice(0, 5)) {
      for (const fold of document.querySelectorAll("details")) fold.open = false;
      await drawn();
      const begun = performance.now();
      link.click();
      await drawn();
      longest = Math.max(longest, performance.now() - begun);
      if (!document.querySelector(link.hash)?.checkVisibility()) return Number.NaN;
    }
    return longest > 0 ? longest : Number.NaN;
  });
}
