import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../tests/runs.ts";
import { random } from "../../method/random.ts";
import { type Attribute, type Dealt, deal, groupSizes } from "./deal.ts";
import { pairsOf, quality } from "./deal-quality.ts";

type Person = Dealt<string, Attribute>;
const mix = ["field", "party", "organisation", "area"] as const;
const person = (id: string, field = "", party = "", organisation = "", area = ""): Person => ({
  id,
  attributes: { field, party, organisation, area },
});
const people = (n: number, seed = 1): Person[] => {
  const chance = random(seed);
  const skewed = (kinds: number) => String(Math.floor(chance.next() ** 2 * kinds));
  return Array.from({ length: n }, (_, i) =>
    person(`p${String(i).padStart(5, "0")}`, skewed(7), skewed(6), skewed(n / 4), skewed(40)),
  );
};
const anyPeople = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 60 }).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc.record({
        id: fc.constant(id),
        attributes: fc.record({
          field: fc.constantFrom("", "wonen", "zorg", "scholing"),
          party: fc.constantFrom("", "praktijk", "bewoner"),
          organisation: fc.constantFrom("", "a", "b", "c", "d", "e"),
          area: fc.constantFrom("", "GM1", "GM2", "GM3"),
        }),
        textOnly: fc.boolean(),
        dutch: fc.boolean(),
      }),
    ),
  ),
);
const anySize = fc.integer({ min: 1, max: 9 });

describe("deal", () => {
  test("everyone sits in exactly one group and sizes differ by one at most", () => {
    fc.assert(
      fc.property(anyPeople, anySize, fc.integer(), (some, size, seed) => {
        const dealt = deal(some, { size, mix, earlier: [], seed });
        expect(dealt.groups.flat().sort()).toEqual(some.map(({ id }) => id).sort());
        expect(dealt.quality.sizeSpread).toBeLessThanOrEqual(1);
        expect(dealt.groups.map((group) => group.length)).toEqual(groupSizes(some.length, size));
      }),
    );
  });

  test("same seed, same groups, in whatever order people come in", () => {
    fc.assert(
      fc.property(anyPeople, anySize, fc.integer(), (some, size, seed) => {
        const wishes = { size, mix, earlier: [], seed };
        expect(deal(random(seed).shuffle(some), wishes)).toEqual(deal(some, wishes));
      }),
    );
  });

  test("new names that keep the order change nothing but the names", () => {
    const some = people(80);
    const renamed = some.map((one) => ({ ...one, id: `z-${one.id}` }));
    const wishes = { size: 6, mix, earlier: [], seed: 5 };
    expect(deal(renamed, wishes).groups).toEqual(deal(some, wishes).groups.map((group) => group.map((id) => `z-${id}`)));
  });

  test("another seed gives other groups", () => {
    const groups = (seed: number) => deal(people(60), { size: 6, mix, earlier: [], seed }).groups;
    expect(groups(1)).not.toEqual(groups(2));
  });

  test("three rounds of 72 people repeat no pair and mix far better than chance", () => {
    const some = people(72);
    let earlier: [string, string][] = [];
    for (const round of [1, 2, 3]) {
      const dealt = deal(some, { size: 6, mix, earlier, seed: round });
      const byChance = Array.from({ length: 12 }, (_, g) => some.slice(6 * g, 6 * g + 6).map(({ id }) => id));
      expect(dealt.quality.repeatedPairs).toBe(0);
      expect(dealt.quality.coverage).toBeGreaterThan(quality(some, byChance, mix, []).coverage + 0.05);
      earlier = [...earlier, ...dealt.groups.flatMap(pairsOf)];
    }
  });

  test("colleagues sit apart where there is room", () => {
    const some = Array.from({ length: 24 }, (_, i) => person(`p${i}`, `f${i % 4}`, "", `o${i % 6}`));
    expect(deal(some, { size: 4, mix, earlier: [], seed: 1 }).quality).toMatchObject({ sameOrganisation: 0, coverage: 1 });
  });

  test("nobody is shut out: text-only people sit together, each group has somebody who speaks Dutch", () => {
    const some: Person[] = people(36).map((one, i) => ({ ...one, textOnly: i % 9 === 0, dutch: i % 3 !== 0 }));
    for (const seed of [1, 2, 3, 4, 5]) {
      const { groups } = deal(some, { size: 6, mix, earlier: [], seed });
      for (const group of groups.map((ids) => ids.map((id) => some.find((one) => one.id === id)))) {
        expect(group.filter((one) => one?.textOnly)).not.toHaveLength(1);
        expect(group.some((one) => one?.dutch !== false)).toBe(true);
      }
    }
  });

  test("an interpreter stays with the person, round after round", () => {
    const some: Person[] = people(30).map((one, i) => (i < 3 ? { ...one, keepWith: `p000${i + 10}` } : one));
    let earlier: [string, string][] = [];
    for (const seed of [1, 2, 3]) {
      const { groups } = deal(some, { size: 5, mix, earlier, seed });
      for (const { id, keepWith } of some) if (keepWith) expect(groups.find((group) => group.includes(id))).toContain(keepWith);
      earlier = [...earlier, ...groups.flatMap(pairsOf)];
    }
  });

  test("a thousand people: no two of one organisation, as mixed as their values allow", () => {
    const { quality: result, gaveWay } = deal(people(1000), { size: 6, mix, earlier: [], seed: 1 });
    expect(result).toMatchObject({ sameOrganisation: 0, sizeSpread: 1 });
    expect(result.coverage).toBeGreaterThan(0.84);
    expect(gaveWay).toEqual([]);
  });

  test("who is locked stays, who should stay apart does, and the others are dealt around them", () => {
    const some = people(40);
    const ids = some.map(({ id }) => id);
    const [a, b, c, d] = ids as [string, string, string, string];
    const locked = new Map([
      [a, 3],
      [b, 3],
      [c, 0],
    ]);
    for (const seed of [1, 2, 3]) {
      const {
        groups,
        gaveWay,
        quality: made,
      } = deal(some, { size: 6, mix, earlier: [], seed, locked, apart: [[a, d]], together: [[c, d]] });
      for (const [id, group] of locked) expect(groups[group]).toContain(id);
      expect(groups[0]).toContain(d);
      expect(made.sizeSpread).toBe(1);
      expect(gaveWay.filter(({ wish }) => wish !== "organisation")).toEqual([]);
    }
  });

  test("a size that is no size and a person twice are faults", () => {
    expect(() => deal(people(4), { size: 0, mix, earlier: [], seed: 1 })).toThrow(RangeError);
    expect(() => deal([person("a"), person("a")], { size: 2, mix, earlier: [], seed: 1 })).toThrow("dealt twice");
  });
});

