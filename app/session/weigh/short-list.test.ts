import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asNumber } from "./fraction.ts";
import { everybody, type Marked, marked, type Option, supportOf, uncovered } from "./marked.ts";
import { mostLists, proportional } from "./pav.ts";
import { plainCount } from "./plain-count.ts";
import { equalShares } from "./shares.ts";

const optionsOf = (ids: string): Option[] => [...ids].map((id, at) => ({ id, number: at + 1 }));
/** "12 ab" is twelve people who marked a and b. */
const hall = (ids: string, ...ballots: string[]): Marked =>
  marked(
    optionsOf(ids),
    ballots.flatMap((ballot) => {
      const [people, choices = ""] = ballot.split(" ");
      return Array.from({ length: Number(people) }, () => [...choices]);
    }),
  );
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join("");

describe("a hall of which six in ten choose the same three", () => {
  const of = hall("abcdef", "60 abc", "30 de", "10 f");
  test("the count gives them all three places; equal shares see to it that all find something back [SL6, SL8, SL9]", () => {
    expect(ids(plainCount(of, 3))).toBe("abc");
    expect(ids(equalShares(of, 3))).toBe("adf");
    expect(ids(proportional(of, 3).list)).toBe("abd");
    expect(["abc", "abd", "adf"].map((list) => uncovered(of, list))).toEqual([40, 10, 0]);
  });
  test("the smallest part has its place on a list of ten places", () => {
    expect(new Set(ids(equalShares(of, 6)))).toEqual(new Set("abcdef"));
  });
});

test("what the shares do not pay goes to who has nothing yet, then by count [SL9]", () => {
  const of = hall("abcd", "5 a", "4 b", "3 bc", "2 d");
  expect(equalShares(of, 4).map(({ id, why }) => `${id} ${why}`)).toEqual(["b paid", "a paid", "d uncovered", "c count"]);
});

test("equal ones: more people, then who came first [SL4]", () => {
  expect(ids(equalShares(hall("ab", "5 a", "5 b"), 1))).toBe("a");
  expect(
    ids(
      equalShares(
        marked(
          [
            { id: "a", number: 2 },
            { id: "b", number: 1 },
          ],
          [["a"], ["b"]],
        ),
        1,
      ),
    ),
  ).toBe("b");
  expect(ids(plainCount(hall("ab", "5 a", "5 b"), 1))).toBe("a");
  expect(ids(proportional(hall("abc", "1 a", "1 b", "1 c"), 2).list)).toBe("ab");
});

test("who marked nothing that can stand on a list is not counted; nobody makes no list [SL3]", () => {
  const none = marked(optionsOf("ab"), [[], ["x"]]);
  expect([everybody(none), plainCount(none, 3), equalShares(none, 3), proportional(none, 3).list]).toEqual([0, [], [], []]);
});

test("the price is the part of a share that the one who gives most gives", () => {
  const [first, second] = equalShares(hall("ab", "12 a", "6 ab", "12 b"), 3);
  expect([first, second]).toMatchObject([
    { id: "a", people: 18, why: "paid" },
    { id: "b", people: 18, why: "paid" },
  ]);
  if (first?.why !== "paid" || second?.why !== "paid") throw new Error("not paid");
  // each has 3/30; a costs its 18 people 1/18 each
  expect(asNumber(first.most)).toBeCloseTo(5 / 9);
  // six of b have 4/90 left and give it; the other twelve give (1 - 24/90) / 12 each
  expect(asNumber(second.most)).toBeCloseTo(11 / 18);
});

/** Groups of at least l in k of the people, who agree on l options, hold somebody who finds l choices back. */
function extendedJustified(of: Marked, list: ReadonlySet<string>, places: number): boolean {
  const people = everybody(of);
  return subsets(of.options.map(({ id }) => id)).every((together) => {
    const size = together.length;
    if (size === 0 || size > places) return true;
    const poor = of.ballots.filter(
      ({ choices }) => together.every((id) => choices.has(id)) && [...choices].filter((id) => list.has(id)).length < size,
    );
    return everybody({ ballots: poor }) * places < size * people;
  });
}
function subsets(of: readonly string[]): string[][] {
  const all: string[][] = [[]];
  for (const id of of) all.push(...all.map((one) => [...one, id]));
  return all;
}
function* halls(options: string, people: number): Generator<Marked> {
  const choices = subsets([...options]).filter((one) => one.length > 0 && one.length <= 3);
  function* more(from: number, left: number): Generator<string[][]> {
    if (left === 0) return yield [];
    for (let at = from; at < choices.length; at++)
      for (const rest of more(at, left - 1)) yield [choices[at] as string[], ...rest];
  }
  for (const all of more(0, people)) yield marked(optionsOf(options), all);
}

