/**
 * How alike two partitions of the same people are: the adjusted Rand index.
 * @param a, b one label per person, whole numbers from 0
 * @returns 1 for the same partition, about 0 for chance, at least -1; 1 when both have one group or fewer than two people
 * @throws never
 * @see Hubert & Arabie 1985, "Comparing partitions"
 */
export function adjustedRand(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const table = new Map<number, number>();
  const [rows, columns] = [new Map<number, number>(), new Map<number, number>()];
  const add = (counts: Map<number, number>, key: number) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (let i = 0; i < a.length; i++) {
    add(table, a[i]! * 65_536 + b[i]!);
    add(rows, a[i]!);
    add(columns, b[i]!);
  }
  const pairs = (counts: Map<number, number>) => [...counts.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  const all = (a.length * (a.length - 1)) / 2;
  const [same, inA, inB] = [pairs(table), pairs(rows), pairs(columns)];
  const expected = all === 0 ? 0 : (inA * inB) / all;
  const most = (inA + inB) / 2;
  return most === expected ? 1 : (same - expected) / (most - expected);
}
