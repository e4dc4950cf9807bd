import type { Cells } from "./cells.ts";

/** The cells column by column: column j has cell[start[j]] .. cell[start[j + 1] - 1], indices into `codes`, and the row of each. */
export type Columns = { readonly start: Uint32Array; readonly cell: Uint32Array; readonly row: Uint32Array };

/** @throws never */
export function byColumn({ rowStart, codes, width }: Cells): Columns {
  const start = new Uint32Array(width + 1);
  for (let t = 0; t < codes.length; t++) start[((codes[t]! / 3) | 0) + 1]!++;
  for (let column = 0; column < width; column++) start[column + 1]! += start[column]!;
  const next = start.slice();
  const cell = new Uint32Array(codes.length);
  const row = new Uint32Array(codes.length);
  for (let i = 0, t = 0; i + 1 < rowStart.length; i++)
    for (; t < rowStart[i + 1]!; t++) {
      const at = next[(codes[t]! / 3) | 0]!++;
      cell[at] = t;
      row[at] = i;
    }
  return { start, cell, row };
}
