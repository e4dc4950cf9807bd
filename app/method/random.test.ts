import fc from "fast-check";
import { expect, test } from "vitest";
import { random } from "./random.ts";

const take = (seed: number | string, n: number) => {
  const chance = random(seed);
  return Array.from({ length: n }, () => chance.next());
};

test("the same seed gives the same numbers, another seed others", () => {
  expect(take(7, 20)).toEqual(take(7, 20));
  expect(take(7, 20)).not.toEqual(take(8, 20));
  expect(take("ronde 1", 20)).not.toEqual(take("ronde 2", 20));
});

test("the first numbers of a seed stay what they are, also on another machine", () => {
  const first = (seed: number | string) => take(seed, 3).map((number) => Math.floor(number * 1000));
  expect(first("1")).toEqual([455, 735, 687]);
  expect(first(1)).toEqual([595, 112, 688]);
});

test("numbers are spread evenly", () => {
  const counts = new Array(10).fill(0);
  const chance = random("spread");
  for (let i = 0; i < 100_000; i++) counts[chance.below(10)]++;
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});

test("below stays below, a shuffle keeps every item and its source", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 1e6 }), fc.array(fc.integer()), (seed, limit, items) => {
      const chance = random(seed);
      const n = chance.below(limit);
      expect(Number.isInteger(n) && n >= 0 && n < limit).toBe(true);
      const before = [...items];
      const order = (list: number[]) => [...list].sort((x, y) => x - y);
      expect(order(chance.shuffle(items))).toEqual(order(items));
      expect(items).toEqual(before);
    }),
  );
});

test("picking from nothing gives nothing", () => {
  expect(random(1).pick([])).toBeUndefined();
});
