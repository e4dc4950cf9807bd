import { Fragment, type Mark, type Node } from "prosemirror-model";
import type { Inline } from "../../../method/text/prose-inline.ts";
import { writeMark } from "../../../method/text/prose-inline.ts";
import { writeRow } from "../../../method/text/prose-table.ts";
import { type Piece, readProse, type Sentence } from "../../../method/text/prose-text.ts";
import { schema } from "./rich-schema.client.ts";

const { nodes, marks } = schema;
const make = (kind: keyof typeof nodes, content: readonly Node[] = [], attrs: Node["attrs"] | null = null): Node =>
  (nodes[kind] as (typeof nodes)[string]).create(attrs, Fragment.fromArray([...content]));

/** A text in its notation as a document to write in. */
export function docOf(text: string): Node {
  const pieces = readProse(text).map(nodeOf);
  return make("doc", pieces.length > 0 ? pieces : [make("paragraph")]);
}

function nodeOf(piece: Piece): Node {
  switch (piece.kind) {
    case "heading":
      return make("heading", piece.parts.flatMap(inlineOf), { level: piece.level });
    case "paragraph":
      return make("paragraph", sentencesOf(piece.sentences));
    case "list":
      return make(
        piece.ordered ? "ordered_list" : "bullet_list",
        piece.items.map((item) => make("list_item", [make("paragraph", sentencesOf(item))])),
      );
    case "quote":
      return make("quote", [], { number: piece.number });
    case "figure":
      return make("figure", [], { name: piece.name });
    case "table":
      return make(
        "table",
        piece.rows.map((cells, at) =>
          make(
            "table_row",
            cells.map((cell) => make(at === 0 ? "table_header" : "table_cell", [make("paragraph", cell.flatMap(inlineOf))])),
          ),
        ),
      );
  }
}

const sentencesOf = (sentences: readonly Sentence[]): Node[] =>
  sentences.flatMap(({ parts, support, onNewLine }, at) => [
    ...(at === 0 ? [] : onNewLine ? [make("hard_break")] : [schema.text(" ")]),
    ...parts.flatMap(inlineOf),
    ...(support ? [make("ground", [], { ...support })] : []),
  ]);

function inlineOf(part: Inline): Node[] {
  switch (part.kind) {
    case "text":
      return part.text
        .split("\n")
        .flatMap((line, at) => [...(at > 0 ? [make("hard_break")] : []), ...(line === "" ? [] : [schema.text(line)])]);
    case "strong":
    case "em":
      return [schema.text(part.text, [marks[part.kind].create()])];
    case "link":
      return [schema.text(part.text, [marks.link.create({ href: part.href })])];
    case "field":
      return [make("field", [], { name: part.name })];
  }
}

/** What was written, in the notation. Reading it gives the same document. */
export function textOf(content: Fragment): string {
  const written: string[] = [];
  content.forEach((node) => {
    const text = blockText(node);
    if (text !== "") written.push(text);
  });
  return written.join("\n\n");
}

function blockText(node: Node): string {
  switch (node.type) {
    case nodes.heading: {
      const words = lineText(node);
      return words === "" ? "" : `${node.attrs.level === 1 ? "##" : "###"} ${words}`;
    }
    case nodes.bullet_list:
    case nodes.ordered_list:
      return childrenOf(node)
        .map(lineText)
        .filter(Boolean)
        .map((item, at) => `${node.type === nodes.ordered_list ? `${at + 1}.` : "-"} ${item}`)
        .join("\n");
    case nodes.quote:
      return `> #${node.attrs.number}`;
    case nodes.figure:
      return `{figuur ${node.attrs.name}}`;
    case nodes.table: {
      const rows = childrenOf(node).map((row) => childrenOf(row).map(lineText));
      const said = rows.filter((cells, at) => at === 0 || cells.some((cell) => cell !== ""));
      return said.flat().every((cell) => cell === "") ? "" : said.map(writeRow).join("\n");
    }
    default:
      return node.isTextblock
        ? inlineText(node)
            .replace(/[ \t]*\n\s*/g, "\n")
            .trim()
        : textOf(node.content);
  }
}

const childrenOf = (node: Node): Node[] => Array.from({ length: node.childCount }, (_, at) => node.child(at));
/** On one line. */
const lineText = (node: Node): string =>
  (node.isTextblock ? inlineText(node) : childrenOf(node).map(inlineText).join(" ")).replace(/\s+/g, " ").trim();

function inlineText(node: Node): string {
  let written = "";
  node.forEach((child) => {
    if (child.type === nodes.hard_break) written += "\n";
    else if (child.type === nodes.field) written += `{${child.attrs.name}}`;
    else if (child.type === nodes.ground) written = written.trimEnd() + writeMark(child.attrs as never);
    else written += dressed(child.text ?? "", child.marks[0]);
  });
  return written;
}

/** Signs stand against the words; what the notation cannot dress stays bare. */
function dressed(text: string, mark: Mark | undefined): string {
  const words = text.trim();
  if (!mark || words === "") return text;
  const put = (one: string) => text.replace(words, () => one);
  if (mark.type === marks.link) return /[\]\n]/.test(words) || words.length > 300 ? text : put(`[${words}](${mark.attrs.href})`);
  if (words.includes("*") || words.length > 600) return text;
  return put(mark.type === marks.strong ? `**${words}**` : `*${words}*`);
}
