import { expect, test } from "vitest";
import { type AgainCounted, mcNemar, nextAgain, tellAgain } from "./again.ts";

const of = (more: number, less: number, same: number): AgainCounted => ({ by: "fit", counts: [more, less, same] });

test("of fewer than five who answered twice nothing is told", () => {
  expect(tellAgain(null)).toEqual({ status: "withheld" });
  expect(tellAgain(of(2, 1, 1))).toEqual({ status: "withheld" });
});

test("a part of fewer than five is not told apart from nobody, and no number of people follows", () => {
  const some = tellAgain(of(12, 1, 10));
  expect(some).toMatchObject({ status: "told", people: 20, clear: "more" });
  expect(some).toMatchObject({
    parts: [
      { turn: "more", share: 0.5 },
      { turn: "less", share: null },
      { turn: "same", share: 0.45 },
    ],
  });
  expect(tellAgain(of(12, 4, 10)).status === "told" && tellAgain(of(12, 0, 10))).toMatchObject({
    parts: [{}, { share: null }, {}],
  });
});

test("the line stands until five people came, went or turned", () => {
  expect(nextAgain(of(1, 1, 1), of(1, 1, 2))).toEqual(of(1, 1, 2));
  expect(nextAgain(of(3, 1, 6), of(4, 1, 6))).toEqual(of(3, 1, 6));
  expect(nextAgain(of(3, 1, 6), of(6, 2, 2))).toEqual(of(3, 1, 6));
  expect(nextAgain(of(3, 1, 6), of(8, 1, 1))).toEqual(of(8, 1, 1));
  expect(nextAgain(of(3, 1, 6), of(3, 1, 11))).toEqual(of(3, 1, 11));
  // who no longer stands in the ballots is in no later line
  expect(nextAgain(of(3, 1, 6), of(0, 0, 0))).toEqual(of(0, 0, 0));
});

test("a change is clear when chance does not explain it, by the exact test of McNemar", () => {
  expect(mcNemar(0, 0)).toBe(1);
  expect(mcNemar(6, 0)).toBeCloseTo(0.03125, 10);
  expect(mcNemar(5, 0)).toBeCloseTo(0.0625, 10);
  expect(mcNemar(10, 2)).toBeCloseTo(0.0385742, 6);
  expect(mcNemar(2, 10)).toBeCloseTo(mcNemar(10, 2), 12);
  expect(tellAgain(of(5, 0, 20))).toMatchObject({ clear: null });
  expect(tellAgain(of(0, 9, 20))).toMatchObject({ clear: "less" });
});
