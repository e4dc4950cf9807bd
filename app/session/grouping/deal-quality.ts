import type { Mixed } from "./deal-tables.ts";

export type Quality = {
  /** 0 to 1: the mean over groups and attributes of different values in a group / the most that could sit there. */
  coverage: number;
  /** Pairs of one organisation in one group. */
  sameOrganisation: number;
  /** Pairs that met before. */
  repeatedPairs: number;
  /** Largest group minus smallest. */
  sizeSpread: number;
};

/**
 * How well groups are mixed. Coverage leaves the organisation out, empty attributes are not counted as a value,
 * and without an attribute to mix (or without groups) it is 1.
 */
export function quality<I extends string, A extends string>(
  people: readonly Mixed<I, A>[],
  groups: readonly (readonly I[])[],
  mix: readonly A[],
  earlier: readonly (readonly [I, I])[],
): Quality {
  const known = new Map(people.map((person) => [person.id, person.attributes]));
  const value = (id: I, attribute: string) => (known.get(id) as Readonly<Record<string, string>> | undefined)?.[attribute] ?? "";
  const different = (ids: readonly I[], attribute: A) => new Set(ids.map((id) => value(id, attribute)).filter(Boolean)).size;

  const shares: number[] = [];
  for (const attribute of mix) {
    if (attribute === "organisation") continue;
    const exist = different([...known.keys()], attribute);
    if (exist > 0)
      for (const group of groups) if (group.length > 0) shares.push(different(group, attribute) / Math.min(group.length, exist));
  }
  const met = new Map<I, Set<I>>();
  for (const [a, b] of earlier) {
    met.set(a, (met.get(a) ?? new Set()).add(b));
    met.set(b, (met.get(b) ?? new Set()).add(a));
  }
  let [sameOrganisation, repeatedPairs] = [0, 0];
  for (const [a, b] of groups.flatMap(pairsOf)) {
    if (value(a, "organisation") !== "" && value(a, "organisation") === value(b, "organisation")) sameOrganisation++;
    if (met.get(a)?.has(b)) repeatedPairs++;
  }
  const sizes = groups.map((group) => group.length);
  return {
    coverage: shares.length === 0 ? 1 : shares.reduce((sum, share) => sum + share, 0) / shares.length,
    sameOrganisation,
    repeatedPairs,
    sizeSpread: sizes.length === 0 ? 0 : Math.max(...sizes) - Math.min(...sizes),
  };
}

/** Everybody who meets in a group, as pairs: the `earlier` of a next round. */
export function pairsOf<I extends string>(group: readonly I[]): [I, I][] {
  return group.flatMap((a, i) => group.slice(i + 1).map((b): [I, I] => [a, b]));
}
