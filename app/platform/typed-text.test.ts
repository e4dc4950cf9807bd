import { expect, test } from "vitest";
import { typedLine, typedProse } from "./typed-text.ts";

const faults = (schema: ReturnType<typeof typedLine>, text?: string) =>
  schema.safeParse(text).error?.issues.map(({ message }) => message) ?? [];

test("a line is kept on one line, a text keeps its lines", () => {
  expect(typedLine({ max: 9 }).parse(" a \n b ")).toBe("a b");
  expect(typedProse({ max: 9 }).parse(" a\r\nb ")).toBe("a\nb");
});

test("what is not there is missing only where it is asked for", () => {
  expect(typedLine({ max: 9 }).parse(undefined)).toBe("");
  expect(faults(typedLine({ max: 9, required: true }), "  ")).toEqual(["missing"]);
});

test("what is too long is told, by what people count", () => {
  expect(faults(typedLine({ max: 2 }), "abc")).toEqual(["long"]);
  expect(faults(typedLine({ max: 2 }), "😀😀")).toEqual([]);
});
