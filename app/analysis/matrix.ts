import { canonicalOrder, votedColumns } from "./canonical.ts";
import { pick, type Votes } from "./votes.ts";

/** Ballots that a person must have cast to be a row, and people who come in though they have fewer [OG1]. */
export const fewestBallots = 7;
export const fewestRows = 15;

/**
 * The rows and columns of the method [OG1], in canonical order.
 * Rows: people with at least min(7, number of insights) ballots, skips included; if fewer than 15 have them, the most
 * active up to 15, and who cast the very same ballots as the last of them. Columns: all insights with a ballot of those people.
 * @returns indices into `votes`
 * @throws never
 */
export function rowsAndColumns(votes: Votes): { rows: Uint32Array; columns: Uint32Array } {
  const order = canonicalOrder(votes);
  const voted = votedColumns(votes).reduce((sum, one) => sum + one, 0);
  const ballots = (row: number) => votes.rowStart[row + 1]! - votes.rowStart[row]!;
  const enough = Math.max(1, Math.min(fewestBallots, voted));
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

function sameBallots({ rowStart, columns, choices }: Votes, a: number, b: number): boolean {
  const size = rowStart[a + 1]! - rowStart[a]!;
  if (rowStart[b + 1]! - rowStart[b]! !== size) return false;
  for (let at = 0; at < size; at++) {
    const [one, other] = [rowStart[a]! + at, rowStart[b]! + at];
    if (columns[one] !== columns[other] || choices[one] !== choices[other]) return false;
  }
  return true;
}

/** @returns the votes of those rows and columns, in that order */
export function matrixOf(votes: Votes, order: { rows: Uint32Array; columns: Uint32Array }): Votes {
  return pick(votes, order.rows, order.columns);
}
