/** How a piece of text of the report is written: a small notation that reads as plain text, too. docs/report.md says it in full. */
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
export interface Sentence {
  /** A line that began with it, after another sentence of the same piece. */
  readonly onNewLine: boolean;
  readonly parts: readonly Inline[];
  readonly support: Support | null;
}
export type Piece =
  | { readonly kind: "heading"; readonly level: 1 | 2; readonly parts: readonly Inline[] }
  | { readonly kind: "paragraph"; readonly sentences: readonly Sentence[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly Sentence[])[] }
  | { readonly kind: "quote"; readonly number: number };

const mark = String.raw`\[(?:#\d{1,7}|#t-[0-9a-f]{8}|-)(?:[ ,]+(?:#\d{1,7}|#t-[0-9a-f]{8}))*\]`;
const ownLine = new RegExp(String.raw`\n[ \t]*(${mark})[ \t]*$`);
const tokens = new RegExp(
  String.raw`(${mark})|\[([^\]\n]{1,300})\]\((https?:\/\/[^\s()]{1,600})\)|\*\*([^*\n]{1,600})\*\*|\*([^*\s][^*\n]{0,600})\*|\{([\p{L}\p{N}][\p{L}\p{N} \-]{0,79})\}`,
  "gu",
);

export function readProse(text: string): Piece[] {
  return text.split(/\n{2,}/).flatMap((part) => readPart(part.trim()));
}

type Line =
  | { readonly kind: "text" | "item" | "numbered"; readonly text: string }
  | Extract<Piece, { kind: "heading" | "quote" }>;

function readPart(part: string): Piece[] {
  if (part === "") return [];
  const own = ownLine.exec(part);
  const behindAll = own?.[1] ? readMark(own[1]) : null;
  const lines = (own ? part.slice(0, own.index) : part).split("\n").map(readLine);
  const pieces: Piece[] = [];
  let run: Extract<Line, { text: string }>[] = [];
  const close = () => {
    const [first] = run;
    if (!first) return;
    if (first.kind === "text") {
      const sentences = sentencesOf(run.map(({ text }) => text).join("\n"), behindAll);
      if (sentences.length > 0) pieces.push({ kind: "paragraph", sentences });
    } else {
      const items = run.map(({ text }) => sentencesOf(text, behindAll)).filter((item) => item.length > 0);
      if (items.length > 0) pieces.push({ kind: "list", ordered: first.kind === "numbered", items });
    }
    run = [];
  };
  for (const line of lines) {
    if (line.kind === "heading" || line.kind === "quote") {
      close();
      pieces.push(line);
      continue;
    }
    if (run[0] && run[0].kind !== line.kind) close();
    run.push(line);
  }
  close();
  return pieces;
}

function readLine(line: string): Line {
  const heading = /^(#{1,3})\s+(\S.*)$/.exec(line);
  if (heading)
    return { kind: "heading", level: heading[1] === "###" ? 2 : 1, parts: inlineOf(heading[2] ?? "").filter(isInline) };
  const quote = /^>\s*#(\d{1,7})\s*$/.exec(line);
  if (quote) return { kind: "quote", number: Number(quote[1]) };
  const item = /^\s*[-*•]\s+(\S.*)$/.exec(line);
  if (item) return { kind: "item", text: item[1] ?? "" };
  const numbered = /^\s*\d{1,3}[.)]\s+(\S.*)$/.exec(line);
  if (numbered) return { kind: "numbered", text: numbered[1] ?? "" };
  return { kind: "text", text: line };
}

type Token = Inline | { readonly kind: "mark"; readonly support: Support };
const isInline = (token: Token): token is Inline => token.kind !== "mark";

