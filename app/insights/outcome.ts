import { wilson } from "../report/interval.ts";
import { type Line, suppress } from "../report/suppression.ts";
import type { Choice, Counted, Fit, VerdictCounts } from "./verdict-counts.ts";

/** One answer in what may be shown: how many, and the share among all with its interval. */
export interface Part<C extends string> {
  readonly column: C;
  readonly people: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}
/** What may be shown of all together, after the rule of five. */
export type Outcome<C extends string> =
  | { readonly status: "counts"; readonly people: number; readonly parts: readonly Part<C>[] }
  | { readonly status: "nearly-all"; readonly people: number; readonly columns: readonly C[] }
  | { readonly status: "withheld" };

export interface InsightOutcome {
  readonly ballots: Outcome<Choice>;
  readonly fits: Outcome<Fit>;
}

/** The outcome of one insight for a screen: all together only. By field and by party stands in the report, once, when numbers no longer move. */
export const outcomeOf = (counts: VerdictCounts): InsightOutcome => ({
  ballots: total(counts.ballots),
  fits: total(counts.fits),
});

function total<C extends string>(counted: Counted<C>): Outcome<C> {
  const line: Line<C> = suppress({ ...counted, fields: [], parties: [] }).total;
  if (line.status !== "counts") return line;
  const parts = counted.columns.map((column, i) => {
    const people = line.counts[i] ?? 0;
    return { column, people, share: line.people === 0 ? 0 : people / line.people, ...wilson(people, line.people) };
  });
  return { status: "counts", people: line.people, parts };
}
