import { canonicalOrder, votedColumns } from "./canonical.ts";
import { pick, type Votes } from "./votes.ts";

/** Ballots that a person must have cast to be a row, and people who come in though they have fewer [OG1]. */
export const fewestBallots = 7;
export const fewestRows = 15;

/**
 * The rows and columns of the method [OG1], in canonical order.
 * Rows: people with at least min(7, number of insights) ballots, skips included; if fewer than 15 have them, the most
 * active up to 15. Columns: all insights with a ballot of those people.
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
    const chosen = new Set(active.slice(0, fewestRows));
    rows = order.rows.filter((row) => chosen.has(row));
  }
  const seen = new Uint8Array(votes.statements.length);
  for (const row of rows) for (let t = votes.rowStart[row]!; t < votes.rowStart[row + 1]!; t++) seen[votes.columns[t]!] = 1;
  return { rows, columns: order.columns.filter((column) => seen[column] === 1) };
}

/** @returns the votes of those rows and columns, in that order */
export function matrixOf(votes: Votes, order: { rows: Uint32Array; columns: Uint32Array }): Votes {
  return pick(votes, order.rows, order.columns);
}
