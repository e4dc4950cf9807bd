import fc from "fast-check";
import { expect, test } from "vitest";
import { type GroupFits, nextFits } from "./groups-told.ts";

type Triple = [number, number, number];
const triple = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20));
const one = (told: Triple, counted: Triple) => nextFits({ a: [told] }, { a: [counted] }).a?.[0];

test.each<[string, Triple, Triple, Triple]>([
  ["four more", [10, 2, 3], [12, 3, 4], [10, 2, 3]],
  ["five more", [10, 2, 3], [13, 3, 4], [13, 3, 4]],
  ["one who says something else", [10, 2, 3], [9, 3, 3], [10, 2, 3]],
  ["five who say something else", [10, 2, 3], [5, 7, 3], [5, 7, 3]],
  ["two more, and two who say something else", [10, 2, 3], [10, 4, 3], [10, 2, 3]],
  ["somebody gone", [10, 2, 3], [9, 2, 3], [10, 2, 3]],
  ["not told yet", [2, 1, 1], [3, 1, 1], [3, 1, 1]],
])("%s", (_, told, counted, next) => expect(one(told, counted)).toEqual(next));

test("what is told of a group stands, or moves by five people and more", () => {
  fc.assert(
    fc.property(triple, triple, (told, counted) => {
      const next = one(told, counted) as Triple;
      const total = (of: Triple) => of[0] + of[1] + of[2];
      if (total(told) < 5 || next.every((n, at) => n === told[at])) return;
      const away = told.reduce((sum, n, at) => sum + Math.max(0, n - (next[at] ?? 0)), 0);
      const to = told.reduce((sum, n, at) => sum + Math.max(0, (next[at] ?? 0) - n), 0);
      expect(Math.max(away, to)).toBeGreaterThanOrEqual(5);
    }),
  );
});

test("an insight that is new, and one that is gone", () => {
  const told: GroupFits = { old: [[6, 0, 0]] };
  expect(
    nextFits(told, {
      new: [
        [1, 0, 0],
        [7, 0, 0],
      ],
    }),
  ).toEqual({
    old: [[0, 0, 0]],
    new: [
      [1, 0, 0],
      [7, 0, 0],
    ],
  });
});
