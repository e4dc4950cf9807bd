import type { PersonId } from "../ids.ts";
import type { Attribute, Dealt, Pair } from "./deal.ts";

/**
 * The group for somebody who comes late: the smallest; of equals the one where they meet fewest people they met before,
 * then fewest who share their values, then the lowest number. Undefined when there are no groups.
 */
export function seatLate<I extends string = PersonId, A extends string = Attribute>(
  groups: readonly (readonly Dealt<I, A>[])[],
  person: Dealt<I, A>,
  wishes: { mix: readonly A[]; earlier: readonly Pair<I>[] },
): number | undefined {
  const met = new Set(wishes.earlier.flatMap(([a, b]) => (a === person.id ? [b] : b === person.id ? [a] : [])));
  const alike = (other: Dealt<I, A>) =>
    wishes.mix.filter(
      (attribute) => person.attributes[attribute] !== "" && other.attributes[attribute] === person.attributes[attribute],
    );
  const ranked = groups.map((group, number) => [
    group.length,
    group.filter((other) => met.has(other.id)).length,
    group.reduce((sum, other) => sum + alike(other).length, 0),
    number,
  ]);
  return ranked.sort(byFirstDifference)[0]?.at(-1);
}

function byFirstDifference(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((value, position) => value !== b[position]);
  return i < 0 ? 0 : (a[i] ?? 0) - (b[i] ?? 0);
}
