import type { Cells } from "./cells.ts";
import { type Partition, partition } from "./clusters.ts";
import { type Projection, project } from "./projection.ts";
import { silhouettes } from "./silhouette.ts";

export type Scored = Partition & { readonly silhouette: number };

export const fewestGroups = 2;
export const mostGroups = 5;

/**
 * The partitions of the projected people in 2 to 5 groups, each with its mean silhouette [OG4].
 * @returns those that can be made with groups of five or more, by rising k; none where all points are one
 * @throws never
 */
export function scoredPartitions({ x, y }: Projection, seed: number): Scored[] {
  const found: Partition[] = [];
  for (let k = fewestGroups; k <= mostGroups; k++) {
    const one = partition(x, y, k, seed);
    if (one) found.push(one);
  }
  const means = silhouettes(x, y, found, seed);
  return found.map((one, i) => ({ ...one, silhouette: means[i]! }));
}

/** @returns the one with the best silhouette, of equal ones the fewest groups; undefined without any */
export function bestOf(scored: readonly Scored[]): Scored | undefined {
  return scored.reduce<Scored | undefined>((best, one) => (best && best.silhouette >= one.silhouette ? best : one), undefined);
}

/** What the nulls compare: the best silhouette over 2 to 5 groups; 0 where there are no groups [OG5]. */
export function bestSilhouette(cells: Cells, seed: number): number {
  return bestOf(scoredPartitions(project(cells, seed), seed))?.silhouette ?? 0;
}
