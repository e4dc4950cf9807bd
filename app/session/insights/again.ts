import { fewest } from "../../disclosure/kept-rows.ts";
import { wilson } from "../../method/analysis/interval.ts";

/** How the answers of the same people went: it fits more often now, less often, or as before. */
const turns = ["more", "less", "same"] as const;
type Turn = (typeof turns)[number];

/** Counts of who answered both times, in the order of `turns`. Kept beside the figures, and shown to nobody as it is. */
export interface AgainCounted {
  /** By fit where enough said that both times, else by agree and disagree. */
  readonly by: "fit" | "choice";
  readonly counts: readonly [more: number, less: number, same: number];
}

interface AgainPart {
  readonly turn: Turn;
  /** Null: fewer than five, or nobody. Else from 0 to 1, in steps of 0.05. */
  readonly share: number | null;
  readonly low: number;
  readonly high: number;
}

/** What is told of the same people [NW20]. `clear`: which way, if chance does not explain it (McNemar, exact, 5%). */
export type AgainTold =
  | { readonly status: "withheld" }
  | {
      readonly status: "told";
      readonly by: "fit" | "choice";
      /** So many at the least: rounded down to five. */
      readonly people: number;
      readonly parts: readonly AgainPart[];
      readonly clear: "more" | "less" | null;
    };

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/**
 * The line of the same people moves on when five of them or more came, went or turned, so that no two looks tell of one person. Until
 * there are five it is told to nobody, and moves freely.
 */
export function nextAgain(before: AgainCounted | null, now: AgainCounted): AgainCounted {
  if (!before || sum(before.counts) < fewest) return now;
  if (before.by !== now.by) return Math.abs(sum(now.counts) - sum(before.counts)) >= fewest ? now : before;
  const moved = sum(before.counts.map((one, at) => Math.abs((now.counts[at] ?? 0) - one)));
  const changed = Math.max(Math.abs(sum(now.counts) - sum(before.counts)), Math.ceil(moved / 2));
  return changed >= fewest ? now : before;
}

const inTwenties = (share: number) => Math.round(share * 20) / 20;

/**
 * No number of people follows from what is told: the sum is rounded down to five, shares to steps of 0.05, and a part of fewer than five
 * is not told apart from nobody. Beside the figures of both times it takes nobody out of them.
 */
export function tellAgain(counted: AgainCounted | null): AgainTold {
  const people = counted ? sum(counted.counts) : 0;
  if (!counted || people < fewest) return { status: "withheld" };
  const parts = turns.map((turn, at): AgainPart => {
    const own = counted.counts[at] ?? 0;
    if (own < fewest) return { turn, share: null, low: 0, high: inTwenties(wilson(fewest - 1, people).high) };
    const { low, high } = wilson(own, people);
    return { turn, share: inTwenties(own / people), low: inTwenties(low), high: inTwenties(high) };
  });
  const [more, less] = counted.counts;
  const clear = more + less >= fewest && mcNemar(more, less) < 0.05 ? (more > less ? "more" : "less") : null;
  return { status: "told", by: counted.by, people: people - (people % fewest), parts, clear };
}

/**
 * The exact test of McNemar: how often chance alone would turn people this unevenly, or more so.
 * @returns from 0 to 1; 1 when nobody turned
 */
export function mcNemar(more: number, less: number): number {
  const of = more + less;
  let chance = 0.5 ** of;
  let tail = 0;
  for (let k = 0; k <= Math.min(more, less); k++) {
    tail += chance;
    chance *= (of - k) / (k + 1);
  }
  return Math.min(1, 2 * tail);
}
