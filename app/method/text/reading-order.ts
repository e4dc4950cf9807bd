import type { Neighbours } from "./neighbours.ts";

/** All rows in an order that puts alike ones together, and small groups of those that are most alike; each row is in at most one. */
export interface Order {
  readonly order: readonly number[];
  readonly groups: readonly (readonly number[])[];
}

/** Less than this is chance. */
const groupFrom = 0.3;
const largestGroup = 30;

/**
 * Joins the nearest first, as long as a group stays small [TC1]; then goes on with what is less near, so that groups that resemble each
 * other come to lie side by side [TC2]. On a tie the first rows join first.
 */
export function readingOrder({ most, row, similarity }: Neighbours): Order {
  const height = row.length / Math.max(1, most);
  const links: { a: number; b: number; similarity: number }[] = [];
  for (let a = 0; a < height; a++)
    for (let place = a * most; place < (a + 1) * most; place++) {
      const b = row[place] ?? -1;
      if (b > a || (b >= 0 && !near(row, most, b, a)))
        links.push({ a: Math.min(a, b), b: Math.max(a, b), similarity: similarity[place] ?? 0 });
    }
  links.sort((one, other) => other.similarity - one.similarity || one.a - other.a || one.b - other.b);
  const chains = makeChains(height);
  for (const link of links) if (link.similarity >= groupFrom) chains.join(link.a, link.b, largestGroup);
  const groups = chains.list().filter((chain) => chain.length > 1);
  for (const link of links) chains.join(link.a, link.b, height);
  return { order: chains.list().flat(), groups };
}

const near = (row: Int32Array, most: number, from: number, to: number) =>
  row.subarray(from * most, (from + 1) * most).includes(to);

/** Rows that were joined stand in one chain, each in the order it grew. */
function makeChains(height: number) {
  const leader = Int32Array.from({ length: height }, (_, at) => at);
  const next = new Int32Array(height).fill(-1);
  const last = Int32Array.from(leader);
  const size = new Int32Array(height).fill(1);
  const find = (at: number): number => {
    let top = at;
    while (leader[top] !== top) top = leader[top] ?? top;
    for (let step = at; leader[step] !== top; ) {
      const up = leader[step] ?? top;
      leader[step] = top;
      step = up;
    }
    return top;
  };
  return {
    join(a: number, b: number, largest: number): void {
      const [one, other] = [find(a), find(b)].sort((x, y) => x - y) as [number, number];
      const together = (size[one] ?? 0) + (size[other] ?? 0);
      if (one === other || together > largest) return;
      next[last[one] ?? 0] = other;
      last[one] = last[other] ?? other;
      leader[other] = one;
      size[one] = together;
    },
    /** By the first row of each; the leader is the first row, so a chain begins with it. */
    list(): number[][] {
      const chains: number[][] = [];
      for (let at = 0; at < height; at++) {
        if (find(at) !== at) continue;
        const chain: number[] = [];
        for (let step = at; step !== -1; step = next[step] ?? -1) chain.push(step);
        chains.push(chain);
      }
      return chains;
    },
  };
}
