/** How words of the report are dressed within a line: a small notation that reads as plain text, too. docs/report.md says it in full. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong" | "em"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string }
  /** A number that is counted, never typed: `{deelnemers}`. */
  | { readonly kind: "field"; readonly name: string };

/** What stands behind a sentence: contributions by number, themes by the first eight signs of their id; or that it states nothing. */
export interface Support {
  readonly numbers: readonly number[];
  readonly themes: readonly string[];
  readonly states: boolean;
}

/** What stands behind a sentence, as it is typed. */
export const mark = String.raw`\[(?:#\d{1,7}|#t-[0-9a-f]{8}|-)(?:[ ,]+(?:#\d{1,7}|#t-[0-9a-f]{8}))*\]`;
const tokens = new RegExp(
  String.raw`(${mark})|\[([^\]\n]{1,300})\]\((https?:\/\/[^\s()]{1,600})\)|\*\*([^*\n]{1,600})\*\*|\*([^*\s][^*\n]{0,600})\*|\{([\p{L}\p{N}][\p{L}\p{N} \-]{0,79})\}`,
  "gu",
);

export type Token = Inline | { readonly kind: "mark"; readonly support: Support };
export const isInline = (token: Token): token is Inline => token.kind !== "mark";

export function inlineOf(text: string): Token[] {
  const found: Token[] = [];
  let from = 0;
  for (const match of text.matchAll(tokens)) {
    const [all, marked, words, href, strong, em, field] = match;
    if (match.index > from) found.push({ kind: "text", text: text.slice(from, match.index) });
    if (marked) found.push({ kind: "mark", support: readMark(marked) });
    else if (words !== undefined && href !== undefined) found.push({ kind: "link", text: words, href });
    else if (strong !== undefined) found.push({ kind: "strong", text: strong });
    else if (em !== undefined) found.push({ kind: "em", text: em });
    else if (field !== undefined) found.push({ kind: "field", name: field });
    from = match.index + all.length;
  }
  if (from < text.length) found.push({ kind: "text", text: text.slice(from) });
  return found;
}

export function readMark(marked: string): Support {
  const numbers = [...marked.matchAll(/#(\d+)/g)].map(([, number]) => Number(number));
  const themes = [...marked.matchAll(/#t-([0-9a-f]{8})/g)].map(([, key]) => key ?? "");
  return { numbers: [...new Set(numbers)], themes: [...new Set(themes)], states: numbers.length + themes.length > 0 };
}

export function writeMark(support: Support | null): string {
  if (!support) return "";
  const all = [...support.numbers.map((number) => `#${number}`), ...support.themes.map((key) => `#t-${key}`)];
  return ` [${all.length > 0 ? all.join(" ") : "-"}]`;
}

export function writeInline(part: Inline): string {
  switch (part.kind) {
    case "text":
      return part.text;
    case "strong":
      return `**${part.text}**`;
    case "em":
      return `*${part.text}*`;
    case "link":
      return `[${part.text}](${part.href})`;
    case "field":
      return `{${part.name}}`;
  }
}

/** The words of a sentence, without what stands behind it. */
export const wordsOf = (parts: readonly Inline[]): string =>
  parts
    .map((part) => (part.kind === "field" ? `{${part.name}}` : part.text))
    .join("")
    .trim();

export const themeKey = (id: string): string => id.slice(0, 8);
