import { fewOthers, type Line, type Published } from "../../disclosure/suppression.ts";
import { wilson } from "../../method/analysis/interval.ts";
import type { FieldId } from "../../platform/ids.ts";
import type { Named, Part } from "../insights/part.ts";
import { type Choice, type Fit, fits } from "./verdict-counts.ts";

/** What the verdict goes by; shown with each result [OG10]. Shares are from 0 to 1, intervals Wilson's at 95%. */
export const verdictThresholds = {
  /** Fewer who said whether it fits are too few; so is a check in which no field reached `fieldFits`. */
  fits: 8,
  fieldFits: 5,
  /** Two sides differ when the share in which it holds differs by this much and their intervals do not overlap. */
  difference: 0.3,
  /** It does not hold: the share of "does not fit", and what its lower bound lies above. */
  not: 0.5,
  notLow: 0.33,
  /** Confirmed: the share of "fits" without a condition, and its least lower bound. */
  confirmed: 0.6,
  confirmedLow: 0.5,
  /** Holds under conditions: the share of "fits", with or without. */
  holds: 0.6,
  /** Meant for other work: the share of "not my field" among the ballots. */
  notMyField: 0.5,
} as const;

export interface VerdictBasis {
  readonly ballots: Published<Choice>;
  readonly fits: Published<Fit>;
  /** Fields from which five or more people said whether it fits; that, and not how many, may be told. */
  readonly heard: readonly FieldId[];
  /** In which share of each opinion group it holds, where there are groups and it may be told. */
  readonly groups?: readonly Named[];
  /** Visible conditions with the people behind them, their writer included. */
  readonly conditions?: readonly { readonly id: string; readonly people: number }[];
}

/**
 * How many of how many. Where only "nearly everybody" may be told, `least` and `most` are the ends of what that allows, else they are the
 * same. `low` and `high` are the interval around them.
 */
export interface Count {
  readonly least: number;
  readonly most: number;
  readonly of: number;
  readonly low: number;
  readonly high: number;
}
/** Of a group never how many: who is in it is told to nobody. */
export type VerdictSide =
  | { readonly kind: "field" | "party"; readonly id: string; readonly holds: Count }
  | { readonly kind: "group"; readonly id: string; readonly holds: Part };

type Numbers = {
  /** Said whether it fits. */
  readonly people: number;
  readonly fits: Count;
  readonly conditions: Count;
  readonly not: Count;
  /** Fits, with or without conditions. */
  readonly holds: Count;
};

/** The verdict of the practice check on one version of an insight, with its numbers [OG10]. */
export type InsightVerdict = {
  /** Fields that are not heard: fewer than five of them said whether it fits. */
  readonly missing: readonly FieldId[];
  /** So many left it to others that it is about the work of some; null when the ballots may not be told. */
  readonly forSome: boolean | null;
} & (
  | {
      readonly status: "too-few";
      /** null: fewer than five, which is not counted out. */
      readonly people: number | null;
      /** How many more at the least; null when that would tell how few there were. 0: enough people, but no field with five. */
      readonly more: number | null;
    }
  | ({ readonly status: "contested"; readonly between: readonly [more: VerdictSide, less: VerdictSide] } & Numbers)
  | ({ readonly status: "under-conditions"; readonly named: readonly string[] } & Numbers)
  | ({ readonly status: "does-not-hold" | "confirmed" | "undecided" } & Numbers)
);
export type VerdictStatus = InsightVerdict["status"];

/**
 * The verdict on one insight, the first that applies [OG10]: too few, contested, does not hold, confirmed, holds under
 * conditions, undecided. It is made of published figures only, so it tells nothing that the rule of five withholds; where those leave
 * room ("nearly everybody") it goes by the least that they say.
 * @param fields all fields of the dialogue, in order
 * @returns `under-conditions` names at most three conditions, those with most people first
 * @throws never
 */
