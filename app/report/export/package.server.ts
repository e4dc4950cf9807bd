import { createHash } from "node:crypto";
import type { Locale } from "../../language/locale.ts";
import { writeCsv } from "../../method/text/csv.ts";
import { lruCache } from "../../platform/cache/lru-cache.ts";
import { type ZipFiles, zipOf } from "../../platform/files/zip.server.ts";
import { documentOf } from "../document/document.server.ts";
import { wordsFor } from "../document/document-words.server.ts";
import { packageWords } from "../document/messages/package.ts";
import { reportColumns } from "../document/row-columns.ts";
import { reportRows } from "../document/rows.ts";
import { edition } from "../publish/edition.ts";
import type { PublishedPage } from "../publish/published.server.ts";
import { markdownOf } from "./markdown.ts";
import { odsOf } from "./ods.ts";
import { odtOf } from "./odt.ts";
import { reportData } from "./open-data.ts";
import { openDataSchema } from "./open-data-shape.ts";

export const schemaPath = "/verslag.schema.json";
const zipTypes = {
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
} as const;
export type ZipKind = keyof typeof zipTypes;
export const typeOf = (kind: ZipKind) => zipTypes[kind];

type Bytes = Promise<Uint8Array<ArrayBuffer>>;
const keep = lruCache<Uint8Array<ArrayBuffer>>(30);

/** All that a file is made from, in short. */
const nameOf = (kind: string, page: PublishedPage, locale: Locale, origin = ""): string =>
  createHash("sha256")
    .update(JSON.stringify([kind, page, locale, origin]))
    .digest("base64");

export const odtFile = (page: PublishedPage, locale: Locale): Bytes =>
  keep(nameOf("odt", page, locale), () =>
    zipOf(odtOf(documentOf(page, locale), page.publishedAt), page.publishedAt, ["mimetype"]),
  );

export const odsFile = (page: PublishedPage, locale: Locale): Bytes =>
  keep(nameOf("ods", page, locale), () => {
    const data = { name: packageWords[locale].data, columns: reportColumns, rows: reportRows(page) };
    return zipOf(odsOf(documentOf(page, locale), data, page.publishedAt), page.publishedAt, ["mimetype"]);
  });

/** Everything of a version in one file, with how to read it, what one may do with it, and hashes to check it by. */
export const packageFile = (page: PublishedPage, locale: Locale, origin: string): Bytes =>
  keep(nameOf("package", page, locale, origin), () => packed(page, locale, origin));

async function packed(page: PublishedPage, locale: Locale, origin: string): Bytes {
  const { m } = wordsFor(locale);
  const words = packageWords[locale];
  const { content, slug, number, publishedAt } = page;
  const rows = reportRows(page);
  const files: Record<string, string | Uint8Array> = {
    "LEESMIJ.md": words.readme({
      title: content.title,
      edition: edition(number),
      at: publishedAt.toISOString().slice(0, 10),
      address: `${origin}/verslag/${slug}/${number}`,
      hash: page.hash,
    }),
    "gegevens.csv": writeCsv(reportColumns, rows),
    "gegevens-puntkomma.csv": writeCsv(reportColumns, rows, { separator: ";", decimal: ",", bom: true }),
    "gegevens.json": json(reportData(page, page.hash)),
    "verslag.schema.json": json(openDataSchema(`${origin}${schemaPath}`)),
    "tabellen.ods": await odsFile(page, locale),
    "verslag.odt": await odtFile(page, locale),
    "verslag.md": markdownOf(documentOf(page, locale)),
    "METHODE.md": `# ${m.sections.hoe}\n\n${m.method.text.join("\n\n")}\n`,
    "LICENTIE.md": words.licence({ source: content.source ?? "", licence: content.licence ?? "CC BY 4.0" }),
  };
  return zipOf({ ...files, SHA256SUMS: sums(files) }, publishedAt);
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** As `sha256sum --check` reads it. */
const sums = (files: ZipFiles) =>
  Object.entries(files)
    .map(([name, content]) => `${createHash("sha256").update(content).digest("hex")}  ${name}\n`)
    .join("");
