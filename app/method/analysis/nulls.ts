import { type Random, random } from "../random.ts";
import { continuum, type Spread } from "./continuum.ts";
import { type Figures, figuresOf } from "./partitions.ts";
import type { NullTest } from "./result.ts";
import { sampleOf } from "./silhouette.ts";
import { byColumn, type Columns } from "./votes/by-column.ts";
import { type Cells, heightOf, rowsOf } from "./votes/cells.ts";

/** Of more people a seeded sample is tested, the real votes and the nulls alike [OG5]. */
const mostTested = 2000;
/** "Above" is not settled before this many runs, the smallest number that can give p = 0.05; "not above" not before these. */
const fewestAbove = 19;
const fewestNotAbove = 9;
const level = 0.05;
/** Of each of the two figures of `shuffled`. */
const levelOfEach = 0.01;
const farAbove = 4;
/** How far groups must rise above the continuum: a model of opinions is not exact to the third decimal. */
const margin = 0.01;

/**
 * Are there groups at all? Two tests by the best silhouette [OG5], both with the real missing and skipped cells and the real
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
  const real = figuresOf(tested, seed);
  const shuffled = nothingShared(tested, columns, real, seed, runs, (done) => progress(done, 2 * runs));
  const slope = aboveAnySpread(tested, columns, real.silhouette, seed, runs, (done) => progress(runs + done, 2 * runs));
  return { shuffled: { ...shuffled, people: sample.length }, continuum: { ...slope, people: sample.length } };
}

/** Above it is who is above in the best silhouette, or in the variance along the two axes: each at 1%, so 2% in all. */
function nothingShared(
  cells: Cells,
  columns: Columns,
  real: Figures,
  seed: number,
  runs: number,
  progress: (done: number) => void,
): Omit<NullTest, "people"> {
  const series = [seriesOf(real.silhouette, levelOfEach), seriesOf(real.alongAxes, levelOfEach)] as const;
  const run = (number: number) => {
    const { silhouette, alongAxes } = figuresOf(shuffle(cells, columns, random(seed, 10_000 + number)), seed);
    return [silhouette, alongAxes];
  };
  const stoppedBy = runAll(series, runs, run, progress);
  const [silhouette, axes] = series.map((one) => resultOf(one, runs));
  return {
    ...silhouette!,
    p: Math.min(1, 2 * Math.min(silhouette!.p, axes!.p)),
    stoppedBy,
    above: silhouette!.above || axes!.above,
  };
}

/** Above the continuum is above it with either spread; the figures are those of the spread that comes nearest to the real votes. */
function aboveAnySpread(
  cells: Cells,
  columns: Columns,
  observed: number,
  seed: number,
  runs: number,
  progress: (done: number) => void,
): Omit<NullTest, "people"> {
  const slope = continuum(cells, columns, seed);
  const under = (spread: Spread, stream: number, before: number) => {
    const simulate = slope(spread);
    const series = seriesOf(observed, level, margin);
    const run = (number: number) => [figuresOf(simulate(random(seed, stream + number)), seed).silhouette];
    const stoppedBy = runAll([series], runs, run, (done) => progress(before + done / 2));
    return { ...resultOf(series, runs), stoppedBy };
  };
  const flat = under("flat", 20_000, 0);
  if (!flat.above) return flat;
  const normal = under("normal", 25_000, runs / 2);
  return !normal.above || normal.p95 > flat.p95 ? normal : flat;
}

/** One figure of the real votes, and of the runs so far. */
type Series = { readonly observed: number; readonly level: number; readonly margin: number; readonly values: number[] };

export function seriesOf(observed: number, level: number, margin = 0): Series {
  return { observed, level, margin, values: [] };
}

const reachedIn = ({ observed, margin, values }: Series) => values.filter((value) => value >= observed - margin).length;
/** Above means that fewer runs than this reach it; of few runs, none. */
const allowedIn = ({ level }: Series, runs: number) => Math.max(1, Math.floor(level * (runs + 1)));

/**
 * Runs until the answer is settled [OG5]. Settled: one figure lies more than four standard deviations above the mean of 19 runs or
 * more, none of which reached it; or so many of 9 runs or more reached each that none can come above any more.
 * @param simulate gives one value per series for run number 0, 1, ...
 * @throws never
 */
export function runAll(
  series: readonly Series[],
  runs: number,
  simulate: (run: number) => readonly number[],
  progress: (done: number) => void = () => {},
): NullTest["stoppedBy"] {
  for (let run = 0; run < runs; run++) {
    const values = simulate(run);
    series.forEach((one, i) => {
      one.values.push(values[i]!);
    });
    progress(run + 1);
    if (run + 1 === runs) continue;
    if (run + 1 >= fewestAbove && series.some(liesFarAbove)) return "settled";
    if (run + 1 >= fewestNotAbove && series.every((one) => reachedIn(one) >= allowedIn(one, runs))) return "settled";
  }
  return "all-runs";
}

/**
 * @param runs how many there could have been
 * @returns see `NullTest`
 * @throws never
 */
export function resultOf(series: Series, runs: number): Omit<NullTest, "people" | "stoppedBy"> {
  const { observed, margin, values } = series;
  const rising = Float64Array.from(values).sort();
  const reached = reachedIn(series);
  return {
    observed,
    margin,
    runs: values.length,
    p95: rising[Math.min(values.length, Math.ceil(0.95 * (values.length + 1))) - 1]!,
    p: (reached + 1) / (values.length + 1),
    resolution: 1 / (values.length + 1),
    above: reached < allowedIn(series, runs),
  };
}

function liesFarAbove(series: Series): boolean {
  const { observed, margin, values } = series;
  if (reachedIn(series) > 0) return false;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return observed - margin > mean + farAbove * Math.sqrt(squares / (values.length - 1));
}

/** Null (a): each insight's agreements and disagreements dealt anew over the people who gave one (Fisher-Yates); skips stay. */
export function shuffle(cells: Cells, { start, cell }: Columns, chance: Random): Cells {
  const codes = cells.codes.slice();
  const opinions = new Uint32Array(heightOf(cells));
  for (let column = 0; column < cells.width; column++) {
    let count = 0;
    for (let at = start[column]!; at < start[column + 1]!; at++)
      if (codes[cell[at]!] !== 3 * column + 1) opinions[count++] = cell[at]!;
    for (let last = count - 1; last > 0; last--) {
      const one = opinions[last]!;
      const other = opinions[chance.below(last + 1)]!;
      const kept = codes[one]!;
      codes[one] = codes[other]!;
      codes[other] = kept;
    }
  }
  return { ...cells, codes };
}
