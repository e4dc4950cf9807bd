import { expect, test } from "vitest";
import { secondsEach, shareOf } from "./table-life.ts";

test("one's own share is told beside an equal one, and only when there is enough to say", () => {
  const lengths = new Map([
    ["a", 300],
    ["b", 100],
  ]);
  expect(shareOf(lengths, "a", 4)).toEqual({ own: 75, equal: 25 });
  expect(shareOf(lengths, "c", 4)).toEqual({ own: 0, equal: 25 });
  expect(shareOf(new Map([["a", 199]]), "a", 4)).toBeNull();
  expect(shareOf(lengths, "a", 1)).toBeNull();
});
test("a turn takes as long as the step has room for, half a minute to three", () => {
  expect(secondsEach(20 * 60_000, 6)).toBe(150);
  expect(secondsEach(60 * 60_000, 6)).toBe(180);
  expect(secondsEach(60_000, 6)).toBe(30);
  expect(secondsEach(0, 0)).toBe(30);
});
