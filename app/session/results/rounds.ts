import type { AgainTold } from "../insights/again.ts";
import type { Outcome } from "../outcomes/outcome.ts";
import type { InsightVerdict } from "../outcomes/verdict.ts";
import type { Choice, Fit } from "../outcomes/verdict-counts.ts";

/** One time that an insight was tested, in what may be shown of it. */
export interface Round {
  readonly id: string;
  /** The day of the meeting at which most people chose; ISO 8601. */
  readonly on: string;
  /** The meeting; empty when it was tested outside one. */
  readonly session: string;
  /** Asked between meetings, by mail. */
  readonly pulse: boolean;
  /** The title of another dialogue, where it was tested there. */
  readonly dialogue: string | null;
  readonly ballots: Outcome<Choice>;
  readonly fits: Outcome<Fit>;
  /** Without words: a report keeps it, and words may be withdrawn. */
  readonly verdict: InsightVerdict;
}

/** The same insight over meetings, oldest first, and how the same people turned between the last two. */
export interface Compared {
  readonly rounds: readonly Round[];
  readonly again: AgainTold;
}

/** How many of how many; or only that nearly all, or nearly none, answered so. */
export type Told = { readonly people: number; readonly of: number } | "nearly-all" | "nearly-none";

/** What may be told of these answers together; null where nothing may. */
export function shareOf<C extends string>(outcome: Outcome<C>, of: readonly C[]): Told | null {
  if (outcome.status === "withheld") return null;
  if (outcome.status === "nearly-all") {
    if (outcome.columns.every((column) => of.includes(column))) return "nearly-all";
    return outcome.columns.some((column) => of.includes(column)) ? null : "nearly-none";
  }
  const parts = outcome.parts.filter(({ column }) => of.includes(column));
  return { people: parts.reduce((all, { people }) => all + people, 0), of: outcome.people };
}
