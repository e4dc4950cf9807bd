import { type Cells, heightOf } from "./votes/cells.ts";

/** Per group, then per code (3 x width): how many of its people made that choice. */
export type GroupCounts = readonly Float64Array[];

/**
 * @param labels per row its group, 0..k-1
 * @throws never
 */
export function countByGroup({ rowStart, codes, width }: Cells, labels: Uint8Array | Uint16Array, k: number): Float64Array[] {
  const counts = Array.from({ length: k }, () => new Float64Array(3 * width));
  for (let row = 0; row < labels.length; row++) {
    const own = counts[labels[row]!]!;
    for (let t = rowStart[row]!; t < rowStart[row + 1]!; t++) own[codes[t]!]!++;
  }
  return counts;
}

export type Tally = { readonly agree: number; readonly disagree: number; readonly skip: number };

/** @returns what a group chose on one insight */
export function tallyOf(counts: Float64Array, column: number): Tally {
  return { disagree: counts[3 * column]!, skip: counts[3 * column + 1]!, agree: counts[3 * column + 2]! };
}

/** @returns all it cast, skips included */
export function castOf({ agree, disagree, skip }: Tally): number {
  return agree + disagree + skip;
}

export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, one) => ({ agree: sum.agree + one.agree, disagree: sum.disagree + one.disagree, skip: sum.skip + one.skip }),
    { agree: 0, disagree: 0, skip: 0 },
  );
}

/** @returns per group its rows, rising */
export function rowsByGroup(cells: Cells, labels: Uint8Array, k: number): number[][] {
  const rows = Array.from({ length: k }, () => [] as number[]);
  for (let row = 0; row < heightOf(cells); row++) rows[labels[row]!]!.push(row);
  return rows;
}
