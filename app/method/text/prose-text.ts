import { type Inline, inlineOf, isInline, mark, readMark, type Support, writeInline, writeMark } from "./prose-inline.ts";
import { cellsOf, squared, writeRow } from "./prose-table.ts";

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
  | { readonly kind: "quote"; readonly number: number }
  /** Its first row heads the columns. Rows have as many cells. */
  | { readonly kind: "table"; readonly rows: readonly (readonly (readonly Inline[])[])[] }
  /** A figure of this very report, by its name in addresses. */
  | { readonly kind: "figure"; readonly name: string };

const ownLine = new RegExp(String.raw`\n[ \t]*(${mark})[ \t]*$`);
export function readProse(text: string): Piece[] {
  return text.split(/\n{2,}/).flatMap((part) => readPart(part.trim()));
}

type Line =
  | { readonly kind: "text" | "item" | "numbered" | "row"; readonly text: string }
  | Extract<Piece, { kind: "heading" | "quote" | "figure" }>;

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
    } else if (first.kind === "row") {
      const rows = run.map(({ text }) => (cellsOf(text) ?? []).map(cellOf)).filter((cells) => cells.length > 0);
      if (rows.length > 0) pieces.push({ kind: "table", rows: squared(rows, []) });
    } else {
      const items = run.map(({ text }) => sentencesOf(text, behindAll)).filter((item) => item.length > 0);
      if (items.length > 0) pieces.push({ kind: "list", ordered: first.kind === "numbered", items });
    }
    run = [];
  };
  for (const line of lines) {
    if (line.kind === "heading" || line.kind === "quote" || line.kind === "figure") {
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
  const figure = /^\s*\{figuur ([\p{L}\p{N}-]{1,40})\}\s*$/iu.exec(line);
  if (figure) return { kind: "figure", name: (figure[1] ?? "").toLowerCase() };
  if (cellsOf(line)) return { kind: "row", text: line };
  const item = /^\s*[-*•]\s+(\S.*)$/.exec(line);
  if (item) return { kind: "item", text: item[1] ?? "" };
  const numbered = /^\s*\d{1,3}[.)]\s+(\S.*)$/.exec(line);
  if (numbered) return { kind: "numbered", text: numbered[1] ?? "" };
  return { kind: "text", text: line };
}

/** A cell states nothing by itself: a mark in it is only words. */
const cellOf = (text: string): Inline[] =>
  inlineOf(text).map((token) => (isInline(token) ? token : { kind: "text", text: writeMark(token.support).trim() }));

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
    case "table":
      return piece.rows.map((cells) => writeRow(cells.map((cell) => cell.map(writeInline).join("")))).join("\n");
    case "figure":
      return `{figuur ${piece.name}}`;
  }
}

const writeSentences = (sentences: readonly Sentence[]): string =>
  sentences
    .map(
      ({ onNewLine, parts, support }, at) =>
        `${at === 0 ? "" : onNewLine ? "\n" : " "}${parts.map(writeInline).join("")}${writeMark(support)}`,
    )
    .join("");

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

/** What stays where it is, with a key of its own. */
export const keyed = <T>(list: readonly T[]): { readonly key: string; readonly one: T }[] =>
  list.map((one, at) => ({ key: String(at + 1), one }));
