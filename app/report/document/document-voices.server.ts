import type { Inline } from "../../method/text/prose-inline.ts";
import { type Piece, readProse, type Sentence } from "../../method/text/prose-text.ts";
import type { Reference } from "../gather/content.ts";
import { citedIn, referencesOf } from "../gather/content.ts";
import { pressWords } from "../picture/messages/press.ts";
import { pressFigures } from "../picture/press-figure.ts";
import { quoteOf, type ReportPage } from "../publish/page.ts";
import { standsAt } from "../read/places.ts";
import { type Part, partIn } from "../review/review.ts";
import { groundOf } from "../write/claim.ts";
import { sayField } from "../write/live-field.ts";
import { type DocumentPart, heading, type Line, paragraph, type Run, said } from "./document.ts";
import type { Words } from "./document-words.server.ts";

/** How many words of people stand in the running text; all stand in the appendix, which says of each to which theme it belongs. */
const shownFirst = 5;
/** More numbers than this after each other help nobody. */
const mostNumbers = 60;

/** Words of participants with the way to where they stand in full. */
export function voices(page: ReportPage, { m, d }: Words, of: readonly Reference[]): DocumentPart[] {
  if (of.length === 0) return [];
  const items = of.slice(0, shownFirst).map(({ id, number, people }): Line => {
    const quote = quoteOf(page, id);
    const there = quote.status === "there";
    const from = [there ? quote.field?.name : "", there && people > 1 ? d.people({ n: people }) : ""].filter(Boolean);
    return [
      { kind: "text", text: `${there ? quote.text : m.quotes[quote.status]} (${from.map((one) => `${one}, `).join("")}` },
      { kind: "voice", text: m.quotes.number({ n: number }), number },
      { kind: "text", text: ")" },
    ];
  });
  const rest = of.slice(shownFirst).map(({ number }) => number);
  const list: DocumentPart = { kind: "list", ordered: false, items };
  if (rest.length === 0) return [list];
  if (rest.length > mostNumbers) return [list, paragraph(d.moreAll({ n: rest.length }))];
  return [list, { kind: "paragraph", line: [...said(d.more({ n: rest.length })), ...numbers(rest.sort((a, b) => a - b))] }];
}

function numbers(of: readonly number[]): Run[] {
  return of.flatMap((number, at): Run[] => [
    ...(at > 0 ? [{ kind: "text" as const, text: ", " }] : []),
    { kind: "voice", text: String(number), number },
  ]);
}

/** The texts of the team at a place, each sentence with the numbers of what it rests on. */
export function texts(page: ReportPage, words: Words, at: string): DocumentPart[] {
  return (page.content.blocks ?? [])
    .filter(({ place }) => standsAt(place, page.content) === at)
    .flatMap((block) => {
      let headed = false;
      const level = (own: 1 | 2) => {
        const lower = own === 2 && headed;
        headed ||= own === 1;
        return (at === "begin" ? 2 : 3) + (lower ? 1 : 0);
      };
      return [
        ...readProse(block.text).map((piece) => pieceOf(page, words, block, piece, level)),
        ...beside(page, words, `tekst-${block.id}`),
      ];
    });
}

type Block = NonNullable<ReportPage["content"]["blocks"]>[number];

function pieceOf(page: ReportPage, words: Words, block: Block, piece: Piece, level: (own: 1 | 2) => number): DocumentPart {
  const { m, b } = words;
  const say = (sentences: readonly Sentence[]): Line =>
    sentences.flatMap(({ parts, support, onNewLine }, at): Run[] => [
      ...(at === 0 ? [] : [{ kind: "text" as const, text: onNewLine ? "\n" : " " }]),
      ...parts.map((part) => runOf(page, words, part)),
      ...ground(support),
    ]);
  switch (piece.kind) {
    case "heading":
      return heading(level(piece.level) as 2 | 3 | 4, piece.parts.map((part) => runOf(page, words, part).text).join(""));
    case "paragraph":
      return { kind: "paragraph", line: say(piece.sentences) };
    case "table": {
      const [head = [], ...rows] = piece.rows.map((cells) =>
        cells.map((cell) => cell.map((part) => runOf(page, words, part).text).join("")),
      );
      return {
        kind: "table",
        caption: b.table({ heads: head.filter(Boolean) }),
        columns: head.map((one) => ({ head: one })),
        rows,
      };
    }
    case "figure": {
      const figure = pressFigures(page, pressWords[words.locale]).find(({ name }) => name === piece.name);
      if (!figure) return paragraph(`{figuur ${piece.name}}`);
      const columns = [{ head: m.figure.what }, { head: m.figure.number, numeric: true }];
      return {
        kind: "table",
        caption: figure.title,
        columns,
        rows: figure.rows.map(({ name, said: n }) => [name, n]),
        reading: figure.note,
      };
    }
    case "list":
      return { kind: "list", ordered: piece.ordered, items: piece.items.map(say) };
    case "quote": {
      const found = block.cited.find(({ number }) => number === piece.number);
      const quote = found ? quoteOf(page, found.id) : null;
      if (quote?.status !== "there") return { kind: "quote", line: said(b.quoteGone) };
      const voice: Run = { kind: "voice", text: m.quotes.number({ n: piece.number }), number: piece.number };
      return { kind: "quote", line: [...said(`${quote.text} (`), voice, ...said(")")] };
    }
  }
  /** The numbers behind a sentence; of themes those of their needs. */
  function ground(support: Sentence["support"]): Run[] {
    if (!support?.states) return [];
    const rests = groundOf(support, block, page.content, (id) => quoteOf(page, id).status === "there");
    const all = rests.references.map(({ number }) => number);
    if (all.length === 0) return [];
    return [...said(" ["), ...numbers(all), ...said("]")];
  }
}

