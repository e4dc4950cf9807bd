import { type Random, random } from "../random.ts";
import { type Base, baseOf } from "./votes/base.ts";

export type Partition = {
  readonly k: number;
  readonly labels: Uint8Array;
  readonly centres: readonly (readonly [number, number])[];
};

/** No group is smaller [OG4]. */
export const smallestGroup = 5;
/** Each start gets a few rounds; the best of them are finished. */
const firstRounds = 3;
const mostFinished = 8;
const mostRounds = 60;
/** Partitions whose spread is within this of the least are as good as each other. */
const asGood = 0.005;
const mostCandidates = 4;

/**
 * The best partitions of several seeded k-means++ starts in the plane, among those without a group under five [OG4].
 * @param x, y one point per row, in canonical order
 * @param numbers of groups, each 1 or more
 * @param weights per point how many people stand there; one unless told
 * @returns in the order of `numbers`, for each one to four whose sum of squared distances is within 0.5% of the least, the least first,
 * each with labels 0..k-1 from large to small; none for a number of which no partition has groups of five
 * @throws never
 * @see Arthur & Vassilvitskii 2007, "k-means++"
 */
export function partitions(
  x: Float64Array,
  y: Float64Array,
  numbers: readonly number[],
  seed: number,
  weights: Float64Array = new Float64Array(x.length).fill(1),
): Partition[] {
  const base = baseOf(x, y, weights);
  // the first k centres that are drawn are a start for k groups, whatever comes after
  const starts = Array.from({ length: startsFor(base.x.length) }, (_, start) =>
    firstCentres(base, Math.max(...numbers), random(seed, 1000 + start)),
  );
  const labels = new Uint8Array(base.x.length);
  const points = { x, y, weights };
  return numbers.flatMap((k) => {
    const begun = starts.flatMap((centres) =>
      centres.length < 2 * k ? [] : improve(base, centres.subarray(0, 2 * k), labels, firstRounds),
    );
    begun.sort((a, b) => a.spread - b.spread);
    const found: Start[] = [];
    for (const { centres } of begun.slice(0, mostFinished)) {
      const end = improve(base, centres, labels, mostRounds);
      if (end.smallest >= smallestGroup && !found.some(({ spread }) => Math.abs(spread / end.spread - 1) < 1e-9)) found.push(end);
    }
    found.sort((a, b) => a.spread - b.spread);
    return found
      .filter(({ spread }) => spread <= found[0]!.spread * (1 + asGood))
      .slice(0, mostCandidates)
      .flatMap(({ centres }) => named(points, centres) ?? []);
  });
}

/** More starts where they cost little: 20 up to 1,000 points, 10 from 2,000 on. */
function startsFor(points: number): number {
  return Math.max(10, Math.min(20, Math.round(20_000 / points)));
}

/** Where a start has come: centres as x, y, x, y; sum of squared distances to them; people in the smallest group. */
type Start = { readonly centres: Float64Array; readonly spread: number; readonly smallest: number };

/** Lloyd's rounds: each point to its nearest centre, each centre to the mean of its points. */
function improve(base: Base, from: Float64Array, labels: Uint8Array, rounds: number): Start {
  const centres = from.slice();
  const k = centres.length / 2;
  const sums = new Float64Array(3 * k);
  let spread = 0;
  let smallest = 0;
  for (let round = 0; round < rounds; round++) {
    spread = assign(base, centres, labels, sums);
    let moved = 0;
    smallest = Number.POSITIVE_INFINITY;
    for (let c = 0; c < k; c++) {
      const weight = sums[3 * c + 2]!;
      smallest = Math.min(smallest, weight);
      if (weight === 0) continue;
      const cx = sums[3 * c]! / weight;
      const cy = sums[3 * c + 1]! / weight;
      moved = Math.max(moved, Math.abs(cx - centres[2 * c]!), Math.abs(cy - centres[2 * c + 1]!));
      centres[2 * c] = cx;
      centres[2 * c + 1] = cy;
    }
    if (moved < 1e-9) break;
  }
  return { centres, spread, smallest };
}

