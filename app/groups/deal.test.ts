import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { random } from "../platform/random.ts";
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

  test("a thousand people take less than a second", () => {
    const some = people(1000);
    const start = performance.now();
    const { quality: result } = deal(some, { size: 6, mix, earlier: [], seed: 1 });
    expect(performance.now() - start).toBeLessThan(1000);
    expect(result).toMatchObject({ sameOrganisation: 0, sizeSpread: 1 });
  });

  test("a size that is no size and a person twice are faults", () => {
    expect(() => deal(people(4), { size: 0, mix, earlier: [], seed: 1 })).toThrow(RangeError);
    expect(() => deal([person("a"), person("a")], { size: 2, mix, earlier: [], seed: 1 })).toThrow("dealt twice");
  });
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