describe("a wish that cannot be had is said", () => {
  const wishes = { size: 4, mix, earlier: [], seed: 1 };
  const said = (some: readonly Person[], more: object = {}) => deal(some, { ...wishes, ...more }).gaveWay;

  test("only one takes part in text", () => {
    expect(said(people(12).map((one, i) => ({ ...one, textOnly: i === 5 })))).toContainEqual({
      wish: "text-only",
      times: 1,
      forced: true,
    });
  });
  test("too few write Dutch", () => {
    expect(said(people(12).map((one, i) => ({ ...one, dutch: i < 2 })))).toContainEqual({
      wish: "dutch",
      times: 1,
      forced: true,
    });
  });
  test("more stay together than fit", () => {
    const some = people(12);
    const ids = some.map(({ id }) => id);
    const together = ids.slice(1, 6).map((id, i) => [ids[i], id]);
    expect(said(some, { together })).toContainEqual({ wish: "together", times: 6, forced: true });
  });
  test("two are asked both together and apart: together goes first", () => {
    const pair = [["p00001", "p00002"]];
    expect(said(people(12), { together: pair, apart: pair })).toContainEqual({ wish: "apart", times: 1, forced: false });
  });
  test("an organisation sent more people than there are groups", () => {
    const some = Array.from({ length: 12 }, (_, i) => person(`p${i}`, "", "", i < 5 ? "gemeente" : `o${i}`));
    expect(said(some)).toEqual([{ wish: "organisation", times: 2, forced: true }]);
  });
  test("everybody met everybody", () => {
    const ids = people(8).map(({ id }) => id);
    expect(said(people(8), { earlier: pairsOf(ids) })).toContainEqual({ wish: "met", times: 12, forced: true });
  });
  test("a lock on a group that is not there", () => {
    expect(said(people(8), { locked: new Map([["p00001", 9]]) })).toContainEqual({ wish: "locked", times: 1, forced: true });
  });
});