describe("every hall of up to five people and four options", () => {
  const small = [1, 2, 3, 4, 5].flatMap((people) => [...halls(people < 5 ? "abcd" : "abc", people)]);
  const cases = small.flatMap((of) => [1, 2, 3, 4].map((length) => ({ of, length })));
  const told = ({ ballots }: Marked) => ballots.map(({ people, choices }) => `${people} ${[...choices].join("")}`).join(", ");
  /** The cases in which it does not hold. */
  const broken = (holds: (of: Marked, length: number) => boolean) =>
    cases.filter(({ of, length }) => !holds(of, length)).map(({ of, length }) => `${told(of)}: ${length}`);
  const on = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));

  test("equal shares: extended justified representation [SL11]", () => {
    expect(cases.length).toBeGreaterThan(10_000);
    expect(broken((of, length) => extendedJustified(of, on(equalShares(of, length)), length))).toEqual([]);
  });
  test("proportional, exact: the same, and no list has a higher sum [SL10, SL11]", () => {
    const sixths = [0, 6, 9, 11];
    const sum = ({ ballots }: Marked, list: ReadonlySet<string>) =>
      ballots.reduce(
        (all, { people, choices }) => all + people * (sixths[[...choices].filter((id) => list.has(id)).length] ?? 0),
        0,
      );
    const all = subsets([..."abcd"]).map((one) => new Set(one));
    const holds = (of: Marked, length: number) => {
      const { method, list } = proportional(of, length);
      const highest = Math.max(...all.filter(({ size }) => size <= length).map((one) => sum(of, one)));
      return method === "exact" && extendedJustified(of, on(list), length) && sum(of, on(list)) === highest;
    };
    expect(broken(holds)).toEqual([]);
  });
  test("the count alone does not represent", () => {
    expect(extendedJustified(hall("abcd", "3 abc", "1 d"), new Set("abc"), 4)).toBe(false);
  });
  test("lists are full and without double", () => {
    const holds = (of: Marked, length: number) => {
      const places = Math.min(length, [...supportOf(of).values()].filter((people) => people > 0).length);
      const lists = [equalShares(of, length), plainCount(of, length), proportional(of, length).list];
      return lists.every((list) => list.length === places && on(list).size === places);
    };
    expect(broken(holds)).toEqual([]);
  });
});

const anyHall = fc.integer({ min: 1, max: 7 }).chain((options) => {
  const names = Array.from({ length: options }, (_, at) => String.fromCharCode(97 + at));
  return fc.tuple(
    fc.constant(names),
    fc.array(fc.subarray(names, { minLength: 1, maxLength: Math.min(3, options) }), { minLength: 1, maxLength: 40 }),
    fc.integer({ min: 1, max: 6 }),
  );
});

test("larger halls: extended justified representation", () => {
  fc.assert(
    fc.property(anyHall, ([names, people, length]) => {
      const of = marked(optionsOf(names.join("")), people);
      const list = equalShares(of, length);
      expect(extendedJustified(of, new Set(list.map(({ id }) => id)), length)).toBe(true);
      const best = proportional(of, length);
      expect(best.method === "step-by-step" || extendedJustified(of, new Set(best.list.map(({ id }) => id)), length)).toBe(true);
    }),
  );
});

test("the order of people and of options, and their names, change nothing [SL5]", () => {
  const shuffled = anyHall.chain(([names, people, length]) =>
    fc.tuple(
      fc.constant([names, people, length] as const),
      fc.shuffledSubarray(people, { minLength: people.length }),
      fc.shuffledSubarray(names, { minLength: names.length }),
      fc.shuffledSubarray(names, { minLength: names.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([[names, people, length], otherPeople, otherOrder, otherNames]) => {
      const rename = new Map(names.map((name, at) => [name, `theme ${otherNames[at]}`]));
      const one = marked(optionsOf(names.join("")), people);
      const number = new Map(names.map((name, at) => [name, at + 1]));
      const other = marked(
        otherOrder.map((name) => ({ id: rename.get(name) ?? "", number: number.get(name) ?? 0 })),
        otherPeople.map((own) => own.toReversed().map((name) => rename.get(name) ?? "")),
      );
      for (const method of [equalShares, plainCount, (of: Marked, n: number) => proportional(of, n).list])
        expect(method(other, length).map(({ id }) => id)).toEqual(method(one, length).map(({ id }) => rename.get(id)));
    }),
  );
});

test("beyond the lists that are compared, it says so", () => {
  const many = "abcdefghijklmnopqrstuvwxyz";
  const of = marked(
    optionsOf(many),
    [...many].map((id) => [id]),
  );
  expect(proportional(of, 13).method).toBe("step-by-step");
  expect(ids(proportional(of, 5).list)).toBe("abcde");
  expect(mostLists).toBeGreaterThan(2002); // fourteen themes, five places
});
