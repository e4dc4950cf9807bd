import type { PersonId } from "../../platform/ids.ts";
import type { Attribute, Dealt, Pair } from "./deal.ts";

/** A group gets no more than this many, also when people come late. */
export const mostAtTable = 8;

interface LateWishes<I extends string, A extends string> {
  readonly mix: readonly A[];
  readonly earlier: readonly Pair<I>[];
  readonly together?: readonly Pair<I>[];
  readonly apart?: readonly Pair<I>[];
}

/**
 * The group for somebody who comes late: where whoever they stay with sits; else the smallest that may have them; of equals the one
 * where they meet fewest people they met before, then fewest who share their values, then the lowest number. A group may not have them
 * when somebody sits there whom they should not meet, when they would be alone in text, or when nobody there writes Dutch while they
 * do not; where none may, the smallest does. Undefined when there are no groups.
 */
export function seatLate<I extends string = PersonId, A extends string = Attribute>(
  groups: readonly (readonly Dealt<I, A>[])[],
  person: Dealt<I, A>,
  wishes: LateWishes<I, A>,
): number | undefined {
  const partners = (pairs: readonly Pair<I>[] = []) =>
    new Set(pairs.flatMap(([a, b]) => (a === person.id ? [b] : b === person.id ? [a] : [])));
  const [met, company, foes] = [partners(wishes.earlier), partners(wishes.together), partners(wishes.apart)];
  if (person.keepWith !== undefined) company.add(person.keepWith);
  const alike = (other: Dealt<I, A>) =>
    wishes.mix.filter(
      (attribute) => person.attributes[attribute] !== "" && other.attributes[attribute] === person.attributes[attribute],
    );
  const barred = (group: readonly Dealt<I, A>[]) =>
    group.some(({ id }) => foes.has(id)) ||
    (person.textOnly === true && !group.some(({ textOnly }) => textOnly)) ||
    (person.dutch === false && !group.some(({ dutch }) => dutch !== false));
  const ranked = groups.map((group, number) => [
    group.some(({ id, keepWith }) => company.has(id) || keepWith === person.id) ? 0 : 1,
    barred(group) ? 1 : 0,
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
