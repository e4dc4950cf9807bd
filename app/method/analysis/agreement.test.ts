import { expect, test } from "vitest";
import { random } from "../random.ts";
import { adjustedRand } from "./agreement.ts";

test("equals the example of Hubert and Arabie's formula worked by hand", () => {
  // table [[2, 1], [0, 3]]: same pairs 4, pairs 6 and 7 of 15, expected 2.8, most 6.5
  expect(adjustedRand([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 1, 1])).toBeCloseTo((4 - 2.8) / (6.5 - 2.8), 12);
});

test("other names for the same groups are the same; chance is about 0", () => {
  expect(adjustedRand([0, 0, 1, 1, 2], [2, 2, 0, 0, 1])).toBe(1);
  const chance = random(1);
  const [a, b] = [1, 2].map(() => Array.from({ length: 5000 }, () => chance.below(3)));
  expect(Math.abs(adjustedRand(a!, b!))).toBeLessThan(0.01);
  expect(adjustedRand([], [])).toBe(1);
});
