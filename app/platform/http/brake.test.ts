import { expect, test } from "vitest";
import { makeBrake } from "./brake.ts";

test("holds back who is too fast, and lets go with time", () => {
  const brake = makeBrake({ burst: 2, perSecond: 1, most: 10 });
  expect([0, 0, 0].map((now) => brake.pass("a", now))).toEqual([true, true, false]);
  expect([brake.pass("b", 0), brake.pass("a", 1_000), brake.pass("a", 1_000)]).toEqual([true, true, false]);
});

test("a clock that jumps back, or far on, keeps nobody out", () => {
  const brake = makeBrake({ burst: 2, perSecond: 1, most: 10 });
  const day = 24 * 3_600_000;
  expect([brake.pass("a", 3 * day), brake.pass("a", 0), brake.pass("a", 0), brake.pass("a", 1_000)]).toEqual([
    true,
    true,
    false,
    true,
  ]);
});
