import type { Columns } from "./by-column.ts";
import { type Cells, countCodes, heightOf } from "./cells.ts";
import { project } from "./projection.ts";
import { type Random, random } from "./random.ts";

const largestLoading = 0.97;
const tuningRounds = 12;
const tuningRuns = 4;

/** How people are spread along an axis: as a bell, or evenly from end to end, which of all spreads without gaps looks most like groups. */
export type Spread = "flat" | "normal";

/**
 * Null (b): votes of people whose opinions differ by degree along the two axes of the real votes, without gaps [OG5].
 * Person i has a place z on two independent axes. For insight j the score is a1 L1j z1 + a2 L2j z2 + e, of variance 1; those
 * who agreed or disagreed are ranked by it and receive the real counts of both in that order. Who skipped skips.
 * @returns one simulation per call, same people, same missing and skipped cells, same counts per insight
 * @throws never
 */
export function continuum(cells: Cells, columns: Columns, spread: Spread, seed: number): (chance: Random) => Cells {
  const real = project(cells, seed);
  const loadings = scaled(cells, columns, real);
  const counts = countCodes(cells);
  const simulate = (strength: readonly [number, number], chance: Random) =>
    simulateOnce(cells, columns, counts, loadings, strength, spread, chance);
  const eigenvaluesAt = (tried: readonly [number, number]) => {
    const sum: [number, number] = [0, 0];
    for (let run = 0; run < tuningRuns; run++) {
      const { eigenvalues } = project(simulate(tried, random(seed, 30_000 + run)), seed);
      sum[0] += eigenvalues[0] / tuningRuns;
      sum[1] += eigenvalues[1] / tuningRuns;
    }
    return sum;
  };
  const strength = tune(real.eigenvalues, eigenvaluesAt);
  return (chance) => simulate(strength, chance);
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
  [a1, a2]: readonly [number, number],
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

/**
 * The strengths at which the simulated votes have the first two eigenvalues of the real ones, within 3 and 5%.
 * What chance alone gives (strength 0) is taken off on both sides, so that each step lands near.
 */
function tune(
  [real1, real2]: readonly [number, number],
  eigenvaluesAt: (strength: readonly [number, number]) => readonly [number, number],
): [number, number] {
  const [chance1, chance2] = eigenvaluesAt([0, 0]);
  let strength: [number, number] = [real1 > chance1 ? 1 : 0, real2 > chance2 ? 1 : 0];
  let best = { strength, miss: Number.POSITIVE_INFINITY };
  for (let round = 0; round < tuningRounds; round++) {
    const [now1, now2] = eigenvaluesAt(strength);
    const [off1, off2] = [Math.abs(now1 / real1 - 1), Math.abs(now2 / real2 - 1)];
    const miss = Math.max(off1 / 0.03, off2 / 0.05);
    if (miss < best.miss) best = { strength, miss };
    if (miss <= 1) break;
    strength = [step(strength[0], real1 - chance1, now1 - chance1), step(strength[1], real2 - chance2, now2 - chance2)];
  }
  return best.strength;
}

function step(strength: number, wanted: number, now: number): number {
  const factor = now > 0 && wanted > 0 ? Math.sqrt(wanted / now) : wanted > 0 ? 1.5 : 0.5;
  return Math.min(5, strength * Math.min(2, Math.max(0.5, factor)));
}
