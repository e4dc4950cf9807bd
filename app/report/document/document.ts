/** A piece of a line. What leads to a contribution leads to where it stands in the appendix. */
export type Run =
  | { readonly kind: "text" | "strong" | "em"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string }
  | { readonly kind: "voice"; readonly text: string; readonly number: number };
export type Line = readonly Run[];

export interface DocumentTable {
  readonly kind: "table";
  readonly caption: string;
  readonly columns: readonly { readonly head: string; readonly numeric?: boolean }[];
  /** The first cell names its row. */
  readonly rows: readonly (readonly (string | number)[])[];
  readonly reading?: string;
}

/** A part of a report on paper, in the order of reading. */
export type DocumentPart =
  | { readonly kind: "heading"; readonly level: 2 | 3 | 4; readonly text: string }
  | { readonly kind: "paragraph"; readonly line: Line; readonly quiet?: boolean }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly Line[] }
  | { readonly kind: "quote"; readonly line: Line }
  /** A minority note, with who stands behind it and what the team answered. */
  | { readonly kind: "aside"; readonly title: string; readonly lines: readonly Line[] }
  /** A contribution in the appendix. */
  | { readonly kind: "voice"; readonly number: number; readonly title: string; readonly lines: readonly Line[] }
  | DocumentTable;

/** A version of the report without its dress: every form on paper is made of this one, so that all say the same. */
export interface ReportDocument {
  readonly locale: "nl" | "en";
  readonly title: string;
  readonly subject: string;
  readonly parts: readonly DocumentPart[];
}

export const said = (text: string): Line => [{ kind: "text", text }];
export const paragraph = (text: string, quiet = false): DocumentPart => ({ kind: "paragraph", line: said(text), quiet });
export const heading = (level: 2 | 3 | 4, text: string): DocumentPart => ({ kind: "heading", level, text });
/** Of what somebody typed: an empty line parts it. */
export const paragraphs = (text: string): DocumentPart[] =>
  text
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => paragraph(part));

/** All words of a document in order, without marks: what every form must hold. */
export function wordsIn({ title, subject, parts }: ReportDocument): string[] {
  return [title, subject, ...parts.flatMap(wordsOf)].filter(Boolean);
}

const flat = (line: Line): string => line.map(({ text }) => text).join("");

function wordsOf(part: DocumentPart): string[] {
  switch (part.kind) {
    case "heading":
      return [part.text];
    case "paragraph":
    case "quote":
      return [flat(part.line)];
    case "list":
      return part.items.map(flat);
    case "aside":
    case "voice":
      return [part.title, ...part.lines.map(flat)];
    case "table":
      return [part.caption, ...part.columns.map(({ head }) => head), ...part.rows.flat().map(String), part.reading ?? ""];
  }
}
