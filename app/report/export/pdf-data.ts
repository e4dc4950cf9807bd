import type { DocumentPart, Line, ReportDocument, Run } from "../document/document.ts";

/** What the setting of a report reads as `document.json`. */
export interface PdfData extends Omit<ReportDocument, "parts"> {
  readonly region: string;
  readonly author: string;
  /** At the foot of each page, with `page`: %1 is its number, %2 that of the last. */
  readonly running: string;
  readonly page: string;
  readonly contents: string;
  readonly parts: readonly DocumentPart[];
}

interface Around {
  readonly author: string;
  readonly contents: string;
  readonly page: (p: { n: number; of: number }) => string;
}

export function pdfData({ parts, ...document }: ReportDocument, { author, contents, page }: Around): PdfData {
  const known = new Set(parts.flatMap((part) => (part.kind === "voice" ? part.number : [])));
  return {
    ...document,
    ...{ author, contents, region: document.locale === "nl" ? "NL" : "GB" },
    running: `${document.title}. ${document.subject}`,
    // the numbers are put in where pages are made
    page: page({ n: 1, of: 2 }).replace("1", "%1").replace("2", "%2"),
    parts: parts.map((part) => withLines(part, (line) => line.map((run) => leading(run, known)))),
  };
}

/** A way to a place that is not there would stop the whole. */
const leading = (run: Run, known: ReadonlySet<number>): Run =>
  run.kind === "voice" && !known.has(run.number) ? { kind: "text", text: run.text } : run;

function withLines(part: DocumentPart, to: (line: Line) => Line): DocumentPart {
  switch (part.kind) {
    case "paragraph":
    case "quote":
      return { ...part, line: to(part.line) };
    case "list":
      return { ...part, items: part.items.map(to) };
    case "aside":
    case "voice":
      return { ...part, lines: part.lines.map(to) };
    default:
      return part;
  }
}

/** All signs of a text that are not plain letters, each once, as one sees them: 👩‍🌾 is one. */
export function rareSigns(text: string): string[] {
  const found = new Set<string>();
  for (const [run] of text.matchAll(/[^\u0020-\u017F\n]+/g))
    for (const { segment } of new Intl.Segmenter("nl", { granularity: "grapheme" }).segment(run)) found.add(segment);
  return [...found];
}

/** What stands for a sign that no typeface of ours has: its number, which can be looked up. */
export const spelled = (sign: string): string =>
  `[${[...sign].map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`).join(" ")}]`;