function inlineOf(text: string): Token[] {
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

function readMark(marked: string): Support {
  const numbers = [...marked.matchAll(/#(\d+)/g)].map(([, number]) => Number(number));
  const themes = [...marked.matchAll(/#t-([0-9a-f]{8})/g)].map(([, key]) => key ?? "");
  return { numbers: [...new Set(numbers)], themes: [...new Set(themes)], states: numbers.length + themes.length > 0 };
}

/** Between sentences; not after a short form such as "bijv." */
const boundary =
  /(?<=(?<!\b(?:bijv|bv|o\.a|d\.w\.z|m\.n|nr|nrs|dhr|mevr|mw|drs|dr|ir|mr|prof|ca|incl|excl|art|blz|p|evt|e\.g|i\.e))[.!?…]["”’»)]?)(\s+)(?=["“‘«(]?[\p{Lu}\p{N}])/u;

function sentencesOf(text: string, behindAll: Support | null): Sentence[] {
  const done: { onNewLine: boolean; parts: Inline[]; support: Support | null }[] = [];
  let parts: Inline[] = [];
  let onNewLine = false;
  const empty = () => parts.every((part) => part.kind === "text" && part.text.trim() === "");
  const close = (support: Support | null) => {
    if (!empty()) done.push({ onNewLine: onNewLine && done.length > 0, parts: trimmed(parts), support });
    parts = [];
    onNewLine = false;
  };
  for (const token of inlineOf(text)) {
    if (token.kind === "mark") {
      const last = done.at(-1);
      if (!empty()) close(token.support);
      else if (last) last.support = joined(last.support, token.support);
      continue;
    }
    if (token.kind !== "text") {
      parts.push(token);
      continue;
    }
    // what follows a mark and only ends its sentence still belongs to it
    const last = done.at(-1);
    const tail = last && empty() ? /^\s*[.!?…]["”’»)]?(?=\s|$)/u.exec(token.text)?.[0] : undefined;
    if (last && tail) endWith(last.parts, tail.trim());
    const rest = token.text.slice(tail?.length ?? 0);
    if (empty()) onNewLine = /^\s*\n/.test(rest);
    // sentences and the white space between them, in turn
    for (const [at, piece] of rest.split(boundary).entries()) {
      if (at % 2 === 0) {
        if (piece !== "") parts.push({ kind: "text", text: piece });
        continue;
      }
      close(null);
      onNewLine = piece.includes("\n");
    }
  }
  close(null);
  return done.map((one) => ({ ...one, support: one.support ?? behindAll }));
}

/** Without white space at its ends. */
function trimmed(parts: readonly Inline[]): Inline[] {
  const ends = (part: Inline, at: number): Inline => {
    if (part.kind !== "text") return part;
    const text = at === 0 ? part.text.trimStart() : part.text;
    return { kind: "text", text: at === parts.length - 1 ? text.trimEnd() : text };
  };
  return parts.map(ends).filter((part) => part.kind !== "text" || part.text !== "");
}

/** Without the space that stood before the mark. */
function endWith(parts: Inline[], tail: string): void {
  const end = parts.at(-1);
  if (end?.kind === "text") parts.splice(-1, 1, { kind: "text", text: end.text.trimEnd() + tail });
  else parts.push({ kind: "text", text: tail });
}

const joined = (a: Support | null, b: Support): Support =>
  a
    ? {
        numbers: [...new Set([...a.numbers, ...b.numbers])],
        themes: [...new Set([...a.themes, ...b.themes])],
        states: a.states || b.states,
      }
    : b;

/** All sentences of a text, in order. */
export const sentencesIn = (pieces: readonly Piece[]): Sentence[] =>
  pieces.flatMap((piece) => (piece.kind === "paragraph" ? piece.sentences : piece.kind === "list" ? piece.items.flat() : []));

/** The numbers of all contributions that a text names, as quote or as ground, and the keys of its themes. */
export function namedIn(text: string): { readonly numbers: readonly number[]; readonly themes: readonly string[] } {
  const pieces = readProse(text);
  const behind = sentencesIn(pieces).flatMap(({ support }) => support ?? []);
  const quoted = pieces.flatMap((piece) => (piece.kind === "quote" ? piece.number : []));
  return {
    numbers: [...new Set([...quoted, ...behind.flatMap(({ numbers }) => numbers)])],
    themes: [...new Set(behind.flatMap(({ themes }) => themes))],
  };
}

export const themeKey = (id: string): string => id.slice(0, 8);

/** The text that reads as these pieces. */
export const writeProse = (pieces: readonly Piece[]): string => pieces.map(writePiece).join("\n\n");

function writePiece(piece: Piece): string {
  switch (piece.kind) {
    case "heading":
      return `${piece.level === 1 ? "##" : "###"} ${piece.parts.map(writeInline).join("")}`;
    case "paragraph":
      return writeSentences(piece.sentences);
    case "list":
      return piece.items.map((item, at) => `${piece.ordered ? `${at + 1}.` : "-"} ${writeSentences(item)}`).join("\n");
    case "quote":
      return `> #${piece.number}`;
  }
}

const writeSentences = (sentences: readonly Sentence[]): string =>
  sentences
    .map(
      ({ onNewLine, parts, support }, at) =>
        `${at === 0 ? "" : onNewLine ? "\n" : " "}${parts.map(writeInline).join("")}${writeMark(support)}`,
    )
    .join("");

function writeMark(support: Support | null): string {
  if (!support) return "";
  const all = [...support.numbers.map((number) => `#${number}`), ...support.themes.map((key) => `#t-${key}`)];
  return ` [${all.length > 0 ? all.join(" ") : "-"}]`;
}

function writeInline(part: Inline): string {
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

/** The same text with something else behind one of its sentences, counted from 0. */
export function support(text: string, sentence: number, by: Support | null): string {
  let at = -1;
  const put = (one: Sentence): Sentence => {
    at += 1;
    return at === sentence ? { ...one, support: by } : one;
  };
  return writeProse(
    readProse(text).map((piece): Piece => {
      if (piece.kind === "paragraph") return { ...piece, sentences: piece.sentences.map(put) };
      return piece.kind === "list" ? { ...piece, items: piece.items.map((item) => item.map(put)) } : piece;
    }),
  );
}

/** The words of a sentence, without what stands behind it. */
export const wordsOf = (parts: readonly Inline[]): string =>
  parts
    .map((part) => (part.kind === "field" ? `{${part.name}}` : part.text))
    .join("")
    .trim();

/** What stays where it is, with a key of its own. */
export const keyed = <T>(list: readonly T[]): { readonly key: string; readonly one: T }[] =>
  list.map((one, at) => ({ key: String(at + 1), one }));
