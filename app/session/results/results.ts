import { fewest } from "../../disclosure/kept-rows.ts";
import { fewOthers, type Published } from "../../disclosure/suppression.ts";
import { leastBound, leastShare } from "../../method/analysis/common-ground.ts";
import type { Points, StoredAnalysis } from "../analysis/analysis.ts";
import { type Named, type Part, partOf, shareOf } from "../insights/part.ts";
import { chosenInAll, type GroupFits, groupHolds, groupParts, tellsGroups } from "../outcomes/groups-told.ts";
import { type Choice, choices } from "../outcomes/verdict-counts.ts";
import { mapOf, type OpinionMap } from "./map.ts";
import { type Ridge, ridgeOf } from "./ridge.ts";

interface Defining {
  readonly statement: string;
  readonly choice: "agree" | "disagree";
  readonly own: Part;
  readonly rest: Part;
}
export interface OpinionGroup {
  readonly id: string;
  readonly people: number;
  readonly defining: readonly Defining[];
}

/** What everybody shares. */
export interface Shared {
  readonly statement: string;
  readonly choice: "agree" | "disagree";
  /** All together; null when it may only be said that nearly everybody chose so. */
  readonly all: Part | null;
  /** The groups, or without groups the fields of which figures are told. */
  readonly parts: readonly Named[];
  readonly lowest: number;
}
/** What divides, and between whom. */
interface Divided {
  readonly statement: string;
  readonly kind: "group" | "field";
  readonly most: Named;
  readonly least: Named;
  readonly difference: number;
}

/** All that pages show of the opinions of everybody together; kept with a version of the report as it is. */
export interface Results {
  readonly at: string;
  readonly method: number;
  readonly seed: number;
  readonly status: StoredAnalysis["status"];
  readonly needed: { readonly people: number; readonly statements: number } | null;
  /** With any ballot; those of them who chose enough to be placed; insights with ballots; share of cells filled. */
  readonly people: number;
  readonly ballots: number;
  readonly placed: number;
  readonly insights: number;
  readonly filled: number;
  readonly heard: { readonly fields: number; readonly of: number };
  /** How much the same groups or sides come back when people are drawn anew: 1 is the same. */
  readonly stability: number | null;
  readonly tests: { readonly observed: number; readonly chance: number; readonly slope: number; readonly runs: number } | null;
  readonly groups: readonly OpinionGroup[];
  /** The map as a table: who agrees, per group, on what sets the groups apart. */
  readonly groupShares: readonly { readonly statement: string; readonly parts: readonly Named[] }[];
  /** Where it fits, per group, with or without conditions: of each insight that is told; absent in older versions. */
  readonly groupHolds?: readonly { readonly statement: string; readonly parts: readonly Named[] }[];
  readonly map: OpinionMap | null;
  /** Two ends of the slope, and where fields stand. */
  readonly axis: {
    readonly variance: number;
    readonly low: readonly AxisEnd[];
    readonly high: readonly AxisEnd[];
    readonly ridge: Ridge | null;
  } | null;
  readonly agreed: readonly Shared[];
  readonly rejected: readonly Shared[];
  readonly divided: readonly Divided[];
}
interface AxisEnd {
  readonly statement: string;
  readonly choice: "agree" | "disagree";
}

export interface Tested {
  readonly id: string;
  readonly ballots: Published<Choice>;
}
interface Made {
  readonly at: string;
  readonly method: number;
  readonly seed: number;
  readonly ballots: number;
  readonly found: StoredAnalysis;
  readonly fits?: GroupFits | undefined;
}

const mostDefining = 3;
const mostListed = 12;

/**
 * What may be shown of an analysis, beside the figures as they were told. Shares of a group are shown for an insight only when five or more of each
 * group chose on it; who is in a group is nowhere. Shares of fields come from the told figures alone.
 */
