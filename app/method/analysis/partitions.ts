import { type Partition, partitions } from "./clusters.ts";
import { cautiousPoints, project } from "./projection.ts";
import { silhouettes } from "./silhouette.ts";
import type { Cells } from "./votes/cells.ts";

export type Scored = Partition & { readonly silhouette: number };
export type Points = { readonly x: Float64Array; readonly y: Float64Array };

export const fewestGroups = 2;
const numbers = [2, 3, 4, 5] as const;

/**
 * The partitions of people in 2 to 5 groups, each with its mean silhouette [OG4]. Of partitions into the same number that
 * k-means finds as good as each other, the one with the best silhouette.
 * @param points see `cautiousPoints`
 * @returns those that can be made with groups of five or more, by rising k; none where all points are one
 * @throws never
 */
export function scoredPartitions({ x, y }: Points, seed: number): Scored[] {
  const found = partitions(x, y, numbers, seed);
  const means = silhouettes(x, y, found, seed);
  const scored = found.map((one, i) => ({ ...one, silhouette: means[i]! }));
  return numbers.flatMap((k) => bestOf(scored.filter((one) => one.k === k)) ?? []);
}

/** The same for one number of groups, on people of whom some may count more than once (bootstrap). */
export function onePartition({ x, y }: Points, k: number, seed: number, weights?: Float64Array): Partition | undefined {
  const found = partitions(x, y, [k], seed, weights);
  if (found.length < 2) return found[0];
  const means = silhouettes(x, y, found, seed);
  return bestOf(found.map((one, i) => ({ ...one, silhouette: means[i]! })));
}

/** @returns the one with the best silhouette, of equal ones the first; undefined without any */
export function bestOf(scored: readonly Scored[]): Scored | undefined {
  return scored.reduce<Scored | undefined>((best, one) => (best && best.silhouette >= one.silhouette ? best : one), undefined);
}

/** What the nulls compare: the best silhouette over 2 to 5 groups (0 without any), and the variance along the two axes [OG5]. */
export type Figures = { readonly silhouette: number; readonly alongAxes: number };

export function figuresOf(cells: Cells, seed: number): Figures {
  const projection = project(cells, seed);
  const [first, second] = projection.eigenvalues;
  return {
    silhouette: bestOf(scoredPartitions(cautiousPoints(projection, cells), seed))?.silhouette ?? 0,
    alongAxes: first + second,
  };
}
