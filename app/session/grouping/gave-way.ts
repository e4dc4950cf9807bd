import { companies } from "./companies.ts";
import type { Quality } from "./deal-quality.ts";
import type { Mixed } from "./deal-tables.ts";

const wishKinds = ["together", "apart", "text-only", "dutch", "locked", "organisation", "met"] as const;
export type WishKind = (typeof wishKinds)[number];

/** A wish that could not be had for everybody. */
export interface GaveWay {
  readonly wish: WishKind;
  /** together: people who miss their company; locked: people; text-only, dutch: groups; apart, organisation, met: pairs */
  readonly times: number;
  /** No deal of these people could have it. Otherwise other wishes went before it, or the search found none. */
  readonly forced: boolean;
}

/** Which wishes gave way in a deal, the weightiest first. */
export function gaveWay<I extends string, A extends string>(
  people: readonly Mixed<I, A>[],
  groups: readonly (readonly I[])[],
  wishes: {
    readonly mix: readonly A[];
    readonly earlier: readonly (readonly [I, I])[];
    readonly together?: readonly (readonly [I, I])[];
    readonly apart?: readonly (readonly [I, I])[];
    readonly locked?: ReadonlyMap<I, number>;
  },
  made: Quality,
): GaveWay[] {
  const at = new Map(groups.flatMap((ids, group) => ids.map((id) => [id, group] as const)));
  const known = new Map(people.map((person) => [person.id, person]));
  const largest = Math.max(0, ...groups.map((ids) => ids.length));
  const bound = companies(people, wishes.together ?? []).map((company) => company.map((i) => (people[i] as Mixed<I, A>).id));
  const broken = bound.filter((ids) => new Set(ids.map((id) => at.get(id))).size > 1);
  const close = (wishes.apart ?? []).filter(([a, b]) => at.has(a) && at.get(a) === at.get(b));
  const count = (holds: (person: Mixed<I, A> | undefined) => boolean) =>
    groups.map((ids) => ids.filter((id) => holds(known.get(id))).length);
  const texts = count((person) => person?.textOnly === true);
  const speakers = count((person) => person?.dutch !== false);
  const moved = [...(wishes.locked ?? [])].filter(([id, group]) => at.has(id) && at.get(id) !== group);
  const writers = speakers.reduce((sum, n) => sum + n, 0);
  const found: GaveWay[] = [
    { wish: "together", times: broken.flat().length, forced: broken.every((ids) => ids.length > largest) },
    { wish: "apart", times: close.length, forced: groups.length < 2 },
    {
      wish: "text-only",
      times: texts.filter((n) => n === 1).length,
      forced: texts.reduce((sum, n) => sum + n, 0) === 1 || largest < 2,
    },
    {
      wish: "dutch",
      times: groups.filter((ids, i) => ids.length > 0 && speakers[i] === 0).length,
      forced: writers < groups.length,
    },
    { wish: "locked", times: moved.length, forced: moved.every(([, group]) => group >= groups.length) },
    {
      wish: "organisation",
      times: wishes.mix.includes("organisation" as A) ? made.sameOrganisation : 0,
      forced: made.sameOrganisation <= leastColleagues(people, groups.length),
    },
    { wish: "met", times: made.repeatedPairs, forced: made.repeatedPairs <= leastMeetings(people, groups, wishes.earlier) },
  ];
  return found.filter(({ times }) => times > 0);
}

/** Pairs of one organisation that no deal over so many groups avoids. */
function leastColleagues(people: readonly Mixed<string, string>[], groups: number): number {
  const sizes = new Map<string, number>();
  for (const { attributes } of people) {
    const name = attributes.organisation ?? "";
    if (name !== "") sizes.set(name, (sizes.get(name) ?? 0) + 1);
  }
  let least = 0;
  for (const n of sizes.values()) {
    const [each, more] = [Math.floor(n / groups), n % groups];
    least += (groups * each * (each - 1)) / 2 + more * each;
  }
  return least;
}

/** Pairs that must meet again: somebody at a group larger than the people they have not met yet (and themselves). */
function leastMeetings<I extends string>(
  people: readonly { readonly id: I }[],
  groups: readonly (readonly I[])[],
  earlier: readonly (readonly [I, I])[],
): number {
  const met = new Map(people.map(({ id }) => [id, new Set<I>()]));
  for (const [a, b] of earlier)
    if (met.has(a) && met.has(b))
      for (const [one, other] of [
        [a, b],
        [b, a],
      ] as const)
        met.get(one)?.add(other);
  const again = groups.flatMap((ids) =>
    ids.map((id) => Math.max(0, ids.length - 1 - (people.length - 1 - (met.get(id)?.size ?? 0)))),
  );
  return Math.ceil(again.reduce((sum, n) => sum + n, 0) / 2);
}
