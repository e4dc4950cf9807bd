import type { z } from "zod";
import type { Size } from "../../disclosure/people-table.ts";
import type { Line, Published } from "../../disclosure/suppression.ts";
import type { Reference, ReportContent, TestedWords } from "../../report/gather/content.ts";
import { verdictIn } from "../../report/gather/verdicts.ts";
import { type Quote, quoteOf, type ReportPage } from "../../report/publish/page.ts";
import { type Choice, choices, type Fit, fits } from "../../session/outcomes/verdict-counts.ts";
import type { Results } from "../../session/results/results.ts";
import { type shapes, verdicts } from "./shapes.ts";

type Out<N extends keyof typeof shapes> = z.infer<(typeof shapes)[N]>;
type List = readonly { readonly id: string; readonly name: string }[];

const answers: Readonly<Record<Choice | Fit, string>> = {
  agree: "eens",
  disagree: "oneens",
  skip: "sla-over",
  "not-my-field": "niet-mijn-vakgebied",
  fits: "past",
  conditions: "past-onder-voorwaarden",
  not: "past-niet",
};
const statuses = { there: "te-lezen", withdrawn: "ingetrokken", hidden: "verborgen", erased: "gewist" } as const;
const weights = { "": null, light: "licht", heavy: "zwaar", "very-heavy": "zeer-zwaar" } as const;
const often = { "": null, yearly: "jaarlijks", monthly: "maandelijks", weekly: "wekelijks", daily: "dagelijks" } as const;

const nameIn = (list: List, id: string): string => list.find((one) => one.id === id)?.name ?? "";
const sizeOf = (size: Size): number | null => (size.status === "people" ? size.people : null);
const groups = (list: List, rows: readonly { readonly id: string; readonly size: Size }[]): Out<"Groep">[] =>
  rows.map(({ id, size }) => ({ naam: nameIn(list, id), mensen: sizeOf(size) }));

export const wholeOf = (content: ReportContent) => ({
  inleiding: content.introduction,
  conclusies: content.conclusions,
  deelnemers: sizeOf(content.taken.table.total),
  vakgebieden: groups(content.fields, content.taken.table.fields),
  soortenPartijen: groups(content.parties, content.taken.table.parties),
  provincies: content.taken.areas.map(({ name, size }) => ({ naam: name, mensen: sizeOf(size) })),
  bron: content.source,
  licentie: content.licence ?? "CC BY 4.0",
});

export const sessionsOf = (content: ReportContent): Out<"Bijeenkomst">[] =>
  content.sessions.map(({ title, startsAt, endsAt }, at) => ({
    nummer: at + 1,
    titel: title,
    begint: startsAt,
    eindigt: endsAt,
  }));

export const themesOf = (content: ReportContent): Out<"Thema">[] =>
  content.themes.map(({ id, name, description, people, fields, needs }) => ({
    id,
    titel: name,
    omschrijving: description,
    mensen: people,
    aantalVakgebieden: fields,
    stippen: content.priorities?.themes.find((one) => one.name === name)?.marks ?? null,
    behoeften: needs.map(({ number }) => number),
  }));

/** A need as a version points at it, with the theme it stands in. */
export type Placed = Reference & { readonly theme: string | null };
export const needsOf = (content: ReportContent): Placed[] =>
  [
    ...content.themes.flatMap(({ id, needs }) => needs.map((one) => ({ ...one, theme: id as string | null }))),
    ...content.unplaced.map((one) => ({ ...one, theme: null })),
  ].sort((a, b) => a.number - b.number);

export function needOf(page: ReportPage, { id, number, people, theme }: Placed): Out<"Behoefte"> {
  const quote: Quote = quoteOf(page, id);
  const there = quote.status === "there" ? quote : null;
  const said = (text: string | undefined) => text || null;
  return {
    nummer: number,
    leesbaar: statuses[quote.status],
    tekst: there?.text ?? null,
    situatie: said(there?.situation),
    voorWie: said(there?.forWhom),
    geprobeerd: said(there?.tried),
    zouHelpen: said(there?.wouldHelp),
    hoeZwaar: there ? weights[there.weight] : null,
    hoeVaak: there ? often[there.howOften] : null,
    raakt: [...(there?.touches ?? [])],
    zelfdeAls: there?.sameAs ?? null,
    vakgebied: there?.field?.name ?? null,
    mensen: there ? people : null,
    thema: theme,
  };
}

