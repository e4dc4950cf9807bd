import { byColumn, type Columns } from "./by-column.ts";
import { type Cells, heightOf, rowsOf } from "./cells.ts";
import { continuum } from "./continuum.ts";
import { bestSilhouette } from "./partitions.ts";
import { type Random, random } from "./random.ts";
import type { NullTest } from "./result.ts";
import { sampleOf } from "./silhouette.ts";

/** Of more people a seeded sample is tested, the real votes and the nulls alike [OG5]. */
export const mostTested = 5000;
/** The answer is not settled before this many runs: the smallest number that can give p = 0.05. */
export const fewestRuns = 19;
const level = 0.05;
const farAbove = 4;

/**
 * Are there groups at all? Two tests by the best silhouette [OG5], both with the real missing pattern and the real
 * counts per insight, through the same steps as the real votes.
 * @param cells people x insights in canonical order, at least two of each
 * @param runs most runs of each, 1 or more
 * @param progress told after each run
 * @returns `shuffled`: nothing shared; `continuum`: opinions that differ by degree along the same two axes
 * @throws never
 */
export function testGroups(
  cells: Cells,
  seed: number,
  runs: number,
  progress: (done: number, total: number) => void = () => {},
): { shuffled: NullTest; continuum: NullTest } {
  const sample = sampleOf(heightOf(cells), seed, mostTested);
  const tested = sample.length === heightOf(cells) ? cells : rowsOf(cells, sample);
  const columns = byColumn(tested);
  const observed = bestSilhouette(tested, seed);
  const people = sample.length;

  const shuffledRun = (run: number) => bestSilhouette(shuffle(tested, columns, random(seed, 10_000 + run)), seed);
  const shuffled = { ...sequentialTest(observed, runs, shuffledRun, (done) => progress(done, 2 * runs)), people };
  const simulate = continuum(tested, columns, seed);
  const continuumRun = (run: number) => bestSilhouette(simulate(random(seed, 20_000 + run)), seed);
  return {
    shuffled,
    continuum: { ...sequentialTest(observed, runs, continuumRun, (done) => progress(runs + done, 2 * runs)), people },
  };
}

/**
 * Compares a figure with what chance gives, and stops when the answer is settled [OG5]. Above means: fewer than 5% of the
 * runs, counting the real one, reach it. Settled, after 19 runs: so many reached it that it cannot come above any more; or none did and
 * it lies more than four standard deviations above their mean.
 * @param simulate gives run number 0, 1, ...
 * @param runs most runs; under 19, above means that no run reaches it
 * @throws never
 */
export function sequentialTest(
  observed: number,
  runs: number,
  simulate: (run: number) => number,
  progress: (done: number) => void = () => {},
): Omit<NullTest, "people"> {
  const allowed = Math.max(1, Math.floor(level * (runs + 1)));
  const values: number[] = [];
  let reached = 0;
  let stoppedBy: NullTest["stoppedBy"] = "all-runs";
  while (values.length < runs) {
    const value = simulate(values.length);
    values.push(value);
    if (value >= observed) reached++;
    progress(values.length);
    if (
      values.length >= fewestRuns &&
      values.length < runs &&
      (reached >= allowed || (reached === 0 && liesFarAbove(observed, values)))
    ) {
      stoppedBy = "settled";
      break;
    }
  }
  const rising = Float64Array.from(values).sort();
  return {
    observed,
    runs: values.length,
    p95: rising[Math.min(values.length, Math.ceil(0.95 * (values.length + 1))) - 1]!,
    p: (reached + 1) / (values.length + 1),
    resolution: 1 / (values.length + 1),
    stoppedBy,
    above: reached < allowed,
  };
}

function liesFarAbove(observed: number, values: readonly number[]): boolean {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return observed > mean + farAbove * Math.sqrt(squares / (values.length - 1));
}

/** Null (a): each insight's choices dealt anew over the people who gave one (Fisher-Yates per column). */
export function shuffle(cells: Cells, { start, cell }: Columns, chance: Random): Cells {
  const codes = cells.codes.slice();
  for (let column = 0; column < cells.width; column++) {
    const from = start[column]!;
    for (let last = start[column + 1]! - 1; last > from; last--) {
      const one = cell[last]!;
      const other = cell[from + chance.below(last - from + 1)]!;
      const kept = codes[one]!;
      codes[one] = codes[other]!;
      codes[other] = kept;
    }
  }
  return { ...cells, codes };
}
