import { expect, test } from "vitest";
import { choiceOf, readSummary, Sign } from "./polis.ts";

const signOf = (plus: number, minus: number, agree: number, disagree: number) => {
  const sign = new Sign();
  sign.add({ plus, minus }, { agree, disagree });
  return sign.found;
};

test("the sign of an export follows its own counts", () => {
  expect(signOf(3, 1, 3, 1)).toBe(1);
  expect(signOf(3, 1, 1, 3)).toBe(-1);
  expect(signOf(2, 2, 2, 2)).toBe("unknown");
  expect(signOf(3, 1, 9, 9)).toBe("neither");
});

test("a vote becomes a choice", () => {
  expect([1, -1, 0].map(choiceOf)).toEqual(["agree", "disagree", "skip"]);
});

test("a summary may lack lines", () => {
  expect(
    readSummary([
      ["topic", "Brexit"],
      ["url", "https://example.org/x"],
    ]),
  ).toEqual({ topic: "Brexit", url: "https://example.org/x", description: "" });
});
