import { chromium } from "@playwright/test";
import { browserArguments, getBrowser } from "../scripts/browser.ts";

/** Slow 4G as Lighthouse has it: 150 ms there and back, 1.6 megabits a second to the reader and 750 kilobits from them. */
const slow4g = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

export interface Painted {
  /** When the largest part in view stood there, in milliseconds after the request. */
  readonly largestMs: number;
  /** All that came over the line, packed as it came, in bytes. */
  readonly bytes: number;
}

/** Opens a page for the first time in a browser on a slow line. */
export async function paint(url: string): Promise<Painted> {
  const browser = await chromium.launch({ executablePath: await getBrowser(), args: browserArguments });
  try {
    const page = await browser.newPage({ locale: "nl", viewport: { width: 412, height: 823 } });
    const line = await page.context().newCDPSession(page);
    let bytes = 0;
    line.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
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
    return { largestMs, bytes };
  } finally {
    await browser.close();
  }
}
