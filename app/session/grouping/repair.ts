import type { PersonId } from "../../platform/ids.ts";
import type { Attribute, Dealt, Pair } from "./deal.ts";
import { mostAtTable, seatLate } from "./seating.ts";

/** A group with fewer people is joined with another. */
export const fewestAtTable = 3;

export interface RepairWishes<I extends string, A extends string> {
  readonly mix: readonly A[];
  readonly earlier: readonly Pair<I>[];
  readonly together?: readonly Pair<I>[];
  readonly apart?: readonly Pair<I>[];
  /** Who may not be moved. */
  readonly locked?: ReadonlySet<I>;
  /** As many as a group was to have. */
  readonly size: number;
}
/** `to` is the place in the list of groups; at its end: a new group. */
export interface Move<I extends string = PersonId> {
  readonly person: I;
  readonly from: number | null;
  readonly to: number;
}

/**
 * Makes groups whole again with as few moves as it can: who has no seat goes to the smallest group that may have them; a group above
 * eight gives who is over to groups with room, or else a part of itself becomes a new group; a group below three joins another.
 * Pairs stay pairs: where groups of two were meant, two are enough.
 * @param groups who is here, by group; who is away keeps their seat and is not counted
 */
export function repair<I extends string = PersonId, A extends string = Attribute>(
  groups: readonly (readonly Dealt<I, A>[])[],
  unseated: readonly Dealt<I, A>[],
  wishes: RepairWishes<I, A>,
): Move<I>[] {
  const now = groups.map((group) => [...group]);
  const begun = new Map(groups.flatMap((group, at) => group.map(({ id }) => [id, at] as const)));
  const [least, most] = [Math.min(fewestAtTable, wishes.size), Math.max(mostAtTable, wishes.size)];
  const free = ({ id }: Dealt<I, A>) => !wishes.locked?.has(id);
  const put = (person: Dealt<I, A>, to: number) => {
    for (const group of now) if (group.includes(person)) group.splice(group.indexOf(person), 1);
    now[to] = [...(now[to] ?? []), person];
  };
  /** Where one more fits, of groups that are not this one. */
  const placeFor = (person: Dealt<I, A>, not: number, upTo: number): number | undefined => {
    const able = now.flatMap((group, at) => (at !== not && group.length > 0 && group.length < upTo ? [at] : []));
    const chosen = seatLate(
      able.map((at) => now[at] ?? []),
      person,
      wishes,
    );
    return chosen === undefined ? undefined : able[chosen];
  };

  /** No group has room for all of them: each goes where one fits. */
  const spread = (people: readonly Dealt<I, A>[], at: number): boolean => {
    if (
      now.reduce((sum, group, i) => sum + (i !== at && group.length > 0 ? Math.max(0, most - group.length) : 0), 0) <
      people.length
    )
      return false;
    for (const person of people) put(person, placeFor(person, at, most) ?? at);
    return true;
  };
  /** All others are full: somebody comes from the largest. */
  const fill = (at: number): boolean => {
    const largest = now.filter((group) => group.length > least && group.some(free)).sort((a, b) => b.length - a.length)[0];
    const comes = largest?.findLast(free);
    if (comes) put(comes, at);
    return comes !== undefined;
  };

  for (const person of unseated) put(person, placeFor(person, -1, most) ?? now.length);

  for (const at of [...now.keys()]) {
    while ((now[at]?.length ?? 0) > most) {
      const group = now[at] ?? [];
      // Who came last goes first: they sat there shortest.
      const leaves = group.findLast(free);
      if (!leaves) break;
      const to = placeFor(leaves, at, wishes.size);
      if (to !== undefined) {
        put(leaves, to);
        continue;
      }
      const part = group.filter(free).slice(-Math.max(fewestAtTable, group.length - most));
      if (part.length < fewestAtTable) break;
      const fresh = now.length;
      for (const person of part) put(person, fresh);
    }
  }

  for (;;) {
    const thin = now
      .flatMap((group, at) => (group.length > 0 && group.length < least && group.every(free) ? [at] : []))
      .sort((a, b) => (now[a]?.length ?? 0) - (now[b]?.length ?? 0))[0];
    if (thin === undefined) break;
    const people = [...(now[thin] ?? [])];
    const able = now.flatMap((group, at) =>
      at !== thin && group.length > 0 && group.length + people.length <= most ? [at] : [],
    );
    const [first] = people;
    const chosen =
      first &&
      seatLate(
        able.map((at) => now[at] ?? []),
        first,
        wishes,
      );
    if (chosen !== undefined) for (const person of people) put(person, able[chosen] ?? 0);
    else if (!spread(people, thin) && !fill(thin)) break;
  }

  return now.flatMap((group, to) =>
    group.flatMap((person): Move<I>[] => {
      const from = begun.get(person.id) ?? null;
      return from === to ? [] : [{ person: person.id, from, to }];
    }),
  );
}
