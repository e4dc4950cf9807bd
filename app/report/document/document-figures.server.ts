import type { Size } from "../../disclosure/people-table.ts";
import type { Line as Figures, Published } from "../../disclosure/suppression.ts";
import { dateLong } from "../../platform/time.ts";
import { choices, fits } from "../../session/outcomes/verdict-counts.ts";
import { shareOf, wholeLine } from "../../session/results/figures.ts";
import type { ReportContent, ReportInsight } from "../gather/content.ts";
import type { ReportPage } from "../publish/page.ts";
import { thinlyHeard } from "../read/open-questions.ts";
import { type DocumentPart, type DocumentTable, heading, paragraph } from "./document.ts";
import { heardTables } from "./document-heard.server.ts";
import type { Words } from "./document-words.server.ts";

type Named = { readonly id: string; readonly name: string };

/** Who took part: the same figures as on the page, withheld where they are there. */
export function taken({ content }: ReportPage, words: Words): DocumentPart[] {
  const { m } = words;
  const { fields, parties, taken } = content;
  const { table, areas } = taken;
  if (table.total.status !== "people") return [paragraph(m.who.tooFew)];
  const size = (of: Size | undefined) => (of?.status === "people" ? of.people : m.withheldShort);
  const rowsOf = (side: "fields" | "parties", list: readonly (Named & { readonly target: number | null })[]) =>
    list.map(({ id, name, target }) => ({ name, target, size: table[side].find((row) => row.id === id)?.size }));
  const sizes = (caption: string, head: string, rows: ReturnType<typeof rowsOf>): DocumentTable[] => {
    if (rows.length === 0) return [];
    const targets = rows.some(({ target }) => target !== null);
    return [
      {
        kind: "table",
        caption,
        columns: [{ head }, { head: m.peopleHead, numeric: true }, ...(targets ? [{ head: m.who.target, numeric: true }] : [])],
        rows: rows.map((row) => [row.name, size(row.size), ...(targets ? [row.target ?? ""] : [])]),
      },
    ];
  };
  const [byField, byParty] = [rowsOf("fields", fields), rowsOf("parties", parties)];
  const unseen = [...byField, ...byParty].filter((row) => row.size?.status !== "people").map(({ name }) => name);
  const thin = thinlyHeard(content);
  const area = areas.map(({ name, size: of }) => ({ name, target: null, size: of }));
  return [
    ...sizes(m.who.byField, m.field, byField),
    ...sizes(m.who.byParty, m.party, byParty),
    ...sizes(m.who.byArea, m.area, area),
    ...(areas.length > 0 ? [paragraph(m.who.otherAreas, true)] : []),
    ...townTable(content, words),
    ...crossed(content, m),
    ...heardTables(content, words),
    ...(thin.length > 0 || unseen.length === 0
      ? [heading(3, m.who.notHeard), paragraph(thin.length > 0 ? m.who.thin({ names: thin }) : m.who.allHeard)]
      : []),
    ...(unseen.length > 0 ? [heading(3, m.who.unseenHead), paragraph(m.who.unseen({ names: unseen }))] : []),
  ];
}

function townTable({ taken: { towns = [], townsAt } }: ReportContent, { m, locale }: Words): DocumentPart[] {
  if (towns.length === 0) return [];
  const when = townsAt ? `${m.who.townsAt({ at: dateLong(new Date(townsAt), locale) })} ` : "";
  return [
    {
      kind: "table",
      caption: m.who.byTown,
      columns: [{ head: m.town }, { head: m.area }, { head: m.peopleHead, numeric: true }],
      rows: towns.map(({ name, province, people }) => [name, province, people]),
    },
    paragraph(when + m.who.otherTowns, true),
  ];
}

function crossed({ fields, parties, taken }: ReportContent, m: Words["m"]): DocumentPart[] {
  if (fields.length === 0 || parties.length === 0) return [];
  if (taken.table.cells.every(({ size }) => size.status !== "people")) return [paragraph(m.who.crossedNone)];
  const at = (field: string, party: string) => {
    const size = taken.table.cells.find((cell) => cell.field === field && cell.party === party)?.size;
    return size?.status === "people" ? size.people : "–";
  };
  return [
    {
      kind: "table",
      caption: m.who.crossedCaption,
      columns: [{ head: m.field }, ...parties.map(({ name }) => ({ head: name, numeric: true }))],
      rows: fields.map((field) => [field.name, ...parties.map(({ id }) => at(field.id, id))]),
      reading: m.who.crossedReading,
    },
  ];
}

/** The two questions of an insight: a sentence each, and where figures are told a table of all answers. */
export function figuresOf(page: ReportPage, words: Words, insight: ReportInsight): DocumentPart[] {
  const of = words.m.practice.number({ n: insight.number });
  return [
    ...breakdown(page.content, words, insight.ballots, choices, `${of}. ${words.m.practice.ballots}`),
    ...(insight.fits.total.status === "withheld"
      ? []
      : breakdown(page.content, words, insight.fits, fits, `${of}. ${words.m.practice.fits}`)),
  ];
}

function breakdown<C extends keyof Words["m"]["answers"]>(
  { fields, parties }: ReportContent,
  { m }: Words,
  published: Published<C>,
  all: readonly C[],
  title: string,
): DocumentPart[] {
  const { total, columns } = published;
  const says = (group: readonly C[]) => m.or({ words: group.map((column) => m.answers[column]) });
  const head = (group: readonly C[]) => m.together({ words: group.map((column) => m.answers[column]) });
  if (total.status === "withheld") return [paragraph(`${title} ${m.figure.tooFew}`)];
  if (total.status === "nearly-all")
    return [paragraph(`${title} ${m.figure.nearlyAll({ n: total.people, answer: says(total.columns) })}`)];
  const parts = all.flatMap((column, at) => {
    const share = (total.counts[at] ?? 0) > 0 ? shareOf(total, [at]) : null;
    if (!share) return [];
    const [percent = 0, low = 0, high = 0] = [share.share, share.low, share.high].map((part) => Math.round(part * 100));
    return [`${m.answers[column]} ${m.figure.shareOf({ share: percent, low, high })}`];
  });
  const sentence = paragraph(`${title} ${m.figure.sentence({ n: total.people, parts })}`);
  if (columns.length === 0) return [sentence];
  const rowsOf = (lines: readonly { readonly id: string; readonly line: Figures }[], list: readonly Named[]) =>
    lines.flatMap(({ id, line }) => {
      const found = list.find((one) => one.id === id);
      return found ? [row(found.name, line)] : [];
    });
  const row = (name: string, line: Figures) => [
    name,
    ...columns.map((_, at) => (line.status === "counts" ? (line.counts[at] ?? 0) : "–")),
    line.status === "withheld" ? m.withheldShort : line.people,
  ];
  const told = [...published.fields, ...published.parties].some(({ line }) => line.status === "counts");
  if (!told) return [sentence, paragraph(m.figure.noGroups)];
  return [
    sentence,
    {
      kind: "table",
      caption: title,
      columns: [
        { head: m.group },
        ...columns.map((group) => ({ head: head(group), numeric: true })),
        { head: m.peopleHead, numeric: true },
      ],
      rows: [
        ...rowsOf(published.fields, fields),
        ...rowsOf(published.parties, parties),
        row(m.everyone, wholeLine(published, all)),
      ],
      reading: m.figure.allReading,
    },
  ];
}
