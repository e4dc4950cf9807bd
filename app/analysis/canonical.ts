import { mix } from "./random.ts";
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
  const rows = { high: new Uint32Array(height).fill(1), low: new Uint32Array(height).fill(1) };
  const columns = { high: new Uint32Array(width), low: new Uint32Array(width) };
  // "not my field" has no row, so it is part of what an insight starts with
  for (let column = 0; column < width; column++) columns.low[column] = mix(votes.notMyField[column]! + 1);

  refine(votes, rows, columns);
  // Each round tells at least one more column apart. In many votes columns that are equal are copies, whose order is all one.
  const voted = new Set(votes.columns);
  for (let round = 0; round < width && votes.columns.length <= mostTied; round++) {
    const tied = firstTie(columns, voted);
    if (tied === undefined) break;
    columns.high[tied] = mix(columns.high[tied]! + 1);
    refine(votes, rows, columns);
  }
  return { rows: sorted(rows), columns: sorted(columns) };
}

type Colours = { high: Uint32Array; low: Uint32Array };
const mostTied = 20_000;

function refine(votes: Votes, rows: Colours, columns: Colours): void {
  let told = 0;
  for (let round = 0; round < 20; round++) {
    fromColumns(votes, rows, columns);
    const now = countOf(columns);
    if (round > 1 && (now === told || now === columns.high.length)) return;
    told = now;
    fromRows(votes, rows, columns);
  }
}

/** New colours of rows: sums over their votes, in which order has no part. */
function fromColumns({ rowStart, columns: cell, choices }: Votes, rows: Colours, columns: Colours): void {
  for (let row = 0, t = 0; row < rows.high.length; row++) {
    let [high, low] = [0, 0];
    for (; t < rowStart[row + 1]!; t++) {
      const column = cell[t]!;
      const choice = choices[t]! + 2;
      high = (high + mix(columns.high[column]! + Math.imul(choice, 0x9e3779b1))) | 0;
      low = (low + mix(columns.low[column]! ^ Math.imul(choice, 0x7feb352d))) | 0;
    }
    rows.high[row] = mix(high);
    rows.low[row] = mix(low ^ high);
  }
}

function fromRows({ rowStart, columns: cell, choices }: Votes, rows: Colours, columns: Colours): void {
  const high = columns.high.map((colour) => mix(colour));
  const low = columns.low.map((colour) => mix(colour));
  for (let row = 0, t = 0; row < rows.high.length; row++) {
    const [a, b] = [rows.high[row]!, rows.low[row]!];
    for (; t < rowStart[row + 1]!; t++) {
      const column = cell[t]!;
      const choice = choices[t]! + 2;
      high[column] = (high[column]! + mix(a + Math.imul(choice, 0x9e3779b1))) | 0;
      low[column] = (low[column]! + mix(b ^ Math.imul(choice, 0x7feb352d))) | 0;
    }
  }
  for (let column = 0; column < high.length; column++) {
    columns.high[column] = mix(high[column]!);
    columns.low[column] = mix(low[column]! ^ high[column]!);
  }
}

/** 53 bits, so that equal means equal */
function keyOf({ high, low }: Colours, i: number): number {
  return high[i]! * 2 ** 21 + (low[i]! >>> 11);
}

function countOf(colours: Colours): number {
  const keys = Float64Array.from(colours.high, (_, i) => keyOf(colours, i)).sort();
  return keys.reduce((count, key, i) => (i === 0 || key !== keys[i - 1] ? count + 1 : count), 0);
}

function firstTie(colours: Colours, among: ReadonlySet<number>): number | undefined {
  const order = sorted(colours).filter((column) => among.has(column));
  for (let i = 1; i < order.length; i++) if (keyOf(colours, order[i]!) === keyOf(colours, order[i - 1]!)) return order[i];
  return undefined;
}

/** By colour; what has the same colour stays as given. */
function sorted(colours: Colours): Uint32Array {
  const keys = Float64Array.from(colours.high, (_, i) => keyOf(colours, i));
  return Uint32Array.from(keys, (_, i) => i).sort((a, b) => keys[a]! - keys[b]! || a - b);
}
