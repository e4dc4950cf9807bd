import type { Mixed } from "./deal-tables.ts";

/** People tied by `keepWith` or as a pair, directly or through others; indices, in order. Who is tied to nobody is in none. */
export function companies<I extends string, A extends string>(
  people: readonly Mixed<I, A>[],
  together: readonly (readonly [I, I])[],
): number[][] {
  const index = new Map(people.map((person, i) => [person.id, i]));
  const chief = people.map((_, i) => i);
  const find = (i: number): number => (chief[i] === i ? i : find(chief[i] ?? i));
  const tie = (a: number | undefined, b: number | undefined) => {
    if (a === undefined || b === undefined) return;
    const [low, high] = [Math.min(find(a), find(b)), Math.max(find(a), find(b))];
    chief[high] = low;
  };
  for (const [i, { keepWith }] of people.entries()) if (keepWith !== undefined) tie(i, index.get(keepWith));
  for (const [a, b] of together) tie(index.get(a), index.get(b));
  return [...Map.groupBy(people.keys(), find).values()].filter((company) => company.length > 1);
}
