import { writeRow } from "../../method/text/prose-table.ts";

/** What a browser makes of HTML, as far as this rule looks at it; a DOM node is one. */
export interface PastedNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<PastedNode>;
  getAttribute?(name: string): string | null;
}
export interface Pasted {
  /** In the notation of a text: prose-text.ts. */
  readonly text: string;
  /** Pictures that were among it: they are not taken over. */
  readonly pictures: number;
}

interface Run {
  readonly text: string;
  readonly style: Style;
}
interface Style {
  readonly strong: boolean;
  readonly em: boolean;
  readonly href: string | null;
}
interface Block {
  readonly kind: "text" | "item" | "numbered" | "heading" | "row";
  /** Of a heading, from 1. */
  readonly level: number;
  readonly runs: Run[];
  /** Of a row. */
  readonly cells?: readonly (readonly Run[])[];
}

const plain: Style = { strong: false, em: false, href: null };
const skipped =
  /^(?:head|style|script|title|template|noscript|meta|link|xml|del|input|select|textarea|button|svg|math|(?:w|m|v):.*)$/;
const breaking =
  /^(?:p|div|ul|ol|dl|dt|dd|li|h[1-6]|table|tbody|thead|tfoot|td|th|blockquote|pre|section|article|header|footer|figure|figcaption|hr|address|main|nav|aside)$/;
/** What a word processor draws before an item, where it says no more of it: also the signs of its own fonts. */
const bullet = /^[\s\u00a0]*[·•▪◦‣§\uf0a7\uf0b7\uf0d8\uf0fc][\s\u00a0]+/u;
const counter = /^[\s\u00a0]*\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)][\s\u00a0]*$/i;

/**
 * Text from a word processor or a web page in the notation of a text: headings, lists, bold, italics and links stay, all other dress
 * goes. Word writes lists as paragraphs and hides marks of its own between the words; those are no words.
 */
export function pastedText(root: PastedNode): Pasted {
  const found = new Reader();
  found.read(root, plain);
  return { text: write(found.blocks), pictures: found.pictures };
}

/** The same for what comes without dress: signs of lists become those of the notation. */
export const pastedLines = (text: string): string =>
  withoutUnseen(text)
    .replace(/\r\n?|\v/g, "\n")
    .replaceAll("\u00a0", " ")
    .split("\n")
    .map((line) => line.replace(bullet, "- "))
    .join("\n");

class Reader {
  readonly blocks: Block[] = [];
  pictures = 0;
  private lists: ("item" | "numbered")[] = [];
  private open: Block | null = null;

  read(node: PastedNode, style: Style): void {
    const name = node.nodeName.toLowerCase();
    const css = styleOf(node);
    if (node.nodeType === 3) this.say(node.nodeValue ?? "", style);
    else if (node.nodeType === 8 || skipped.test(name) || isHidden(node, css)) return;
    else if (name === "img") this.pictures += 1;
    else if (name === "br") this.say("\n", style, true);
    else if (css.get("mso-list")?.toLowerCase() === "ignore") this.startItem(wordsIn(node));
    else this.element(node, name, css, { ...styled(style, name, css), href: hrefOf(node, name) ?? style.href });
  }

  private element(node: PastedNode, name: string, css: Css, style: Style): void {
    if (name === "tr") this.row(node, style);
    else if (breaking.test(name)) this.block(node, name, css, style);
    else this.children(node, style);
  }

  private block(node: PastedNode, name: string, css: Css, style: Style): void {
    const level = headingOf(node, name, css);
    const inItem = this.open !== null && isItem(this.open) && saysNothing(this.open);
    // a paragraph within an item is the item
    if (!(inItem && level === null && name !== "li" && name !== "ul" && name !== "ol")) this.close();
    if (name === "ul" || name === "ol") this.lists.push(name === "ol" ? "numbered" : "item");
    if (name === "li") this.start(this.lists.at(-1) ?? "item");
    else if (level !== null && !this.open) this.start("heading", level);
    this.children(node, style);
    if (name === "ul" || name === "ol") this.lists.pop();
    this.close();
  }

  /** One cell alone is how mail and pages are laid out. */
  private row(node: PastedNode, style: Style): void {
    const cells = Array.from(node.childNodes).filter(({ nodeName }) => /^t[dh]$/i.test(nodeName));
    if (cells.length < 2) {
      this.close();
      this.children(node, style);
      this.close();
      return;
    }
    const said = cells.map((cell) => this.apart(cell, style));
    this.close();
    if (said.some((runs) => runs.length > 0)) this.blocks.push({ kind: "row", level: 0, runs: said.flat(), cells: said });
  }

  private apart(cell: PastedNode, style: Style): Run[] {
    const inner = new Reader();
    inner.children(cell, style);
    inner.close();
    this.pictures += inner.pictures;
    return inner.blocks.flatMap(({ runs }, at) => (at > 0 ? [{ text: " ", style: plain }, ...runs] : runs));
  }

  private children(node: PastedNode, style: Style): void {
    for (const child of Array.from(node.childNodes)) this.read(child, style);
  }

  /** Word draws the sign or number of an item as words of its paragraph. */
  private startItem(drawn: string): void {
    if (this.open?.kind === "heading") return;
    this.close();
    this.start(counter.test(drawn) ? "numbered" : "item");
  }

  private start(kind: Block["kind"], level = 0): void {
    this.open = { kind, level, runs: [] };
  }

  private say(raw: string, style: Style, lineBreak = false): void {
    const text = lineBreak ? raw : withoutUnseen(raw).replace(/[\s\u00a0]+/g, " ");
    if (text === "") return;
    if (!this.open) this.start("text");
    this.open?.runs.push({ text, style });
  }

