import { mix } from "../../random.ts";
import type { Votes } from "./votes.ts";

/**
 * An order of people and insights that depends on who chose what alone, not on names or on the order given [OG4].
 * Each row gets a number from the numbers of its columns and its choices on them, each column one from its rows, and so on
 * until no more columns can be told apart (colour refinement). Rows that stay equal are people who chose the same on everything;
 * where columns stay equal that are not copies, the data look the same from each, and one is taken as the first.
 * @returns indices into `votes.people` and `votes.statements`
 * @throws never
 * @see Weisfeiler & Leman 1968; McKay & Piperno 2014, "Practical graph isomorphism"
 */
export function canonicalOrder(votes: Votes): { rows: Uint32Array; columns: Uint32Array } {
  const height = votes.people.length;
  const width = votes.statements.length;
  const rows = { high: new Uint32Array(height), low: new Uint32Array(height) };
  const columns = { high: new Uint32Array(width), low: new Uint32Array(width) };
  // "not my field" has no row, so it is part of what an insight starts with
  for (let column = 0; column < width; column++) columns.low[column] = mix(votes.notMyField[column]! + 1);
  // and how much somebody filled in is what a person starts with
  for (let row = 0; row < height; row++) {
    const ballots = votes.rowStart[row + 1]! - votes.rowStart[row]!;
    rows.high[row] = mix(ballots + 1);
    rows.low[row] = mix(~ballots);
  }

  fromRows(votes, rows, columns);
  refine(votes, rows, columns);
  // Each round tells at least one more column apart. In many votes columns that are equal are copies, whose order is all one.
  if (votes.columns.length <= mostTied) {
    const voted = votedColumns(votes);
    for (let round = 0; round < width; round++) {
      const tied = firstTie(columns, voted);
      if (tied === undefined) break;
      columns.high[tied] = mix(columns.high[tied]! + 1);
      refine(votes, rows, columns);
    }
  }
  return { rows: sorted(rows), columns: sorted(columns) };
}

/** @returns per column 1 when somebody gave a choice on it */
function votedColumns({ columns, statements }: Votes): Uint8Array {
  const voted = new Uint8Array(statements.length);
  for (let t = 0; t < columns.length; t++) voted[columns[t]!] = 1;
  return voted;
}

type Colours = { high: Uint32Array; low: Uint32Array };
const mostTied = 20_000;
const mostRounds = 20;

/** Leaves the rows coloured by the last colours of the columns. */
function refine(votes: Votes, rows: Colours, columns: Colours): void {
  let told = 0;
  for (let round = 0; round < mostRounds; round++) {
    fromColumns(votes, rows, columns);
    const now = countOf(columns);
    if (now === columns.high.length || (round > 0 && now === told)) return;
    told = now;
    fromRows(votes, rows, columns);
  }
}

/** New colours of rows: sums over their votes, in which order has no part. */
function fromColumns({ rowStart, columns: cell, choices }: Votes, rows: Colours, columns: Colours): void {
  const { high: highs, low: lows } = perChoice(columns);
  for (let row = 0, t = 0; row < rows.high.length; row++) {
    let high = 0;
    let low = 0;
    for (; t < rowStart[row + 1]!; t++) {
      const code = 3 * cell[t]! + choices[t]! + 1;
      high = (high + highs[code]!) | 0;
      low = (low + lows[code]!) | 0;
    }
    rows.high[row] = mix(high);
    rows.low[row] = mix(low ^ high);
  }
}

function fromRows({ rowStart, columns: cell, choices }: Votes, rows: Colours, columns: Colours): void {
  const high = columns.high.map((colour) => mix(colour));
  const low = columns.low.map((colour) => mix(colour));
  const own = perChoice(rows);
  for (let row = 0, t = 0; row < rows.high.length; row++)
    for (; t < rowStart[row + 1]!; t++) {
      const column = cell[t]!;
      const code = 3 * row + choices[t]! + 1;
      high[column] = high[column]! + own.high[code]!;
      low[column] = low[column]! + own.low[code]!;
    }
  for (let column = 0; column < high.length; column++) {
    columns.high[column] = mix(high[column]!);
    columns.low[column] = mix(low[column]! ^ high[column]!);
  }
}

/** What a choice adds to the other side's sum, per code. */
function perChoice({ high, low }: Colours): { high: Int32Array; low: Int32Array } {
  const added = { high: new Int32Array(3 * high.length), low: new Int32Array(3 * low.length) };
  for (let code = 0; code < added.high.length; code++) {
    const one = (code / 3) | 0;
    const choice = (code % 3) + 1;
    added.high[code] = mix(high[one]! + Math.imul(choice, 0x9e3779b1));
    added.low[code] = mix(low[one]! ^ Math.imul(choice, 0x7feb352d));
  }
  return added;
}

/** 53 bits, so that equal means equal */
function keyOf({ high, low }: Colours, i: number): number {
  return high[i]! * 2 ** 21 + (low[i]! >>> 11);
}

function countOf(colours: Colours): number {
  const keys = Float64Array.from(colours.high, (_, i) => keyOf(colours, i)).sort();
  let count = 0;
  for (let i = 0; i < keys.length; i++) if (i === 0 || keys[i] !== keys[i - 1]) count++;
  return count;
}

function firstTie(colours: Colours, among: Uint8Array): number | undefined {
  const order = sorted(colours).filter((column) => among[column] === 1);
  for (let i = 1; i < order.length; i++) if (keyOf(colours, order[i]!) === keyOf(colours, order[i - 1]!)) return order[i];
  return undefined;
}

/** By colour; what has the same colour stays as given. */
function sorted(colours: Colours): Uint32Array {
  const keys = Float64Array.from(colours.high, (_, i) => keyOf(colours, i));
  return Uint32Array.from(keys, (_, i) => i).sort((a, b) => keys[a]! - keys[b]! || a - b);
}
