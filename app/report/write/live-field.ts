import type { Size } from "../../disclosure/people-table.ts";
import type { Line } from "../../disclosure/suppression.ts";
import { themeKey } from "../../method/text/prose-inline.ts";
import { choices, fits } from "../../session/outcomes/verdict-counts.ts";
import type { ReportContent } from "../gather/content.ts";

/** What a field in a text comes to. It is read from the published figures alone, so it tells no more than they do. */
export type Told =
  | { readonly status: "count"; readonly of: "people" | "contributions" | "needs" | "themes" | "insights"; readonly n: number }
  | { readonly status: "share"; readonly percent: number }
  | { readonly status: "nearly-all" | "withheld" }
  /** No field of this report has that name. */
  | { readonly status: "unknown" };

const answers: Readonly<Record<string, readonly ["ballots" | "fits", string]>> = {
  eens: ["ballots", "agree"],
  oneens: ["ballots", "disagree"],
  past: ["fits", "fits"],
  "past onder voorwaarden": ["fits", "conditions"],
  "past niet": ["fits", "not"],
};

type Content = Pick<ReportContent, "taken" | "fields" | "parties" | "themes" | "unplaced" | "insights"> &
  Partial<Pick<ReportContent, "works" | "chafes" | "suggestions">>;

export function readField(name: string, content: Content): Told {
  const words = name.trim().toLowerCase().replace(/\s+/g, " ");
  const needs = content.themes.reduce((sum, theme) => sum + theme.needs.length, content.unplaced.length);
  switch (words) {
    case "deelnemers":
      return people(content.taken.table.total);
    case "behoeften":
      return { status: "count", of: "needs", n: needs };
    case "bijdragen": {
      const { works = [], chafes = [], suggestions = [] } = content;
      const about = content.insights.reduce((sum, one) => sum + one.conditions.length + one.examples.length, 0);
      return { status: "count", of: "contributions", n: needs + works.length + chafes.length + suggestions.length + about };
    }
    case "themas":
      return { status: "count", of: "themes", n: content.themes.length };
    case "inzichten":
      return { status: "count", of: "insights", n: content.insights.length };
  }
  return ofGroup(words, content) ?? ofTheme(words, content) ?? ofInsight(words, content) ?? { status: "unknown" };
}

function ofGroup(words: string, { taken, fields, parties }: Content): Told | null {
  const wanted = /^deelnemers (.+)$/.exec(words)?.[1];
  if (!wanted) return null;
  const same = (one: { readonly name: string }) => plain(one.name) === plain(wanted);
  const field = fields.find(same);
  const party = parties.find(same);
  const row = field
    ? taken.table.fields.find(({ id }) => id === field.id)
    : party && taken.table.parties.find(({ id }) => id === party.id);
  return row ? people(row.size) : null;
}

function ofTheme(words: string, { themes }: Content): Told | null {
  const key = /^thema ([0-9a-f]{8})$/.exec(words)?.[1];
  const theme = key ? themes.find(({ id }) => themeKey(id) === key) : undefined;
  return theme ? { status: "count", of: "people", n: theme.people } : null;
}

function ofInsight(words: string, { insights }: Content): Told | null {
  const [, number, answer = ""] = /^inzicht (\d{1,5}) (.+)$/.exec(words) ?? [];
  const insight = insights.find((one) => one.number === Number(number));
  const wanted = answers[answer];
  if (!insight || !wanted) return null;
  const [kind, column] = wanted;
  return kind === "ballots"
    ? share(insight.ballots.total, choices.indexOf(column as never), column)
    : share(insight.fits.total, fits.indexOf(column as never), column);
}

function share(line: Line, at: number, column: string): Told {
  if (line.status === "withheld") return { status: "withheld" };
  if (line.status === "nearly-all")
    return (line.columns as readonly string[]).includes(column) ? { status: "nearly-all" } : { status: "withheld" };
  return { status: "share", percent: Math.round(((line.counts[at] ?? 0) / line.people) * 100) };
}

const people = (size: Size): Told =>
  size.status === "people" ? { status: "count", of: "people", n: size.people } : { status: "withheld" };

/** A name as it may stand between braces: other signs than letters and numbers are left out. */
const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** A figure in words, in one language. */
export interface ToldWords
  extends Readonly<Record<"people" | "contributions" | "needs" | "themes" | "insights", (p: { n: number }) => string>> {
  readonly share: (p: { percent: number }) => string;
  readonly "nearly-all": string;
  readonly withheld: string;
}

/** A figure as the report says it; a name that it does not know stays as it was typed. */
export function sayField(name: string, content: Content, words: ToldWords): string {
  const told = readField(name, content);
  if (told.status === "unknown") return `{${name}}`;
  return told.status === "count" ? words[told.of](told) : told.status === "share" ? words.share(told) : words[told.status];
}

/** The names that a text may use, with what each comes to. */
export function fieldNames(content: Content): string[] {
  const { table } = content.taken;
  const shown = (rows: typeof table.fields, list: readonly { readonly id: string; readonly name: string }[]) =>
    rows.flatMap(({ id, size }) => {
      const found = size.status === "people" ? list.find((one) => one.id === id) : undefined;
      return found ? `deelnemers ${plain(found.name)}` : [];
    });
  return [
    ...["deelnemers", "bijdragen", "behoeften", "themas", "inzichten"],
    ...shown(table.fields, content.fields),
    ...shown(table.parties, content.parties),
    ...content.themes.map(({ id }) => `thema ${themeKey(id)}`),
    ...content.insights.flatMap(({ number }) => [`inzicht ${number} eens`, `inzicht ${number} past`]),
  ];
}