  private close(): void {
    const block = this.open;
    this.open = null;
    if (block && !saysNothing(block)) this.blocks.push(block);
  }
}

const isItem = ({ kind }: Block) => kind === "item" || kind === "numbered";
/** What stands on lines right below each other. */
const staysTogether = (block: Block) => isItem(block) || block.kind === "row";
const saysNothing = ({ runs }: Block) => runs.every(({ text }) => text.trim() === "");
/** Soft hyphens and marks without width. */
const withoutUnseen = (text: string) => text.replace(/\u00ad|\u200b|\u2060|\ufeff/g, "");

type Css = ReadonlyMap<string, string>;
function styleOf(node: PastedNode): Css {
  const text = node.getAttribute?.("style") ?? "";
  return new Map(
    text.split(";").flatMap((line): [string, string][] => {
      const at = line.indexOf(":");
      return at < 0 ? [] : [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()]];
    }),
  );
}

/** Also the notes of who read along in Word, which stand below its text. */
const isHidden = (node: PastedNode, css: Css) =>
  css.get("display") === "none" ||
  css.get("mso-hide") === "all" ||
  /^comment/.test(css.get("mso-element") ?? "") ||
  /\b(?:msocomanchor|MsoCommentReference)\b/.test(node.getAttribute?.("class") ?? "");

function styled(style: Style, name: string, css: Css): Style {
  const weight = css.get("font-weight") ?? "";
  const slant = css.get("font-style") ?? "";
  const strong = /^(?:bold|bolder|[6-9]00)$/.test(weight) || ((name === "b" || name === "strong") && weight === "");
  const em = /^(?:italic|oblique)/.test(slant) || ((name === "i" || name === "em") && slant === "");
  return {
    ...style,
    strong: strong || (style.strong && !/^(?:normal|[1-5]00)$/.test(weight)),
    em: em || (style.em && slant !== "normal"),
  };
}

/** Of a link to the web; one into the document itself or to a file of the writer is only words. */
function hrefOf(node: PastedNode, name: string): string | null {
  const href = name === "a" ? (node.getAttribute?.("href") ?? "").trim() : "";
  if (!/^https?:\/\/[^\s]{1,600}$/i.test(href)) return null;
  return href.replaceAll("(", "%28").replaceAll(")", "%29");
}

function headingOf(node: PastedNode, name: string, css: Css): number | null {
  const own = /^h([1-6])$/.exec(name)?.[1];
  if (own) return Number(own);
  if (node.getAttribute?.("role") === "heading") return Number(node.getAttribute("aria-level")) || 1;
  if (/\bMso(?:Title)\b/.test(node.getAttribute?.("class") ?? "")) return 1;
  const outline = /^[1-6]$/.exec(css.get("mso-outline-level") ?? "");
  return outline ? Number(outline[0]) : null;
}

const wordsIn = (node: PastedNode): string =>
  node.nodeType === 3 ? (node.nodeValue ?? "") : Array.from(node.childNodes).map(wordsIn).join("");

/** Items of one kind stay together; everything else is a paragraph of its own. The highest headings become `##`, others `###`. */
function write(blocks: readonly Block[]): string {
  const highest = Math.min(...blocks.flatMap(({ kind, level }) => (kind === "heading" ? level : [])));
  let written = "";
  let before: Block | null = null;
  let count = 0;
  for (const one of blocks) {
    const line = lineOf(one);
    const block = one.kind === "text" && bullet.test(line) ? { ...one, kind: "item" as const } : one;
    const goesOn = before !== null && staysTogether(block) && before.kind === block.kind;
    count = goesOn ? count + 1 : 1;
    if (before) written += goesOn ? "\n" : "\n\n";
    written += signOf(block, highest, count) + (block === one ? line : line.replace(bullet, ""));
    before = block;
  }
  return written;
}

function signOf({ kind, level }: Block, highest: number, count: number): string {
  if (kind === "heading") return level === highest ? "## " : "### ";
  return kind === "item" ? "- " : kind === "numbered" ? `${count}. ` : "";
}

function lineOf(block: Block): string {
  const { kind, runs, cells } = block;
  if (cells) return writeRow(cells.map((cell) => lineOf({ kind: "item", level: 0, runs: [...cell] })));
  const joined: Run[] = [];
  for (const { text, style } of runs) {
    const dressed = kind === "heading" || style.href ? { ...plain, href: style.href } : style;
    const last = joined.at(-1);
    const same = last && last.style.strong === dressed.strong && last.style.em === dressed.em && last.style.href === dressed.href;
    // white space wears nothing
    if (last && (same || text.trim() === "")) joined.splice(-1, 1, { ...last, text: last.text + text });
    else joined.push({ text, style: text.trim() === "" ? plain : dressed });
  }
  const line = joined.map(dress).join("");
  const oneLine = kind === "text" ? line : line.replaceAll("\n", " ");
  return oneLine
    .replace(/[ \t]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Signs stand against the words; what the notation cannot dress stays bare. */
function dress({ text, style }: Run): string {
  const words = text.trim();
  const [before, after] = [text.slice(0, text.indexOf(words)), text.slice(text.indexOf(words) + words.length)];
  if (words === "") return text;
  const put = (dressed: string) => before + dressed + after;
  if (style.href && words.length <= 300 && !/[\]\n]/.test(words)) return put(`[${words}](${style.href})`);
  if (words.length > 600 || /[*\n]/.test(words)) return text;
  return style.strong ? put(`**${words}**`) : style.em ? put(`*${words}*`) : text;
}
