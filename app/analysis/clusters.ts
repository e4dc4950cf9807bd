import { type Random, random } from "./random.ts";

export type Partition = {
  readonly k: number;
  readonly labels: Uint8Array;
  readonly centres: readonly (readonly [number, number])[];
};

/** No group is smaller [OG4]. */
export const smallestGroup = 5;
/** Above this many points k-means runs on weighted base clusters [OG4]. */
const mostDirect = 5000;
const cellsAcross = 48;
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
 * @param k number of groups, 1 or more
 * @param weights per point how many people stand there; one unless told
 * @returns one to four whose sum of squared distances is within 0.5% of the least, the least first, each with labels 0..k-1 from
 * large to small; none where no partition has groups of five
 * @throws never
 * @see Arthur & Vassilvitskii 2007, "k-means++"
 */
export function partitions(x: Float64Array, y: Float64Array, k: number, seed: number, weights?: Float64Array): Partition[] {
  const base =
    x.length > mostDirect ? baseClusters(x, y, weights) : { x, y, weights: weights ?? new Float64Array(x.length).fill(1) };
  const labels = new Uint8Array(base.x.length);
  const starts: Start[] = [];
  for (let start = 0; start < startsFor(base.x.length); start++) {
    const centres = firstCentres(base.x, base.y, base.weights, k, random(seed, 1000 * k + start));
    if (centres) starts.push(improve(base, centres, labels, firstRounds));
  }
  starts.sort((a, b) => a.spread - b.spread);
  const found: Start[] = [];
  for (const { centres } of starts.slice(0, mostFinished)) {
    const end = improve(base, centres, labels, mostRounds);
    if (end.smallest >= smallestGroup && !found.some(({ spread }) => Math.abs(spread / end.spread - 1) < 1e-9)) found.push(end);
  }
  found.sort((a, b) => a.spread - b.spread);
  return found
    .filter(({ spread }) => spread <= found[0]!.spread * (1 + asGood))
    .slice(0, mostCandidates)
    .flatMap(({ centres }) => named(x, y, centres, k, weights) ?? []);
}

/** More starts where they cost little: 40 up to 500 points, 10 from 2,000 on. */
function startsFor(points: number): number {
  return Math.max(10, Math.min(40, Math.round(20_000 / points)));
}

type Base = { readonly x: Float64Array; readonly y: Float64Array; readonly weights: Float64Array };
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

/** The hot loop: each point to its nearest centre; adds up x, y and weight per centre. Returns the sum of squared distances. */
function assign({ x, y, weights }: Base, centres: Float64Array, labels: Uint8Array, sums: Float64Array): number {
  sums.fill(0);
  let spread = 0;
  for (let i = 0; i < x.length; i++) {
    const px = x[i]!;
    const py = y[i]!;
    let nearest = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let c = 0; 2 * c < centres.length; c++) {
      const dx = px - centres[2 * c]!;
      const dy = py - centres[2 * c + 1]!;
      const distance = dx * dx + dy * dy;
      if (distance < least) {
        least = distance;
        nearest = c;
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

/** k-means++: each next centre is drawn with a chance in proportion to its squared distance from those there are. */
function firstCentres(
  x: Float64Array,
  y: Float64Array,
  weights: Float64Array,
  k: number,
  chance: Random,
): Float64Array | undefined {
  const centres = new Float64Array(2 * k);
  const least = new Float64Array(x.length).fill(1);
  for (let c = 0; c < k; c++) {
    let total = 0;
    for (let i = 0; i < x.length; i++) total += weights[i]! * least[i]!;
    if (total <= 1e-12) return undefined;
    let left = chance.next() * total;
    let drawn = x.length - 1;
    for (let i = 0; i < x.length; i++) {
      left -= weights[i]! * least[i]!;
      if (left < 0) {
        drawn = i;
        break;
      }
    }
    const cx = x[drawn]!;
    const cy = y[drawn]!;
    centres[2 * c] = cx;
    centres[2 * c + 1] = cy;
    for (let i = 0; i < x.length; i++) {
      const dx = x[i]! - cx;
      const dy = y[i]! - cy;
      const distance = dx * dx + dy * dy;
      least[i] = c === 0 ? distance : Math.min(least[i]!, distance);
    }
  }
  return centres;
}

/** Letters go from the largest group to the smallest; of equal ones the left comes first. */
function named(
  x: Float64Array,
  y: Float64Array,
  centres: Float64Array,
  k: number,
  weights?: Float64Array,
): Partition | undefined {
  const labels = new Uint8Array(x.length);
  const sums = new Float64Array(3 * k);
  assign({ x, y, weights: weights ?? new Float64Array(x.length).fill(1) }, centres, labels, sums);
  const at = Array.from({ length: k }, (_, c) => ({ c, size: sums[3 * c + 2]!, x: centres[2 * c]!, y: centres[2 * c + 1]! }));
  if (at.some(({ size }) => size < smallestGroup)) return undefined;
  at.sort((a, b) => b.size - a.size || a.x - b.x || a.y - b.y);
  const name = new Uint8Array(k);
  at.forEach(({ c }, place) => {
    name[c] = place;
  });
  return { k, labels: labels.map((label) => name[label]!), centres: at.map((centre) => [centre.x, centre.y] as const) };
}

/** @returns per point the nearest of the centres */
export function nearestCentre(x: Float64Array, y: Float64Array, centres: Partition["centres"]): Uint8Array {
  const labels = new Uint8Array(x.length);
  assign(
    { x, y, weights: new Float64Array(x.length) },
    Float64Array.from(centres.flat()),
    labels,
    new Float64Array(3 * centres.length),
  );
  return labels;
}

/** The mean and number of people in each square of a grid over the middle of the cloud; what lies outside joins the edge. */
function baseClusters(x: Float64Array, y: Float64Array, weights?: Float64Array) {
  const [left, right] = middle(x);
  const [low, high] = middle(y);
  const sums = new Float64Array(3 * cellsAcross * cellsAcross);
  const place = (value: number, from: number, to: number) =>
    to > from ? Math.max(0, Math.min(cellsAcross - 1, Math.floor(((value - from) / (to - from)) * cellsAcross))) : 0;
  for (let i = 0; i < x.length; i++) {
    const cell = 3 * (place(x[i]!, left, right) * cellsAcross + place(y[i]!, low, high));
    const weight = weights ? weights[i]! : 1;
    sums[cell]! += weight * x[i]!;
    sums[cell + 1]! += weight * y[i]!;
    sums[cell + 2]! += weight;
  }
  const filled: number[] = [];
  for (let cell = 0; cell < sums.length; cell += 3) if (sums[cell + 2]! > 0) filled.push(cell);
  return {
    x: Float64Array.from(filled, (cell) => sums[cell]! / sums[cell + 2]!),
    y: Float64Array.from(filled, (cell) => sums[cell + 1]! / sums[cell + 2]!),
    weights: Float64Array.from(filled, (cell) => sums[cell + 2]!),
  };
}

/** Three standard deviations on either side of the mean. */
function middle(values: Float64Array): [number, number] {
  let [sum, squares] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    sum += values[i]!;
    squares += values[i]! * values[i]!;
  }
  const mean = sum / values.length;
  const sd = Math.sqrt(Math.max(0, squares / values.length - mean * mean));
  return [mean - 3 * sd, mean + 3 * sd];
}
