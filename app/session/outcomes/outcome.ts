import type { Line } from "../../disclosure/suppression.ts";
import { wilson } from "../../method/analysis/interval.ts";
import type { Named } from "../insights/part.ts";
import { type Choice, choices, type Fit, fits } from "./verdict-counts.ts";

/** One answer in what may be shown: how many, and the share among all with its interval. */
interface Part<C extends string> {
  readonly column: C;
  readonly people: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}
export type Outcome<C extends string> =
  | { readonly status: "counts"; readonly people: number; readonly parts: readonly Part<C>[] }
  | Exclude<Line<C>, { status: "counts" }>;

export interface InsightOutcome {
  /** Who agrees in each opinion group; empty where there are none, or it may not be told. */
  readonly groups: readonly Named[];
  readonly ballots: Outcome<Choice>;
  readonly fits: Outcome<Fit>;
}

/** The outcome of one insight for the room: all together only. By field and by party stands in the report. */
export const outcomeOf = (
  shown: { readonly ballots: Line<Choice>; readonly fits: Line<Fit> },
  groups: readonly Named[],
): InsightOutcome => ({
  groups,
  ballots: withShares(shown.ballots, choices),
  fits: withShares(shown.fits, fits),
});

function withShares<C extends string>(line: Line<C>, columns: readonly C[]): Outcome<C> {
  if (line.status !== "counts") return line;
  const parts = columns.map((column, i) => {
    const people = line.counts[i] ?? 0;
    return { column, people, share: line.people === 0 ? 0 : people / line.people, ...wilson(people, line.people) };
  });
  return { status: "counts", people: line.people, parts };
}
