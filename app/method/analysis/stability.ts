import { random } from "../random.ts";
import { adjustedRand } from "./agreement.ts";
import type { Partition } from "./clusters.ts";
import { onePartition } from "./partitions.ts";
import { cautiousPoints, project } from "./projection.ts";
import type { Stability } from "./result.ts";
import { sampleOf } from "./silhouette.ts";
import { type Cells, heightOf, rowsOf } from "./votes/cells.ts";

const fewestRuns = 8;
const exactEnough = 0.01;
const mostResampled = 20_000;

/**
 * Would other people of the same kind have given the same groups? People are drawn anew with replacement, axes and groups
 * made from them, and everybody put in the nearest group [OG12].
 * Stops when the mean is known to 0.01 (standard error, after eight runs). Of more than 20,000 people a seeded sample is used.
 * @param found the partition of the rows of `cells`
 * @param runs most runs, 1 or more
 * @returns mean adjusted Rand index; a run in which no such partition can be made counts 0
 * @throws never
 */
export function stabilityOf(
  cells: Cells,
  found: Partition,
  seed: number,
  runs: number,
  progress: (done: number) => void = () => {},
): Stability {
  const sample = sampleOf(heightOf(cells), seed, mostResampled);
  const used = sample.length === heightOf(cells) ? cells : rowsOf(cells, sample);
  const labels = Uint8Array.from(sample, (row) => found.labels[row]!);
  const values: number[] = [];
  let error = Number.POSITIVE_INFINITY;
  while (values.length < runs && !(values.length >= fewestRuns && error <= exactEnough)) {
    const chance = random(seed, 40_000 + values.length);
    const weights = new Float64Array(sample.length);
    for (let draw = 0; draw < sample.length; draw++) weights[chance.below(sample.length)]!++;
    const again = onePartition(cautiousPoints(project(used, seed, weights), used), found.k, seed, weights);
    values.push(again ? adjustedRand(labels, again.labels) : 0);
    error = standardError(values);
    progress(values.length);
  }
  return {
    ari: values.reduce((sum, value) => sum + value, 0) / values.length,
    runs: values.length,
    error: Number.isFinite(error) ? error : 0,
    stoppedBy: values.length < runs ? "settled" : "all-runs",
  };
}

function standardError(values: readonly number[]): number {
  if (values.length < 2) return Number.POSITIVE_INFINITY;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}
