import { random } from "../../method/random.ts";
import type { Dealt, Pair } from "./deal.ts";
import { improve } from "./deal.ts";
import { Tables, usualWeights } from "./deal-tables.ts";

/**
 * Joins groups two by two, as pairs become fours; nobody leaves their group. One that is over joins the smallest.
 * @param before the groups as they sit now; people of none are not dealt
 */
export function joinTwoByTwo<I extends string, A extends string>(
  people: readonly Dealt<I, A>[],
  before: readonly (readonly I[])[],
  wishes: {
    readonly mix: readonly A[];
    readonly earlier: readonly Pair<I>[];
    readonly apart?: readonly Pair<I>[];
    readonly seed: number | string;
  },
): I[][] {
  const known = new Map(people.map((person) => [person.id, person]));
  const units = before.map((ids) => ids.filter((id) => known.has(id))).filter((ids) => ids.length > 0);
  const sat = units
    .flat()
    .sort()
    .flatMap((id) => known.get(id) ?? []);
  const place = new Map(sat.map(({ id }, i) => [id, i]));
  const chance = random(wishes.seed);
  // Largest first: then equals meet equals, and what is over is small.
  const order = chance.shuffle(units).sort((a, b) => b.length - a.length);
  const joined = Math.max(1, Math.floor(order.length / 2));
  const taken = order.map((_, i) => (i < 2 * joined ? Math.floor(i / 2) : joined - 1));
  const sizes = Array.from({ length: joined }, (_, group) =>
    order.reduce((sum, unit, i) => sum + (taken[i] === group ? unit.length : 0), 0),
  );
  // Who sat together sits together again: that is the intention, not a cost.
  const inUnit = new Set(units.flatMap((ids) => ids.flatMap((a) => ids.map((b) => `${a} ${b}`))));
  const earlier = wishes.earlier.filter(([a, b]) => !inUnit.has(`${a} ${b}`));
  const tables = new Tables(sat, sizes, { mix: wishes.mix, earlier, apart: wishes.apart ?? [], weights: usualWeights });
  const seated = order.map((ids) => ids.map((id) => place.get(id) as number));
  for (const [i, unit] of seated.entries()) for (const person of unit) tables.add(person, taken[i] as number);
  improve(tables, seated, chance, usualWeights);
  return tables.groups().map((group) => group.map((person) => (sat[person] as Dealt<I, A>).id));
}
