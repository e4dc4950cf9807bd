import { type Random, random } from "../random.ts";
import { type Projection, project } from "./projection.ts";
import type { Columns } from "./votes/by-column.ts";
import { type Cells, countCodes, heightOf } from "./votes/cells.ts";

const largestLoading = 0.97;
const tuningRounds = 8;
const tuningRuns = 4;
/** Near what most conversations need. */
const firstStrength = 1.5;
const mostStrength = 5;

/** How people are spread along an axis: as a bell, or evenly from end to end, which of all spreads without gaps looks most like groups. */
export type Spread = "flat" | "normal";

/**
 * Null (b): votes of people whose opinions differ by degree along the two axes of the real votes, without gaps [OG5].
 * Person i has a place z on two independent axes. For insight j the score is a1 L1j z1 + a2 L2j z2 + e, of variance 1; those
 * who agreed or disagreed are ranked by it and receive the real counts of both in that order. Who skipped skips.
 * @returns per spread one simulation per call, same people, same missing and skipped cells, same counts per insight
 * @throws never
 */
export function continuum(cells: Cells, columns: Columns, seed: number): (spread: Spread) => (chance: Random) => Cells {
  const real = project(cells, seed);
  const loadings = scaled(cells, columns, real);
  const counts = countCodes(cells);
  const simulate = (spread: Spread, strength: Pair, chance: Random) =>
    simulateOnce(cells, columns, counts, loadings, strength, spread, chance);
  const gives = (spread: Spread, strength: Pair): Tried => {
    const sorted: [number, number] = [0, 0];
    const along: [number, number] = [0, 0];
    for (let run = 0; run < tuningRuns; run++) {
      const { eigenvalues, loadings: axes } = project(simulate(spread, strength, random(seed, 30_000 + run)), seed);
      const first = isTurned(real.loadings, axes) ? 1 : 0;
      for (const axis of [0, 1] as const) {
        sorted[axis] += eigenvalues[axis] / tuningRuns;
        along[axis === 0 ? first : 1 - first]! += eigenvalues[axis] / tuningRuns;
      }
    }
    return { strength, sorted, along };
  };
  // without strength people are spread along nothing
  const chanceAlone = gives("flat", [0, 0]);
  return (spread) => {
    const strength = tune(real.eigenvalues, chanceAlone, (tried) => gives(spread, tried));
    return (chance) => simulate(spread, strength, chance);
  };
}

/** Loadings as correlations of an insight's choices with each axis. */
function scaled(cells: Cells, { start }: Columns, { loadings, means, eigenvalues }: ReturnType<typeof project>) {
  const counts = countCodes(cells);
  const height = heightOf(cells);
  return loadings.map((axis, a) =>
    axis.map((loading, column) => {
      const cast = start[column + 1]! - start[column]!;
      const mean = means[column]!;
      const variance = (counts[3 * column]! + counts[3 * column + 2]!) / Math.max(1, cast) - mean * mean;
      if (cast < 2 || variance < 1e-9) return 0;
      return (loading * Math.sqrt(eigenvalues[a]!)) / Math.sqrt((variance * cast) / height);
    }),
  ) as [Float64Array, Float64Array]; // one for each of the two axes
}

