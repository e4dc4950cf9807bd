import type { ContributionId, ThemeId } from "../../platform/ids.ts";

/** A theme that the machine suggests for a need. */
export interface Suggested {
  readonly theme: ThemeId;
  /** 0 to 1: how often such a suggestion was right, where that could be measured. */
  readonly confidence: number;
}

/** What is advised on one need that stands in no theme yet. */
export interface NeedAdvice {
  readonly need: ContributionId;
  /** The two best, the best first; empty when nothing points to any theme. */
  readonly best: readonly Suggested[];
  /** Other needs that say nearly the same, placed or not. */
  readonly alike: readonly ContributionId[];
  /** Needs with one number say about the same thing, and lie together in the reading order; null for one that stands alone. */
  readonly group: number | null;
}

/** How good the suggestions were on needs that people placed, each judged by what the others taught. */
export interface Measured {
  readonly needs: number;
  /** Of these, how many had their theme first, and among the first two. */
  readonly first: number;
  readonly firstTwo: number;
}

/** Needs that stand in no theme yet, in an order that puts alike ones together. */
export interface AdvicePage {
  readonly total: number;
  readonly needs: readonly NeedAdvice[];
  /** Null until enough needs were placed: then say no figure. */
  readonly measured: Measured | null;
}

/** What placing by the machine would do: needs whose best suggestion has at least the confidence asked for. */
export interface Price {
  readonly threshold: number;
  readonly placed: number;
  /** Of those, how many stand in the wrong theme, as measured on needs that people placed. */
  readonly wrong: number;
  readonly left: number;
  /** Null: not yet to be told, and nothing is to be placed by itself. */
  readonly measured: Measured | null;
}

export interface PlacedByItself {
  readonly need: ContributionId;
  readonly theme: ThemeId;
  readonly confidence: number;
}

/** Names that a theme could have: up to three phrases of people themselves, and the need that resembles the others most. */
export interface NameAdvice {
  readonly phrases: readonly string[];
  readonly central: ContributionId | null;
}

/** Says what a confidence means: "7 van de 10 keer goed" takes the 7. */
export const timesInTen = (confidence: number): number => Math.round(confidence * 10);

/** @param best the confidence of the best suggestion of each need that is not placed */
export function priceOf(threshold: number, best: readonly number[], measured: Measured | null): Price {
  const taken = measured ? best.filter((confidence) => confidence >= threshold) : [];
  const wrong = taken.reduce((sum, confidence) => sum + 1 - confidence, 0);
  return { threshold, placed: taken.length, wrong: Math.round(wrong), left: best.length - taken.length, measured };
}