function figureOf<C extends Choice | Fit>(line: Line<C>, columns: readonly (readonly C[])[]): Out<"Cijfer"> {
  const say = (some: readonly C[]) => some.map((one) => answers[one]);
  if (line.status === "withheld") return { stand: "niet-getoond", mensen: null, antwoorden: [], aantallen: [] };
  if (line.status === "nearly-all")
    return { stand: "vrijwel-iedereen", mensen: line.people, antwoorden: say(line.columns), aantallen: [] };
  return {
    stand: "geteld",
    mensen: line.people,
    antwoorden: [],
    aantallen: columns.map((group, at) => ({ antwoorden: say(group), aantal: line.counts[at] ?? 0 })),
  };
}

function figuresOf<C extends Choice | Fit>(content: ReportContent, of: Published<C>, all: readonly C[]): Out<"Cijfers"> {
  // A breakdown is told beside a counted total only, as on the page
  const told = of.total.status === "counts";
  const side = (list: List, rows: Published<C>["fields"]) =>
    told ? rows.map(({ id, line }) => ({ naam: nameIn(list, id), cijfer: figureOf(line, of.columns) })) : [];
  return {
    totaal: figureOf(
      of.total,
      all.map((one) => [one]),
    ),
    vakgebieden: side(content.fields, of.fields),
    soortenPartijen: side(content.parties, of.parties),
  };
}

const saidOf = (page: ReportPage, { id, number }: Reference): Out<"Bijdrage"> => {
  const quote = quoteOf(page, id);
  return { nummer: number, leesbaar: statuses[quote.status], tekst: quote.status === "there" ? quote.text : null };
};

export function insightOf(page: ReportPage, insight: TestedWords & { readonly number: number }): Out<"Inzicht"> {
  const words = page.insights[insight.id];
  return {
    nummer: insight.number,
    tekst: words?.text ?? null,
    formulering: words?.version ?? null,
    gewijzigdOmdat: words?.because || null,
    bron: words?.source || null,
    oordeel: verdicts[verdictIn(page, insight).verdict.status],
    stemmen: figuresOf(page.content, insight.ballots, choices),
    past: figuresOf(page.content, insight.fits, fits),
    voorwaarden: insight.conditions.map((one) => saidOf(page, one)),
    tegenvoorbeelden: insight.examples.map((one) => saidOf(page, one)),
  };
}

type Share = Results["agreed"][number]["parts"][number];

/** What all share and what divides: shares, never how many people of a group. */
export function outcomesOf({ results, insights, fields }: ReportContent): Out<"Uitkomst">[] {
  if (!results) return [];
  const number = (id: string) => insights.find((one) => one.id === id)?.number;
  const share = ({ who, share, low, high, nearly }: Share): Out<"Aandeel"> => ({
    wie: who === "" ? "iedereen" : nameIn(fields, who) || `groep ${who}`,
    aandeel: round(share),
    laag: round(low),
    hoog: round(high),
    vrijwel: nearly === "all" ? "iedereen" : nearly === "none" ? "niemand" : null,
  });
  const outcome = (soort: Out<"Uitkomst">["soort"], id: string, keuze: "eens" | "oneens", of: readonly Share[]) => {
    const inzicht = number(id);
    return inzicht === undefined ? [] : [{ soort, inzicht, keuze, aandelen: of.map(share) }];
  };
  const shared = (soort: "gedeelde-basis" | "samen-afgewezen", of: Results["agreed"]) =>
    of.flatMap(({ statement, choice, parts, all }) =>
      outcome(soort, statement, choice === "agree" ? "eens" : "oneens", [...(all ? [{ who: "", ...all }] : []), ...parts]),
    );
  return [
    ...shared("gedeelde-basis", results.agreed),
    ...shared("samen-afgewezen", results.rejected),
    ...results.divided.flatMap(({ statement, most, least }) => outcome("verschil", statement, "eens", [most, least])),
  ];
}

const round = (part: number): number => Math.min(1, Math.max(0, Math.round(part * 10_000) / 10_000));
