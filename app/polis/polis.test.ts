import { expect, test } from "vitest";
import { choiceOf, readSummary, readVote, signOf } from "./polis.ts";

test("a cell is agree, disagree, pass, not seen, or wrong", () => {
  expect(["1", "-1", "0", "", " 1.0 ", "perhaps", "2"].map(readVote)).toEqual([1, -1, 0, null, 1, undefined, undefined]);
});

test("the sign of an export follows people's own counts", () => {
  expect(signOf([{ plus: 3, minus: 1, agree: 3, disagree: 1 }])).toBe(1);
  expect(signOf([{ plus: 3, minus: 1, agree: 1, disagree: 3 }])).toBe(-1);
  expect(signOf([{ plus: 2, minus: 2, agree: 2, disagree: 2 }])).toBe(1);
  expect(signOf([{ plus: 3, minus: 1, agree: 9, disagree: 9 }])).toBeNull();
});

test("a vote becomes a choice", () => {
  expect([choiceOf(1, 1), choiceOf(-1, 1), choiceOf(0, 1), choiceOf(1, -1)]).toEqual(["agree", "disagree", "skip", "disagree"]);
});

test("a summary may lack lines", () => {
  expect(
    readSummary([
      ["topic", "Brexit"],
      ["url", "https://example.org/x"],
    ]),
  ).toEqual({ topic: "Brexit", url: "https://example.org/x", description: "" });
});
