import type { Choice, Fit } from "./verdict-counts.ts";

/** An insight to test, with the reader's own ballot and nobody else's. */
export interface Tested {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly text: string;
  readonly source: string;
  readonly choice: Choice | null;
  readonly fit: Fit | null;
  readonly revealed: boolean;
  /** A participant brought it in; `own`: the reader. */
  readonly proposed: boolean;
  readonly own: boolean;
  /** Of a later version: why the words changed, what led to it, and what the reader chose on the words before. */
  readonly change: Change | null;
}
export interface Change {
  /** The words are the same; they are asked once more, at a later meeting. */
  readonly again: boolean;
  readonly because: string;
  readonly causes: readonly string[];
  readonly before: { readonly text: string; readonly choice: Choice | null; readonly fit: Fit | null };
}

/** An insight of the reader's own. */
export interface Proposal {
  readonly id: string;
  readonly text: string;
  readonly state: "open" | "replaced" | "proposed" | "refused" | "removed";
  readonly reason: string | null;
}

/** Where the overview stands in the address. */
export const overview = "klaar";

/**
 * Which insight stands on the screen.
 * @param asked from the address: the number of an insight, or `overview`
 * @param focus the one that the facilitator put to everybody
 * @returns its id; null for the overview. Nothing asked, or something that is not there: the focus, else the first without an answer
 */
export function insightAt(insights: readonly Tested[], asked: string | null, focus: string | null): string | null {
  if (asked === overview) return null;
  const named = insights.find(({ number }) => String(number) === asked);
  const put = insights.find(({ id }) => id === focus);
  return (named ?? put ?? insights.find((one) => one.choice === null && !one.revealed))?.id ?? null;
}

/**
 * The reader's own order with one insight on the screen: what they answered, then that one, then the rest. So its place stays the same
 * when insights are added, or another is drawn, meanwhile.
 */
export function aroundShown(insights: readonly Tested[], shown: string | null): Tested[] {
  const rank = (one: Tested) => (one.choice !== null ? 0 : one.id === shown ? 1 : 2);
  return insights.toSorted((a, b) => rank(a) - rank(b));
}

/** The next one that is to be answered, after this one in the reader's own order and else from the beginning. @returns null when none is left */
export function nextToAnswer(insights: readonly Tested[], after: string): Tested | null {
  const at = insights.findIndex(({ id }) => id === after);
  const open = (one: Tested) => one.choice === null && !one.revealed && one.id !== after;
  return insights.slice(at + 1).find(open) ?? insights.find(open) ?? null;
}
