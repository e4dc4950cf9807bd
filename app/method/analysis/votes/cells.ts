import type { Votes } from "./votes.ts";

/**
 * The matrix as the sums need it: per vote one number, `column * 3 + choice + 1`, so that a table of 3 x width
 * holds whatever a choice on an insight counts for. Row i has codes[rowStart[i]] .. codes[rowStart[i + 1] - 1], rising.
 */
export type Cells = { readonly rowStart: Uint32Array; readonly codes: Uint32Array; readonly width: number };

/** @throws never */
export function cellsOf(votes: Votes): Cells {
  const codes = new Uint32Array(votes.columns.length);
  for (let t = 0; t < codes.length; t++) codes[t] = votes.columns[t]! * 3 + votes.choices[t]! + 1;
  return { rowStart: votes.rowStart, codes, width: votes.statements.length };
}

/** @returns how many rows there are */
export function heightOf(cells: Cells): number {
  return cells.rowStart.length - 1;
}

/**
 * How often each choice was made on each insight.
 * @param weights per row how often it counts; once unless told
 * @returns 3 x width: disagree, skip, agree of the first insight, and so on
 * @throws never
 */
export function countCodes(cells: Cells, weights?: Float64Array): Float64Array {
  const { rowStart, codes, width } = cells;
  const counts = new Float64Array(3 * width);
  for (let row = 0; row + 1 < rowStart.length; row++) {
    const weight = weights ? weights[row]! : 1;
    for (let t = rowStart[row]!; t < rowStart[row + 1]!; t++) counts[codes[t]!]! += weight;
  }
  return counts;
}

/** @returns the cells of some rows, in the given order */
export function rowsOf(cells: Cells, rows: ArrayLike<number>): Cells {
  const rowStart = new Uint32Array(rows.length + 1);
  for (let to = 0; to < rows.length; to++)
    rowStart[to + 1] = rowStart[to]! + cells.rowStart[rows[to]! + 1]! - cells.rowStart[rows[to]!]!;
  const codes = new Uint32Array(rowStart[rows.length]!);
  for (let to = 0; to < rows.length; to++)
    codes.set(cells.codes.subarray(cells.rowStart[rows[to]!]!, cells.rowStart[rows[to]! + 1]!), rowStart[to]!);
  return { rowStart, codes, width: cells.width };
}
