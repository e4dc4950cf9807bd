import { canonicalOrder } from "./canonical.ts";
import type { Cells } from "./cells.ts";
import type { Votes } from "./votes.ts";

/** Ballots that a person must have cast to be a row, and people who come in though they have fewer [OG1]. */
const fewestBallots = 7;
const fewestRows = 15;

/**
 * The rows and columns of the method [OG1], in canonical order.
 * Rows: people with at least min(7, number of insights) ballots, skips included; if fewer than 15 have them, the most
 * active up to 15, and who cast the very same ballots as the last of them. Columns: all insights with a ballot of those people.
 * @returns indices into `votes`
 * @throws never
 */
export function rowsAndColumns(votes: Votes): { rows: Uint32Array; columns: Uint32Array } {
  const order = canonicalOrder(votes);
  const ballots = (row: number) => votes.rowStart[row + 1]! - votes.rowStart[row]!;
  const enough = Math.max(1, votedColumns(votes, fewestBallots));
  let rows = order.rows.filter((row) => ballots(row) >= enough);
  if (rows.length < fewestRows) {
    const active = [...order.rows].filter((row) => ballots(row) > 0).sort((a, b) => ballots(b) - ballots(a));
    let last = Math.min(fewestRows, active.length);
    // of people who chose the very same, none is left out for their name
    while (last < active.length && sameBallots(votes, active[last - 1]!, active[last]!)) last++;
    const chosen = new Set(active.slice(0, last));
    rows = order.rows.filter((row) => chosen.has(row));
  }
  const seen = new Uint8Array(votes.statements.length);
  for (const row of rows) for (let t = votes.rowStart[row]!; t < votes.rowStart[row + 1]!; t++) seen[votes.columns[t]!] = 1;
  return { rows, columns: order.columns.filter((column) => seen[column] === 1) };
}

/** @returns how many columns have a vote, counted no further than `most` */
function votedColumns({ columns }: Votes, most: number): number {
  const met = new Set<number>();
  for (let t = 0; t < columns.length && met.size < most; t++) met.add(columns[t]!);
  return met.size;
}

function sameBallots({ rowStart, columns, choices }: Votes, a: number, b: number): boolean {
  const size = rowStart[a + 1]! - rowStart[a]!;
  if (rowStart[b + 1]! - rowStart[b]! !== size) return false;
  for (let at = 0; at < size; at++) {
    const [one, other] = [rowStart[a]! + at, rowStart[b]! + at];
    if (columns[one] !== columns[other] || choices[one] !== choices[other]) return false;
  }
  return true;
}

export type Matrix = {
  readonly people: readonly string[];
  readonly statements: readonly string[];
  readonly cells: Cells;
};

/**
 * The cells of those rows, in that order.
 * @param order rows, and all columns on which they have votes
 * @throws never
 */
export function matrixOf(votes: Votes, { rows, columns }: { rows: Uint32Array; columns: Uint32Array }): Matrix {
  const place = new Uint32Array(votes.statements.length);
  for (let to = 0; to < columns.length; to++) place[columns[to]!] = to;
  const rowStart = new Uint32Array(rows.length + 1);
  for (let to = 0; to < rows.length; to++)
    rowStart[to + 1] = rowStart[to]! + votes.rowStart[rows[to]! + 1]! - votes.rowStart[rows[to]!]!;
  const codes = new Uint32Array(rowStart[rows.length]!);
  for (let to = 0, at = 0; to < rows.length; to++) {
    const end = votes.rowStart[rows[to]! + 1]!;
    for (let t = votes.rowStart[rows[to]!]!; t < end; t++) codes[at++] = 3 * place[votes.columns[t]!]! + votes.choices[t]! + 1;
    codes.subarray(rowStart[to], at).sort();
  }
  return {
    people: Array.from(rows, (row) => votes.people[row]!),
    statements: Array.from(columns, (column) => votes.statements[column]!),
    cells: { rowStart, codes, width: columns.length },
  };
}