export function verdictOf(basis: VerdictBasis, fields: readonly FieldId[]): InsightVerdict {
  const t = verdictThresholds;
  const missing = fields.filter((id) => !basis.heard.includes(id));
  const common = { missing, forSome: forSome(basis.ballots.total) };
  const { total } = basis.fits;
  if (total.status === "withheld") return { status: "too-few", people: null, more: null, ...common };
  const { people } = total;
  if (people < t.fits || basis.heard.length === 0)
    return { status: "too-few", people, more: Math.max(0, t.fits - people), ...common };

  const own = fits.map((fit) => [fit]);
  const count = (...of: Fit[]) => countOf(total, own, of) ?? range(0, people, people);
  const numbers: Numbers = {
    people,
    fits: count("fits"),
    conditions: count("conditions"),
    not: count("not"),
    holds: count("fits", "conditions"),
  };
  const all = { ...numbers, ...common };
  const between = widest(basis);
  if (between) return { status: "contested", between, ...all };
  if (reaches(share(all.not), t.not) && all.not.low > t.notLow) return { status: "does-not-hold", ...all };
  if (reaches(share(all.fits), t.confirmed) && reaches(all.fits.low, t.confirmedLow)) return { status: "confirmed", ...all };
  if (reaches(share(all.holds), t.holds))
    return { status: "under-conditions", named: mostShared(basis.conditions ?? []), ...all };
  return { status: "undecided", ...all };
}

const share = ({ least, of }: Count) => least / of;
/** 0.7 - 0.4 is a little under 0.3 in binary. */
const reaches = (value: number, threshold: number) => value >= threshold - 1e-9;
const mostShared = (conditions: readonly { readonly id: string; readonly people: number }[]) =>
  conditions
    .toSorted((a, b) => b.people - a.people)
    .slice(0, 3)
    .map(({ id }) => id);

function forSome(ballots: Line<Choice>): boolean | null {
  if (ballots.status === "withheld") return null;
  if (ballots.status === "nearly-all") return ballots.columns.includes("not-my-field");
  return (ballots.counts[3] ?? 0) / ballots.people >= verdictThresholds.notMyField;
}

function range(fewest: number, most: number, of: number): Count {
  return { least: fewest, most, of, low: wilson(fewest, of).low, high: wilson(most, of).high };
}

/** @returns undefined when the line is withheld, or its columns are joined so that this cannot be told */
function countOf(line: Line<Fit>, columns: readonly (readonly Fit[])[], asked: readonly Fit[]): Count | undefined {
  if (line.status === "withheld") return undefined;
  const inside = (column: readonly Fit[]) => column.every((fit) => asked.includes(fit));
  const apart = (column: readonly Fit[]) => !column.some((fit) => asked.includes(fit));
  if (line.status === "counts") {
    if (!columns.every((column) => inside(column) || apart(column))) return undefined;
    const people = columns.reduce((sum, column, i) => sum + (inside(column) ? (line.counts[i] ?? 0) : 0), 0);
    return range(people, people, line.people);
  }
  const others = fewOthers(line.people);
  if (inside(line.columns)) return range(line.people - others, line.people, line.people);
  return apart(line.columns) ? range(0, others, line.people) : undefined;
}

/** The two sides that lie furthest apart, among those that differ enough; the one in which it holds more comes first. */
function widest({ fits: published, groups = [] }: VerdictBasis): readonly [VerdictSide, VerdictSide] | undefined {
  const sidesOf = (kind: "field" | "party", lines: readonly { readonly id: string; readonly line: Line<Fit> }[]) =>
    lines.flatMap(({ id, line }): VerdictSide[] => {
      const holds = countOf(line, published.columns, ["fits", "conditions"]);
      return holds ? [{ kind, id, holds }] : [];
    });
  const kinds = [
    sidesOf("field", published.fields),
    sidesOf("party", published.parties),
    groups.map(({ who, ...holds }): VerdictSide => ({ kind: "group", id: who, holds })),
  ];
  const gap = (more: VerdictSide, less: VerdictSide) => leastOf(more) - mostOf(less);
  const pairs = kinds.flatMap((sides) => sides.flatMap((more) => sides.map((less) => [more, less] as const)));
  return pairs
    .filter(([more, less]) => reaches(gap(more, less), verdictThresholds.difference) && more.holds.low > less.holds.high)
    .toSorted((a, b) => gap(...b) - gap(...a))[0];
}

const leastOf = (side: VerdictSide) =>
  side.kind !== "group" ? share(side.holds) : side.holds.nearly === "none" ? 0 : side.holds.share;
const mostOf = (side: VerdictSide) =>
  side.kind !== "group" ? side.holds.most / side.holds.of : side.holds.nearly === "all" ? 1 : side.holds.share;
