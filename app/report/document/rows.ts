import type { Line, Published } from "../../disclosure/suppression.ts";
import type { Cell } from "../../method/text/csv.ts";
import type { ContributionId } from "../../platform/ids.ts";
import { choices, fits } from "../../session/outcomes/verdict-counts.ts";
import { shareOf, wholeLine } from "../../session/results/figures.ts";
import type { Reference, ReportContent } from "../gather/content.ts";
import { type Quote, quoteOf, type ReportPage } from "../publish/page.ts";
import { type Named, reportColumns } from "./row-columns.ts";
import { takenRows } from "./taken-rows.ts";
import { textRows } from "./text-rows.ts";

const answers: Readonly<Record<string, string>> = {
  agree: "eens",
  disagree: "oneens",
  skip: "sla over",
  "not-my-field": "niet mijn vakgebied",
  fits: "past",
  conditions: "past onder voorwaarden",
  not: "past niet",
};
const weights = { "": "", light: "licht", heavy: "zwaar", "very-heavy": "zeer zwaar" } as const;
const often = {
  "": "",
  yearly: "een paar keer per jaar",
  monthly: "elke maand",
  weekly: "elke week",
  daily: "elke dag",
} as const;
const gone = { erased: "gewist", withdrawn: "ingetrokken", hidden: "verborgen" } as const;
const nearly = "vrijwel iedereen";
const withheld = "niet getoond";

/** The same as the page says, one row a thing: a contribution, a theme, or one figure. */
export function reportRows(page: ReportPage): Cell[][] {
  const { content } = page;
  const words = (part: string, of: readonly Reference[], more: Named = {}) => of.map((one) => wordsRow(page, part, one, more));
  const rows: Named[] = [
    ...takenRows(content, { nearly, withheld }),
    ...words("werkt", content.works),
    ...words("knelt", content.chafes),
    ...words("suggestie", content.suggestions),
    ...content.themes.map(
      ({ name, description, people }, at): Named => ({
        onderdeel: "thema",
        nummer: at + 1,
        tekst: name,
        situatie: description,
        aantal: people,
      }),
    ),
    ...content.themes.flatMap(({ needs, name }) => words("behoefte", needs, { bij: name })),
    ...words("behoefte", content.unplaced),
    ...markRows(page),
    ...content.insights.flatMap((insight) => {
      const at: Named = { nummer: insight.number };
      const by: Named = { bij: `inzicht ${insight.number}` };
      const worded = page.insights[insight.id];
      const version = (of: { version: number; because: string }) => ({ inzicht_versie: of.version, gewijzigd_omdat: of.because });
      return [
        {
          ...at,
          onderdeel: "inzicht",
          tekst: worded?.text ?? "",
          status: worded ? "" : gone.erased,
          ...(worded && version(worded)),
        },
        ...(worded?.earlier ?? []).map(
          (one): Named => ({ ...at, onderdeel: "eerdere versie van inzicht", tekst: one.text, ...version(one) }),
        ),
        ...figureRows("stem", at, content, insight.ballots, choices),
        ...figureRows("past", at, content, insight.fits, fits),
        ...words("voorwaarde", insight.conditions, by),
        ...words("tegenvoorbeeld", insight.examples, by),
      ];
    }),
    ...resultRows(content),
    ...textRows(page, { gone: gone.withdrawn, withheld }),
    ...content.notes.map((note) =>
      wordsRow(page, "aantekening", note, {
        bij: [note.group === null ? "" : `deelgroep ${note.group}`, note.step].filter(Boolean).join(", "),
      }),
    ),
  ];
  return rows.map((row) => reportColumns.map((column) => (column === "versie" ? page.number : (row[column] ?? null))));
}