/**
 * The hot loop: each point to its nearest centre; adds up x, y and weight per centre. Returns the sum of squared distances.
 * The centres, five at most, stand in variables: read from the array for each point they take twice the time.
 */
function assign({ x, y, weights }: Base, centres: Float64Array, labels: Uint8Array, sums: Float64Array): number {
  sums.fill(0);
  const k = centres.length / 2;
  const ax = centres[0] ?? 0;
  const ay = centres[1] ?? 0;
  const bx = centres[2] ?? 0;
  const by = centres[3] ?? 0;
  const cx = centres[4] ?? 0;
  const cy = centres[5] ?? 0;
  const dx = centres[6] ?? 0;
  const dy = centres[7] ?? 0;
  const ex = centres[8] ?? 0;
  const ey = centres[9] ?? 0;
  let spread = 0;
  for (let i = 0; i < x.length; i++) {
    const px = x[i]!;
    const py = y[i]!;
    let nearest = 0;
    let least = square(px - ax, py - ay);
    if (k > 1) {
      const b = square(px - bx, py - by);
      if (b < least) {
        least = b;
        nearest = 1;
      }
    }
    if (k > 2) {
      const c = square(px - cx, py - cy);
      if (c < least) {
        least = c;
        nearest = 2;
      }
    }
    if (k > 3) {
      const d = square(px - dx, py - dy);
      if (d < least) {
        least = d;
        nearest = 3;
      }
    }
    if (k > 4) {
      const e = square(px - ex, py - ey);
      if (e < least) {
        least = e;
        nearest = 4;
      }
    }
    const weight = weights[i]!;
    labels[i] = nearest;
    spread += weight * least;
    sums[3 * nearest]! += weight * px;
    sums[3 * nearest + 1]! += weight * py;
    sums[3 * nearest + 2]! += weight;
  }
  return spread;
}

const square = (x: number, y: number) => x * x + y * y;

/** k-means++: each next centre is drawn with a chance in proportion to its squared distance from those there are. Fewer where points run out. */
function firstCentres({ x, y, weights }: Base, most: number, chance: Random): Float64Array {
  const centres = new Float64Array(2 * most);
  const least = new Float64Array(x.length).fill(Number.POSITIVE_INFINITY);
  const reach = weights.slice();
  let total = 0;
  for (let i = 0; i < x.length; i++) total += weights[i]!;
  for (let c = 0; c < most; c++) {
    if (total <= 1e-12) return centres.subarray(0, 2 * c);
    let left = chance.next() * total;
    let drawn = 0;
    while (drawn < x.length - 1) {
      left -= reach[drawn]!;
      if (left < 0) break;
      drawn++;
    }
    const cx = x[drawn]!;
    const cy = y[drawn]!;
    centres[2 * c] = cx;
    centres[2 * c + 1] = cy;
    total = 0;
    for (let i = 0; i < x.length; i++) {
      const dx = x[i]! - cx;
      const dy = y[i]! - cy;
      const nearer = Math.min(least[i]!, dx * dx + dy * dy);
      least[i] = nearer;
      reach[i] = nearer * weights[i]!;
      total += reach[i]!;
    }
  }
  return centres;
}

/** Letters go from the largest group to the smallest; of equal ones the left comes first. */
function named(points: Base, centres: Float64Array): Partition | undefined {
  const k = centres.length / 2;
  const labels = new Uint8Array(points.x.length);
  const sums = new Float64Array(3 * k);
  assign(points, centres, labels, sums);
  const at = Array.from({ length: k }, (_, c) => ({ c, size: sums[3 * c + 2]!, x: centres[2 * c]!, y: centres[2 * c + 1]! }));
  if (at.some(({ size }) => size < smallestGroup)) return undefined;
  at.sort((a, b) => b.size - a.size || a.x - b.x || a.y - b.y);
  const name = new Uint8Array(k);
  at.forEach(({ c }, place) => {
    name[c] = place;
  });
  for (let i = 0; i < labels.length; i++) labels[i] = name[labels[i]!]!;
  return { k, labels, centres: at.map((centre) => [centre.x, centre.y] as const) };
}
