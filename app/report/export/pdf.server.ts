import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Locale } from "../../language/locale.ts";
import { lruCache } from "../../platform/cache/lru-cache.ts";
import { projectRoot } from "../../platform/root.server.ts";
import { documentOf } from "../document/document.server.ts";
import { wordsFor } from "../document/document-words.server.ts";
import type { PublishedPage } from "../publish/published.server.ts";
import { pdfData } from "./pdf-data.ts";

type Pdf = Promise<Uint8Array<ArrayBuffer>>;

// Node runs the source: a built server has no file of its own for a worker.
const source = path.join(projectRoot, "app/report/export/pdf.worker.server.ts");
const longestMs = 60_000;
const keep = lruCache<Uint8Array<ArrayBuffer>>(30);
let line: Promise<unknown> = Promise.resolve();
/** What waits or is being set now. */
const making = new Set<string>();
const nameOf = ({ slug, number }: Pick<PublishedPage, "slug" | "number">) => `${slug} ${number}`;
export const isMakingPdf = (of: Pick<PublishedPage, "slug" | "number">): boolean => making.has(nameOf(of));

/**
 * A version as tagged PDF (PDF/UA-1), set in a thread that ends with it. Kept by all that it says: where a word was withdrawn since,
 * another is made. One is made at a time.
 */
export function pdfFile(page: PublishedPage, locale: Locale, author: string): Pdf {
  const { m, d } = wordsFor(locale);
  const data = JSON.stringify(pdfData(documentOf(page, locale), { author, contents: m.contents, page: d.page }), printable);
  const key = createHash("sha256").update(data).digest("hex");
  return keep(key, () => {
    making.add(nameOf(page));
    const made = line.then(() => set(data, Math.floor(page.publishedAt.getTime() / 1000)));
    line = made.catch(() => {}).then(() => making.delete(nameOf(page)));
    return made;
  });
}

/** Halves of signs and signs that steer a machine are nothing on paper. */
const printable = (_: string, value: unknown): unknown =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  typeof value === "string" ? value.toWellFormed().replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g, " ") : value;

function set(data: string, at: number): Pdf {
  return new Promise((done, failed) => {
    const worker = new Worker(source, { workerData: { data, at } });
    const late = setTimeout(() => {
      failed(new Error("a report took too long to set"));
      void worker.terminate();
    }, longestMs);
    worker.once("message", done);
    worker.once("error", failed);
    worker.once("exit", () => {
      clearTimeout(late);
      failed(new Error("a report was not set"));
    });
  });
}

let able: boolean | null = null;

/** Whether there is a build of what sets it for this machine. */
export function canSetPdf(): boolean {
  able ??= ["", "-gnu", "-musl", "-msvc"].some((libc) => {
    try {
      const from = createRequire(createRequire(source).resolve("@myriaddreamin/typst-ts-node-compiler"));
      from.resolve(`@myriaddreamin/typst-ts-node-compiler-${process.platform}-${process.arch}${libc}`);
      return true;
    } catch {
      return false;
    }
  });
  return able;
}