function runOf(page: ReportPage, { b }: Words, part: Inline): Run {
  if (part.kind !== "field") return part;
  return { kind: "text", text: sayField(part.name, page.content, b.told) };
}

/** How many agreed with a part, and the minority notes beside it. */
export function beside(page: ReportPage, { r }: Words, part: Part): DocumentPart[] {
  const { review, fields } = page.content;
  const agreed = review?.agreed.find((one) => partIn(one.part, page.content) === part);
  const notes = (review?.dissents ?? []).filter((one) => partIn(one.part, page.content) === part);
  const words = r.dissent;
  return [
    ...(agreed ? [paragraph(r.agreed.people({ n: agreed.people }), true)] : []),
    ...notes.map((note): DocumentPart => {
      const read = page.dissents.find(({ id }) => id === note.id);
      const title = words.number({ n: note.number });
      if (read?.status !== "there") return { kind: "aside", title, lines: [said(words.withdrawn)] };
      const { under } = note;
      const by =
        under.status === "people"
          ? words.byPeople({ n: under.people })
          : under.status === "few"
            ? words.byFew
            : read.names.length > 0
              ? words.byNames({ names: read.names })
              : words.bySome;
      const from = fields.filter((field) => note.fields.includes(field.id)).map(({ name }) => name);
      const lines = [
        read.text,
        [by, from.length > 0 ? words.fields({ names: from }) : ""].filter(Boolean).join(" "),
        read.answer ? words.answer({ text: read.answer }) : "",
      ];
      return { kind: "aside", title, lines: lines.filter(Boolean).map(said) };
    }),
  ];
}

/** Everything that the report points at, once, by number, in full. */
export function appendix(page: ReportPage, { m, d }: Words): DocumentPart[] {
  const all = new Map([...citedIn(page.content), ...referencesOf(page.content), ...marked(page)].map((one) => [one.number, one]));
  const sorted = [...all.values()].sort((a, b) => a.number - b.number);
  if (sorted.length === 0) return [];
  const themeOf = new Map(page.content.themes.flatMap(({ name, needs }) => needs.map(({ id }) => [id, name] as const)));
  return [heading(2, d.appendix), paragraph(d.appendixLead), ...sorted.map(voice)];

  function voice({ id, number }: { readonly id: Reference["id"]; readonly number: number }): DocumentPart {
    const title = m.quotes.number({ n: number });
    const quote = quoteOf(page, id);
    if (quote.status !== "there") return { kind: "voice", number, title, lines: [said(m.quotes[quote.status])] };
    const named = (name: string, text: string): Line[] =>
      text === ""
        ? []
        : [
            [
              { kind: "em", text: `${name}: ` },
              { kind: "text", text },
            ],
          ];
    const lines: Line[] = [
      said(quote.text),
      ...named(d.situation, quote.situation),
      ...named(d.forWhom, quote.forWhom),
      ...named(d.tried, quote.tried),
      ...named(m.quotes.wouldHelp, quote.wouldHelp),
      ...named(d.weight, quote.weight && d.weights[quote.weight]),
      ...named(d.howOften, quote.howOften && d.often[quote.howOften]),
      ...named(d.touches, quote.touches.join(", ")),
      ...named(m.field, quote.field?.name ?? ""),
      ...named(m.needs.theme, themeOf.get(id) ?? ""),
      ...(quote.sameAs === null ? [] : [said(m.quotes.sameAs({ n: quote.sameAs }))]),
    ];
    return { kind: "voice", number, title, lines };
  }
}

const marked = ({ content }: ReportPage) => (content.priorities?.themes ?? []).flatMap(({ needs }) => needs);
