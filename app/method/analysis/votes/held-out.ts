import type { Partition } from "../clusters.ts";
import { countByGroup } from "../group-counts.ts";
import { onePartition } from "../partitions.ts";
import { cautiousPoints, project } from "../projection.ts";
import { type Cells, heightOf } from "./cells.ts";

const folds = 5;

/**
 * Counts per group in which no ballot had a part in making the groups: groups made from ballots differ on those ballots,
 * also where people do not [OG7]. The insights are dealt over five folds; for each, axes and groups are made without
 * it, matched to the real groups by overlap, and what the fold's insights got is counted over them.
 * @param found the partition of the rows of `cells`
 * @returns per group, per code; 0 for the insights of a fold in which no such partition can be made
 * @throws never
 */
export function heldOutCounts(cells: Cells, found: Partition, seed: number): Float64Array[] {
  const counts = Array.from({ length: found.k }, () => new Float64Array(3 * cells.width));
  for (let fold = 0; fold < Math.min(folds, cells.width); fold++) {
    const rest = without(cells, fold);
    const again = onePartition(cautiousPoints(project(rest, seed), rest), found.k, seed);
    if (!again) continue;
    const names = matchGroups(found.labels, again.labels, found.k);
    const labels = again.labels.map((label) => names[label]!);
    countByGroup(cells, labels, found.k).forEach((own, group) => {
      for (let column = fold; column < cells.width; column += folds)
        for (let code = 3 * column; code < 3 * column + 3; code++) counts[group]![code] = own[code]!;
    });
  }
  return counts;
}

/** The same rows without the insights of one fold; its columns stay, empty. */
function without(cells: Cells, fold: number): Cells {
  const height = heightOf(cells);
  const rowStart = new Uint32Array(height + 1);
  const codes = new Uint32Array(cells.codes.length);
  let kept = 0;
  for (let row = 0, t = 0; row < height; row++) {
    for (; t < cells.rowStart[row + 1]!; t++) {
      const code = cells.codes[t]!;
      if (Math.floor(code / 3) % folds !== fold) codes[kept++] = code;
    }
    rowStart[row + 1] = kept;
  }
  return { rowStart, codes: codes.subarray(0, kept), width: cells.width };
}

/**
 * Which group of one partition is which of another: the one to one match with the most people in common.
 * @param before, after one label per person, 0..k-1
 * @returns per label of `after` one of `before`
 * @throws never
 */
export function matchGroups(before: Uint8Array, after: Uint8Array, k: number): number[] {
  const common = Array.from({ length: k }, () => new Float64Array(k));
  for (let i = 0; i < before.length; i++) common[after[i]!]![before[i]!]!++;
  let best: { names: number[]; people: number } = { names: [], people: -1 };
  const place = (names: number[], people: number) => {
    if (names.length === k && people > best.people) best = { names, people };
    for (let name = 0; name < k && names.length < k; name++)
      if (!names.includes(name)) place([...names, name], people + common[names.length]![name]!);
  };
  place([], 0);
  return best.names;
}