/** What all share and what divides, with the version of the method. Shares of groups are told without how many. */
function resultRows({ results, insights, fields, analysis }: ReportContent): Named[] {
  if (!results) return [];
  const number = (id: string) => insights.find((one) => one.id === id)?.number ?? null;
  const who = (id: string) => fields.find((one) => one.id === id)?.name ?? (id ? `groep ${id}` : "iedereen");
  const share = ({ share, low, high }: { share: number; low: number; high: number }): Named => ({
    antwoord: "eens",
    status: `aandeel ${round(share)}`,
    laag: round(low),
    hoog: round(high),
  });
  return [
    {
      onderdeel: "beeld van allen samen",
      status: results.status,
      aantal: results.people,
      tekst: `methode ${results.method}, startgetal ${results.seed}`,
      bij: `analyse ${analysis ?? ""}`.trim(),
    },
    ...results.groups.map(({ id, people }): Named => ({ onderdeel: "meningsgroep", groep: `groep ${id}`, aantal: people })),
    ...[...results.agreed, ...results.rejected].flatMap(({ statement, choice, parts, all }) =>
      [...parts, ...(all ? [{ who: "", ...all }] : [])].map(
        (part): Named => ({
          onderdeel: "gedeelde basis",
          nummer: number(statement),
          groep: who(part.who),
          ...share(part),
          antwoord: choice === "agree" ? "eens" : "oneens",
        }),
      ),
    ),
    ...results.divided.flatMap(({ statement, most, least }) =>
      [most, least].map(
        (part): Named => ({ onderdeel: "verschil", nummer: number(statement), groep: who(part.who), ...share(part) }),
      ),
    ),
  ];
}

function wordsRow(page: ReportPage, part: string, { id, number, people }: Reference, more: Named): Named {
  const at: Named = { onderdeel: part, nummer: number, ...more };
  const quote: Quote = quoteOf(page, id as ContributionId);
  if (quote.status !== "there") return { ...at, status: gone[quote.status] };
  return {
    ...at,
    tekst: quote.text,
    situatie: quote.situation,
    voor_wie: quote.forWhom,
    geprobeerd: quote.tried,
    zou_helpen: quote.wouldHelp,
    hoe_zwaar: weights[quote.weight],
    ...(quote.field ? { uitsplitsing: "vakgebied", groep: quote.field.name } : {}),
    aantal: people,
    hoe_vaak: often[quote.howOften],
    raakt: quote.touches.join("; "),
    zelfde_als: quote.sameAs,
  };
}

function markRows({ content }: ReportPage): Named[] {
  return (content.priorities?.themes ?? []).flatMap(({ name, marks, needs }) => [
    { onderdeel: "stippen", uitsplitsing: "thema", groep: name ?? "zonder thema", aantal: marks },
    ...needs.map((need) => ({
      onderdeel: "stippen",
      nummer: need.number,
      uitsplitsing: "behoefte",
      groep: name ?? "zonder thema",
      aantal: need.marks,
    })),
  ]);
}

function figureRows<C extends string>(
  part: string,
  at: Named,
  content: ReportContent,
  published: Published<C>,
  all: readonly C[],
): Named[] {
  const says = (group: readonly C[]) => group.map((column) => answers[column]).join(" of ");
  const lines = (uitsplitsing: string, groep: string, line: Line<C>, groups: readonly (readonly C[])[]): Named[] => {
    const row: Named = { ...at, onderdeel: part, uitsplitsing, groep };
    if (line.status === "withheld") return [{ ...row, status: withheld }];
    if (line.status === "nearly-all") return [{ ...row, antwoord: says(line.columns), van: line.people, status: nearly }];
    return groups.map((group, column) => {
      const share = shareOf(line, [column]);
      return {
        ...row,
        antwoord: says(group),
        aantal: line.counts[column] ?? 0,
        van: line.people,
        laag: round(share?.low),
        hoog: round(share?.high),
      };
    });
  };
  const names = (list: readonly { readonly id: string; readonly name: string }[], id: string) =>
    list.find((one) => one.id === id)?.name ?? "";
  return [
    ...lines(
      "iedereen",
      "",
      published.total,
      all.map((column) => [column]),
    ),
    ...(published.columns.length > 0 ? lines("iedereen, samengevoegd", "", wholeLine(published, all), published.columns) : []),
    ...(published.total.status === "counts"
      ? [
          ...published.fields.flatMap(({ id, line }) => lines("vakgebied", names(content.fields, id), line, published.columns)),
          ...published.parties.flatMap(({ id, line }) =>
            lines("soort partij", names(content.parties, id), line, published.columns),
          ),
        ]
      : []),
  ];
}

const round = (part: number | undefined): Cell => (part === undefined ? null : Math.round(part * 10_000) / 10_000);
