import type { Reference } from "./content.ts";
import { readField, type Told } from "./live-field.ts";
import { quoteOf, type ReportPage } from "./page.ts";
import type { Size } from "./people-table.ts";
import { type Place, type SectionId, sectionIds, standsAt } from "./places.ts";
import { type Inline, type Piece, readProse, type Sentence, themeKey } from "./prose-text.ts";

/** The words that a report needs around its content. */
export interface MarkdownWords {
  readonly sections: Readonly<Record<SectionId, string>>;
  readonly version: string;
  readonly people: string;
  readonly field: string;
  readonly withheld: string;
  readonly gone: string;
  readonly insight: (p: { n: number }) => string;
  readonly contribution: (p: { n: number }) => string;
  readonly theme: (p: { needs: number; people: number; fields: number }) => string;
  readonly told: (told: Told) => string;
  readonly dissent: (p: { n: number }) => string;
  readonly dissentBy: (number: number) => string;
  readonly answer: (p: { text: string }) => string;
  readonly method: readonly string[];
  readonly licence: string;
}

/** A published report as Markdown: the same content, with figures by the same rules. Of figures it holds fewer than the page, never more. */
export function markdownOf(page: ReportPage, words: MarkdownWords): string {
  const { content } = page;
  const lines: string[] = [`# ${plain(content.title)}`, words.version];
  if (content.introduction) lines.push(typed(content.introduction));
  lines.push(...textsAt(page, words, "begin"));
  for (const id of sectionIds) {
    const own = section(page, words, id);
    const texts = id === "kort" || id !== "conclusies" ? textsAt(page, words, id) : [];
    if (own.length > 0) lines.push(`## ${words.sections[id]}`, ...own, ...dissents(page, words, id));
    lines.push(...texts);
  }
  return `${lines.filter((line) => line !== "").join("\n\n")}\n`;
}

function section(page: ReportPage, words: MarkdownWords, id: SectionId): string[] {
  const { content } = page;
  const all = (of: readonly Reference[]) => (of.length > 0 ? [of.map((one) => voice(page, words, one)).join("\n")] : []);
  switch (id) {
    case "kort":
      return [
        ["deelnemers", "bijdragen", "behoeften", "themas", "inzichten"]
          .map((name) => `- ${words.told(readField(name, content))}`)
          .join("\n"),
      ];
    case "wie":
      return [
        table(
          [words.field, words.people],
          content.taken.table.fields.map(({ id, size }) => [
            content.fields.find((one) => one.id === id)?.name ?? "",
            sizeOf(size, words),
          ]),
        ),
      ];
    case "nu":
      return [...all(content.works), ...all(content.chafes), ...all(content.suggestions)];
    case "nodig":
      return [
        ...content.themes.flatMap(({ id: theme, name, description, people, fields, needs }) => [
          `### ${plain(name)}`,
          typed(description),
          words.theme({ needs: needs.length, people, fields }),
          ...all(needs),
          ...dissents(page, words, `thema-${theme}`),
          ...textsAt(page, words, `thema-${theme}`),
        ]),
        ...all(content.unplaced),
      ];
    case "zwaarst":
      return [];
    case "praktijk":
      return content.insights.flatMap(({ id: insight, number, conditions, examples }) => [
        `### ${words.insight({ n: number })}: ${plain(page.insights[insight]?.text ?? words.gone)}`,
        ...(["eens", "past"] as const).flatMap((answer) => {
          const told = readField(`inzicht ${number} ${answer}`, content);
          return told.status === "withheld" || told.status === "unknown" ? [] : `- ${answer}: ${words.told(told)}`;
        }),
        ...all([...conditions, ...examples]),
        ...dissents(page, words, `inzicht-${number}`),
        ...textsAt(page, words, `inzicht-${number}`),
      ]);
    case "groepen":
      return all(content.notes);
    case "conclusies":
      return [...(content.conclusions ? [typed(content.conclusions)] : []), ...textsAt(page, words, "conclusies")];
    case "hoe":
      return [...words.method, words.licence];
  }
}

