import type { Choice, Fit } from "./verdict-counts.ts";

/** An insight to test, with the reader's own ballot and nobody else's. */
export interface Tested {
  readonly id: string;
  readonly number: number;
  readonly text: string;
  readonly source: string;
  readonly choice: Choice | null;
  readonly fit: Fit | null;
  readonly revealed: boolean;
  /** A participant brought it in; `own`: the reader. */
  readonly proposed: boolean;
  readonly own: boolean;
}

/** An insight of the reader's own. */
export interface Proposal {
  readonly id: string;
  readonly text: string;
  readonly state: "open" | "proposed" | "refused" | "removed";
  readonly reason: string | null;
}

/**
 * Which insight stands on the screen.
 * @param asked from the address: a number from 1, or "klaar" for the overview
 * @returns its place in the list; null for the overview. Nothing asked: the first without an answer
 */
export function placeOf(insights: readonly Tested[], asked: string | null): number | null {
  if (asked === "klaar") return null;
  const number = Number(asked ?? Number.NaN);
  if (Number.isInteger(number) && number >= 1 && number <= insights.length) return number - 1;
  const open = insights.findIndex((one) => one.choice === null && !one.revealed);
  return open < 0 ? null : open;
}