export function resultsOf(made: Made, points: Points | null, tested: readonly Tested[], fields: readonly string[]): Results {
  const { found } = made;
  const known = new Map(tested.map((one) => [one.id, one]));
  const enough = chosenInAll(found);
  const inGroups = tellsGroups(found);
  const groups = inGroups
    ? found.groups.map(
        ({ id, size, representative }): OpinionGroup => ({
          id,
          people: size,
          defining: representative
            .filter(({ statement }) => enough.has(statement) && known.has(statement))
            .toSorted((a, b) => Number(b.significant) - Number(a.significant))
            .slice(0, mostDefining)
            .flatMap(({ statement, choice }) => definingOf(found, id, statement, choice)),
        }),
      )
    : [];
  const defining = [...new Set(groups.flatMap((group) => group.defining.map(({ statement }) => statement)))];
  const shared = (list: StoredAnalysis["commonGround"]) =>
    list.flatMap(({ statement, choice }) => {
      const one = known.get(statement);
      const parts = inGroups
        ? enough.has(statement)
          ? groupParts(found, statement, choice)
          : []
        : fieldParts(one?.ballots, choice);
      return one && (!inGroups || parts.length > 0) ? [sharedOf(one, choice, parts)].filter(holds) : [];
    });
  const bySharedMost = (a: Shared, b: Shared) => b.lowest - a.lowest;
  const divided = inGroups ? groupsApart(found, enough, known) : fieldsApart(tested);
  return {
    at: made.at,
    method: made.method,
    seed: made.seed,
    status: found.status,
    needed: found.needed,
    people: found.people,
    ballots: made.ballots,
    placed: found.participants,
    insights: found.statements,
    filled: found.filled,
    heard: {
      fields: fields.filter((id) =>
        tested.some(({ ballots }) => ballots.fields.some((row) => row.id === id && row.line.status !== "withheld")),
      ).length,
      of: fields.length,
    },
    stability: found.stability?.ari ?? null,
    tests: found.null && {
      observed: found.null.shuffled.observed,
      chance: found.null.shuffled.p95,
      slope: found.null.continuum.p95,
      runs: Math.min(found.null.shuffled.runs, found.null.continuum.runs),
    },
    groups,
    groupShares: defining.map((statement) => ({ statement, parts: groupParts(found, statement, "agree") })),
    groupHolds: inGroups ? holdsInGroups(found, made.fits ?? {}, tested) : [],
    map: inGroups && points ? mapOf(found, points, defining) : null,
    axis: found.status === "gradient" && found.axis ? axisOf(found, points, known) : null,
    agreed: shared(found.commonGround).toSorted(bySharedMost).slice(0, mostListed),
    rejected: shared(found.commonRejection).toSorted(bySharedMost).slice(0, mostListed),
    divided: divided.slice(0, mostListed),
  };
}

function holdsInGroups(found: StoredAnalysis, fits: GroupFits, tested: readonly Tested[]) {
  return tested.flatMap(({ id }) => {
    const parts = groupHolds(found, fits, id);
    return parts.length > 0 ? [{ statement: id, parts }] : [];
  });
}

/** The share of each group in which an insight holds; none where that may not be told. */
export const holdsIn = (results: Results | null | undefined, statement: string): readonly Named[] =>
  results?.groupHolds?.find((one) => one.statement === statement)?.parts ?? [];

function axisOf(found: StoredAnalysis, points: Points | null, known: ReadonlyMap<string, unknown>): Results["axis"] {
  if (!found.axis) return null;
  const end = (list: readonly AxisEnd[]) =>
    list.filter(({ statement }) => known.has(statement)).map(({ statement, choice }) => ({ statement, choice }));
  return {
    variance: found.axis.variance,
    low: end(found.axis.low),
    high: end(found.axis.high),
    ridge: points && ridgeOf(found, points),
  };
}

function definingOf(found: StoredAnalysis, group: string, statement: string, choice: "agree" | "disagree"): Defining[] {
  const byGroup = found.perStatement.find(({ id }) => id === statement)?.byGroup ?? [];
  const at = found.groups.findIndex(({ id }) => id === group);
  const sum = (tallies: typeof byGroup) =>
    partOf(
      tallies.reduce((all, tally) => all + tally[choice], 0),
      tallies.reduce((all, { agree, disagree, skip }) => all + agree + disagree + skip, 0),
    );
  return [{ statement, choice, own: sum(byGroup.slice(at, at + 1)), rest: sum(byGroup.filter((_, other) => other !== at)) }];
}