/** The least that pairs who share values can be, by trying every way to sit: the maximally diverse grouping problem, solved exactly. */
function least(some: readonly Person[], sizes: readonly number[]): number {
  const alike = (a: Person, b: Person) =>
    mix.filter((name) => a.attributes[name] !== "" && a.attributes[name] === b.attributes[name]).length;
  const groups: Person[][] = sizes.map(() => []);
  let best = Number.POSITIVE_INFINITY;
  const sit = (at: number, cost: number) => {
    const one = some[at];
    if (cost >= best) return;
    if (!one) {
      best = cost;
      return;
    }
    const tried = new Set<number>();
    for (const [g, group] of groups.entries()) {
      const size = sizes[g] ?? 0;
      // Empty groups of one size are alike.
      if (group.length >= size || (group.length === 0 && tried.has(size))) continue;
      if (group.length === 0) tried.add(size);
      const added = group.reduce((sum, other) => sum + alike(one, other), 0);
      group.push(one);
      sit(at + 1, cost + added);
      group.pop();
    }
  };
  sit(0, 0);
  return best;
}

describe("beside the exact solution of the maximally diverse grouping problem", () => {
  const weights = { missingValue: 0, samePair: 1, colleagues: 1, metBefore: 0, shutOut: 0 };
  const few = (ids: number) =>
    fc.array(
      fc.record({
        field: fc.constantFrom("", "wonen", "zorg", "scholing"),
        party: fc.constantFrom("praktijk", "bewoner"),
        organisation: fc.constantFrom("a", "b", "c", "d"),
        area: fc.constantFrom("GM1", "GM2", "GM3"),
      }),
      { minLength: ids, maxLength: ids },
    );
  test("the search finds what trying everything finds", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 10 }).chain(few),
        fc.integer({ min: 2, max: 5 }),
        fc.integer(),
        (values, size, seed) => {
          const some = values.map((attributes, i): Person => ({ id: `p${i}`, attributes }));
          const { groups } = deal(some, { size, mix, earlier: [], seed, weights });
          const known = new Map(some.map((one) => [one.id, one]));
          const cost = groups.flatMap(pairsOf).reduce(
            (sum, [a, b]) =>
              sum +
              least(
                [known.get(a), known.get(b)].flatMap((one) => one ?? []),
                [2],
              ),
            0,
          );
          expect(cost).toBe(least(some, groupSizes(some.length, size)));
        },
      ),
      { numRuns: runs(60) },
    );
  });
});

test("three rounds of skewed people reach nearly all that could be", () => {
  const some = people(240, 7);
  const sizes = groupSizes(240, 6);
  const dealt = deal(some, { size: 6, mix, earlier: [], seed: 1 });
  const could = (["field", "party", "area"] as const).map((name) => {
    const counts = [...Map.groupBy(some, ({ attributes }) => attributes[name]).values()].map((group) => group.length);
    return counts.reduce((sum, n) => sum + Math.min(n, sizes.length), 0) / (sizes.length * Math.min(6, counts.length));
  });
  expect(dealt.quality.coverage).toBeGreaterThan((0.98 * could.reduce((sum, share) => sum + Math.min(1, share), 0)) / 3);
});
test("group sizes: not above the size asked for, unless a group would be too thin", () => {
  expect(groupSizes(0, 6)).toEqual([]);
  expect(groupSizes(1, 6)).toEqual([1]);
  expect(groupSizes(72, 6)).toEqual(new Array(12).fill(6));
  expect(groupSizes(73, 6)).toEqual([...new Array(8).fill(6), ...new Array(5).fill(5)]);
  expect(groupSizes(7, 6)).toEqual([4, 3]);
  expect(groupSizes(5, 4)).toEqual([5]);
  expect(groupSizes(5, 2)).toEqual([3, 2]);
  expect(groupSizes(3, 1)).toEqual([1, 1, 1]);
});

describe("quality", () => {
  const some = [person("a", "w", "", "o"), person("b", "z", "", "o"), person("c", "w"), person("d", "w")];
  test("counts by hand", () => {
    const result = quality(
      some,
      [["a", "b", "c"], ["d"]],
      ["field", "organisation"],
      [
        ["c", "b"],
        ["a", "d"],
      ],
    );
    // 2 of 2 fields in the first group, 1 of 1 possible in the second
    expect(result).toEqual({ coverage: 1, sameOrganisation: 1, repeatedPairs: 1, sizeSpread: 2 });
  });
  test("an attribute nobody filled in does not count", () => {
    expect(
      quality(
        some,
        [
          ["a", "c"],
          ["b", "d"],
        ],
        ["field", "party"],
        [],
      ).coverage,
    ).toBe(0.75);
  });
});
