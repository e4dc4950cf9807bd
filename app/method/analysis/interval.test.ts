import fc from "fast-check";
import { expect, test } from "vitest";
import { wilson } from "./interval.ts";

test("equals published figures", () => {
  // Newcombe 1998, table I, method 3
  for (const [chosen, people, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const) {
    expect(wilson(chosen, people).low).toBeCloseTo(low, 4);
    expect(wilson(chosen, people).high).toBeCloseTo(high, 4);
  }
});

test("without people nothing is known", () => {
  expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
});

test("holds the share, stays from 0 to 1, mirrors, and narrows with more people", () => {
  const counts = fc
    .integer({ min: 1, max: 100_000 })
    .chain((people) => fc.tuple(fc.integer({ min: 0, max: people }), fc.constant(people)));
  fc.assert(
    fc.property(counts, ([chosen, people]) => {
      const { low, high } = wilson(chosen, people);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(chosen / people);
      expect(high).toBeGreaterThanOrEqual(chosen / people);
      expect(wilson(people - chosen, people).low).toBeCloseTo(1 - high, 12);
      const more = wilson(10 * chosen, 10 * people);
      expect(more.high - more.low).toBeLessThan(high - low);
    }),
  );
});

test("what is no count is a fault", () => {
  for (const [chosen, people] of [
    [3, 2],
    [-1, 2],
    [0.5, 2],
    [0, Number.NaN],
  ] as const)
    expect(() => wilson(chosen, people)).toThrow(RangeError);
});