function voice(page: ReportPage, words: MarkdownWords, { id, number }: Reference): string {
  const quote = quoteOf(page, id);
  const from = quote.status === "there" && quote.field ? `${quote.field.name}, ` : "";
  return `- ${quote.status === "there" ? plain(quote.text) : words.gone} (${from}${words.contribution({ n: number })})`;
}

function textsAt(page: ReportPage, words: MarkdownWords, at: Place): string[] {
  return (page.content.blocks ?? [])
    .filter(({ place }) => standsAt(place, page.content) === at)
    .flatMap((block) => [
      ...readProse(block.text).map((piece) => pieceOf(page, words, block, piece)),
      ...dissents(page, words, `tekst-${block.id}`),
    ]);
}

function pieceOf(page: ReportPage, words: MarkdownWords, block: { readonly cited: readonly Reference[] }, piece: Piece): string {
  const say = (sentences: readonly Sentence[]) =>
    sentences.map(({ parts, support }) => parts.map((part) => inline(page, words, part)).join("") + ground(support)).join(" ");
  switch (piece.kind) {
    case "heading":
      return `${piece.level === 1 ? "###" : "####"} ${piece.parts.map((part) => inline(page, words, part)).join("")}`;
    case "paragraph":
      return say(piece.sentences);
    case "list":
      return piece.items.map((item, at) => `${piece.ordered ? `${at + 1}.` : "-"} ${say(item)}`).join("\n");
    case "quote": {
      const found = block.cited.find(({ number }) => number === piece.number);
      const quote = found ? quoteOf(page, found.id) : null;
      return `> ${quote?.status === "there" ? plain(quote.text) : words.gone} (${words.contribution({ n: piece.number })})`;
    }
  }
  /** What a sentence rests on, by number; a theme by its name. */
  function ground(support: Sentence["support"]): string {
    if (!support?.states) return "";
    const themes = support.themes.flatMap((key) => page.content.themes.find(({ id }) => themeKey(id) === key)?.name ?? []);
    const all = [...support.numbers.map((number) => `#${number}`), ...themes.map(plain)];
    return all.length > 0 ? ` \\[${all.join(", ")}\\]` : "";
  }
}

function inline(page: ReportPage, words: MarkdownWords, part: Inline): string {
  switch (part.kind) {
    case "text":
      return plain(part.text);
    case "strong":
      return `**${plain(part.text)}**`;
    case "em":
      return `*${plain(part.text)}*`;
    case "link":
      return `[${plain(part.text)}](${part.href})`;
    case "field": {
      const told = readField(part.name, page.content);
      return told.status === "unknown" ? `{${part.name}}` : words.told(told);
    }
  }
}

function dissents(page: ReportPage, words: MarkdownWords, part: string): string[] {
  return (page.content.review?.dissents ?? [])
    .filter((one) => one.part === part)
    .map(({ id, number }) => {
      const read = page.dissents.find((one) => one.id === id);
      if (read?.status !== "there") return `> **${words.dissent({ n: number })}** ${words.gone}`;
      const said = [
        `**${words.dissent({ n: number })}** ${words.dissentBy(number)}`,
        read.text,
        read.answer ? words.answer({ text: read.answer }) : "",
      ];
      return said
        .filter(Boolean)
        .join("\n\n")
        .split("\n")
        .map((line) => `> ${line.startsWith("**") ? line : plain(line)}`.trimEnd())
        .join("\n");
    });
}

const sizeOf = (size: Size, { withheld }: MarkdownWords) => (size.status === "people" ? String(size.people) : withheld);

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => "---"), ...rows]
    .map((row) => `| ${row.map((cell) => plain(cell).replaceAll("|", "\\|")).join(" | ")} |`)
    .join("\n");

/** Words of people stay words: no sign of theirs becomes a heading, a link or HTML. */
const plain = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>#]/g, "\\$&")
    .replace(/\s*\n\s*/g, " ")
    .trim();
const typed = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map(plain)
    .join("\n\n");