/** How many agree, of all together and of the field that agrees least; null where it may not be told. */
export interface Agreement {
  readonly all: Part | null;
  readonly lowest: Named | null;
}
export function agreementIn(ballots: Published<Choice>): Agreement {
  const { total } = ballots;
  const fields = fieldParts(ballots, "agree").toSorted((a, b) => a.share - b.share);
  const lowest = fields.length > 1 ? (fields[0] ?? null) : null;
  if (total.status === "nearly-all") {
    const few = fewOthers(total.people);
    if (total.columns.length !== 1) return { all: null, lowest };
    if (total.columns[0] === "agree") return { all: { nearly: "all", ...shareOf(total.people - few, total.people) }, lowest };
    if (total.columns[0] === "disagree") return { all: { nearly: "none", ...shareOf(few, total.people) }, lowest };
    return { all: null, lowest };
  }
  if (total.status !== "counts") return { all: null, lowest };
  const chose = total.people - (total.counts[choices.indexOf("not-my-field")] ?? 0);
  return { all: chose >= fewest ? partOf(total.counts[choices.indexOf("agree")] ?? 0, chose) : null, lowest };
}

/** Shares among who chose agree, disagree or skip: who says "not my field" did not choose. */
function fieldParts(ballots: Published<Choice> | undefined, choice: "agree" | "disagree"): Named[] {
  if (!ballots) return [];
  const { columns } = ballots;
  const own = columns.findIndex((group) => group.length === 1 && group[0] === choice);
  const outside = columns.findIndex((group) => group.length === 1 && group[0] === "not-my-field");
  const mixed = columns.some((group) => group.length > 1 && group.includes("not-my-field"));
  if (own < 0 || mixed) return [];
  return ballots.fields.flatMap(({ id, line }): Named[] => {
    if (line.status === "withheld") return [];
    if (line.status === "nearly-all") {
      if (line.columns.some((column) => column !== "agree" && column !== "disagree")) return [];
      const [few, all] = [fewOthers(line.people), line.columns.length === 1 && line.columns[0] === choice];
      return [{ who: id, nearly: all ? "all" : "none", ...shareOf(all ? line.people - few : few, line.people) }];
    }
    const of = line.people - (line.counts[outside] ?? 0);
    return of >= fewest ? [{ who: id, ...partOf(line.counts[own] ?? 0, of) }] : [];
  });
}

/** The method goes by who is placed; what is told goes by everybody who chose. Both must say that it is shared. */
function holds({ parts, all, lowest }: Shared): boolean {
  const told = [...parts, ...(parts.length === 0 && all ? [all] : [])];
  return lowest >= leastShare && told.every(({ low }) => low >= leastBound);
}

function sharedOf({ id, ballots }: Tested, choice: "agree" | "disagree", parts: readonly Named[]): Shared {
  const { total } = ballots;
  const counted = total.status === "counts" ? total.people - (total.counts[choices.indexOf("not-my-field")] ?? 0) : 0;
  const all = total.status === "counts" && counted >= fewest ? partOf(total.counts[choices.indexOf(choice)] ?? 0, counted) : null;
  const shares = [...(parts.length > 0 ? parts : all ? [all] : [])].map(({ share }) => share);
  return { statement: id, choice, all, parts, lowest: shares.length > 0 ? Math.min(...shares) : 1 };
}

function groupsApart(found: StoredAnalysis, enough: ReadonlySet<string>, known: ReadonlyMap<string, unknown>): Divided[] {
  return found.divides
    .filter(({ statement }) => enough.has(statement) && known.has(statement))
    .map(({ statement, most, least, difference }) => ({
      statement,
      kind: "group" as const,
      most: { who: most.group, ...partOf(most.count, most.of) },
      least: { who: least.group, ...partOf(least.count, least.of) },
      difference,
    }));
}

/** The two fields that lie furthest apart on each insight, where their intervals do not touch. */
function fieldsApart(tested: readonly Tested[]): Divided[] {
  return tested
    .flatMap(({ id, ballots }): Divided[] => {
      const parts = fieldParts(ballots, "agree").toSorted((a, b) => b.share - a.share);
      const [most, least] = [parts[0], parts.at(-1)];
      if (!most || !least || most.low <= least.high) return [];
      return [{ statement: id, kind: "field", most, least, difference: most.share - least.share }];
    })
    .toSorted((a, b) => b.difference - a.difference);
}

/** Agreement about one insight, from what was told: 0 when all choose alike, 1 when agree and disagree hold each other in balance. */
export function dividedness({ total }: Published<Choice>): number | null {
  if (total.status === "withheld") return null;
  if (total.status === "nearly-all") return 0;
  const [agree = 0, disagree = 0] = total.counts;
  return agree + disagree === 0 ? null : 1 - Math.abs(agree - disagree) / (agree + disagree);
}
