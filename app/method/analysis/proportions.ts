import { type Interval, wilson } from "./interval.ts";

/**
 * Does more than one half of a group choose this? [OG7]
 * @param chosen, cast whole numbers, 0 <= chosen <= cast
 * @returns z, positive when more than half (of the counts plus one each); 2 sqrt(S+1) ((A+1)/(S+1) - 0.5)
 * @throws never
 */
export function oneProportionZ(chosen: number, cast: number): number {
  return 2 * Math.sqrt(cast + 1) * ((chosen + 1) / (cast + 1) - 0.5);
}

/**
 * Does a group choose this more often than the rest? [OG7]
 * @returns z of the two-proportion test on the counts plus one each; 0 where all chose it
 * @throws never
 */
export function twoProportionZ(chosen: number, cast: number, chosenRest: number, castRest: number): number {
  const [s, n, sRest, nRest] = [chosen + 1, cast + 1, chosenRest + 1, castRest + 1];
  const pooled = (s + sRest) / (n + nRest);
  if (pooled >= 1) return 0;
  return (s / n - sRest / nRest) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / nRest));
}

/**
 * The difference of two shares with its 95% interval.
 * @returns share of the first minus share of the second, -1..1; nobody on one side: 0 with the interval -1..1
 * @throws RangeError when a count is no count
 * @see Newcombe 1998, "Interval estimation for the difference between independent proportions", method 10
 */
export function difference(
  chosen: number,
  cast: number,
  chosenRest: number,
  castRest: number,
): { effect: number; interval: Interval } {
  if (cast === 0 || castRest === 0) return { effect: 0, interval: { low: -1, high: 1 } };
  const [p, q] = [chosen / cast, chosenRest / castRest];
  const [a, b] = [wilson(chosen, cast), wilson(chosenRest, castRest)];
  return {
    effect: p - q,
    interval: {
      low: Math.max(-1, p - q - Math.sqrt((p - a.low) ** 2 + (b.high - q) ** 2)),
      high: Math.min(1, p - q + Math.sqrt((a.high - p) ** 2 + (q - b.low) ** 2)),
    },
  };
}

/**
 * The chance of a standard normal at or above z.
 * @returns 0..1, absolute error under 1e-7 (Abramowitz & Stegun 26.2.17)
 * @throws never
 */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * poly;
}

/**
 * Which of many tests hold when at most this share of what is called a finding may be false.
 * @param p one per test, 0..1
 * @returns the largest p that counts as a finding; -1 when none does
 * @throws never
 * @see Benjamini & Hochberg 1995, "Controlling the false discovery rate"
 */
export function benjaminiHochberg(p: readonly number[], rate: number): number {
  const rising = Float64Array.from(p).sort();
  for (let i = rising.length - 1; i >= 0; i--) if (rising[i]! <= (rate * (i + 1)) / rising.length) return rising[i]!;
  return -1;
}