function simulateOnce(
  cells: Cells,
  { start, cell, row }: Columns,
  counts: Float64Array,
  [first, second]: readonly [Float64Array, Float64Array],
  [a1, a2]: Pair,
  spread: Spread,
  chance: Random,
): Cells {
  const height = heightOf(cells);
  const draw = spread === "flat" ? chance.next : chance.normal;
  const z1 = standard(Float64Array.from({ length: height }, draw));
  const z2 = standard(Float64Array.from({ length: height }, draw));
  const codes = cells.codes.slice();
  const scores = new Float64Array(height);
  for (let column = 0; column < cells.width; column++) {
    let [l1, l2] = [a1 * first[column]!, a2 * second[column]!];
    const length = Math.sqrt(l1 * l1 + l2 * l2);
    if (length > largestLoading) {
      l1 *= largestLoading / length;
      l2 *= largestLoading / length;
    }
    const rest = Math.sqrt(1 - l1 * l1 - l2 * l2);
    const from = start[column]!;
    const cast = start[column + 1]! - from;
    let opinions = 0;
    for (let i = 0; i < cast; i++) {
      if (cells.codes[cell[from + i]!] === 3 * column + 1) continue;
      const person = row[from + i]!;
      scores[opinions++] = l1 * z1[person]! + l2 * z2[person]! + rest * chance.normal();
    }
    const no = counts[3 * column]!;
    const lastNo = no > 0 ? scores.slice(0, opinions).sort()[no - 1]! : Number.NEGATIVE_INFINITY;
    for (let i = 0, at = 0; i < cast; i++) {
      const t = cell[from + i]!;
      if (cells.codes[t] !== 3 * column + 1) codes[t] = 3 * column + (scores[at++]! <= lastNo ? 0 : 2);
    }
  }
  return { ...cells, codes };
}

/** Mean 0 and variance 1 to the bit: the eigenvalues are those of the real votes, so chance has no part in them. */
function standard(values: Float64Array): Float64Array {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  const sd = Math.sqrt(squares / values.length) || 1;
  return values.map((value) => (value - mean) / sd);
}

type Pair = readonly [number, number];
/** Strengths, and the mean eigenvalues of votes simulated with them: the largest first, and by axis of the real votes. */
type Tried = { readonly strength: Pair; readonly sorted: Pair; readonly along: Pair };

/** Of two axes that carry nearly as much, chance decides which comes out first. */
function isTurned([a1, a2]: Projection["loadings"], [b1, b2]: Projection["loadings"]): boolean {
  return alike(a1, b1) + alike(a2, b2) < alike(a1, b2) + alike(a2, b1);
}

function alike(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return Math.abs(sum);
}

/**
 * The strengths at which the simulated votes have the first two eigenvalues of the real ones, within 3 and 5%; the nearest that
 * was met, where that cannot be: chance alone (strength 0) may already give more.
 */
function tune(real: Pair, chanceAlone: Tried, gives: (strength: Pair) => Tried): Pair {
  let before = chanceAlone;
  let strength: Pair = [firstStep(real[0], before.sorted[0]), firstStep(real[1], before.sorted[1])];
  let best = { strength: before.strength, miss: missOf(real, before) };
  for (let round = 0; round < tuningRounds && best.miss > 1; round++) {
    const now = gives(strength);
    const miss = missOf(real, now);
    if (miss < best.miss) best = { strength, miss };
    const next: Pair = [step(real, before, now, 0), step(real, before, now, 1)];
    if (Math.max(Math.abs(next[0] - strength[0]), Math.abs(next[1] - strength[1])) < 0.005) break;
    before = now;
    strength = next;
  }
  return best.strength;
}

function missOf(real: Pair, { sorted }: Tried): number {
  return Math.max(Math.abs(sorted[0] / real[0] - 1) / 0.03, Math.abs(sorted[1] / real[1] - 1) / 0.05);
}

const firstStep = (real: number, chance: number) => (real > chance ? firstStrength : 0);

/** The next strength of one axis: an eigenvalue goes up with the square of it, in a straight line through the last two. */
function step(real: Pair, before: Tried, now: Tried, axis: 0 | 1): number {
  const [square, squareBefore] = [now.strength[axis] ** 2, before.strength[axis] ** 2];
  const wanted = real[axis] - now.along[axis];
  const slope = (now.along[axis] - before.along[axis]) / (square - squareBefore);
  // without two points to draw a line through, a small step towards it
  const straight = slope > 0 && Number.isFinite(slope) ? square + wanted / slope : square + Math.sign(wanted) * 0.25;
  const most = Math.max(1, 2 * now.strength[axis]);
  return Math.min(most, mostStrength, Math.sqrt(Math.max(0, straight)));
}
