import { expect, test } from "vitest";
import { startingTexts } from "../dialogue/starting-texts.ts";
import { findPersonal } from "../method/guard/guard.ts";
import { detailLimit, textLimits } from "./contribution.ts";
import { exampleFor } from "./example.ts";
import { exampleWords } from "./messages/examples.ts";

test("each of the seven fields has an example of its own, in both languages", () => {
  for (const texts of Object.values(startingTexts)) {
    const keys = texts.fields.map(exampleFor);
    expect(new Set(keys).size).toBe(7);
    expect(keys).not.toContain("general");
  }
  expect(exampleFor("Cultuur")).toBe("general");
  expect(exampleFor("")).toBe("general");
});

test("an example could be somebody's own: short enough, and without anybody's data", () => {
  for (const examples of Object.values(exampleWords))
    for (const { text, ...details } of Object.values(examples)) {
      expect(text.length).toBeLessThan(textLimits.need);
      for (const one of [text, ...Object.values(details)]) {
        expect(one.length).toBeLessThan(detailLimit);
        expect(findPersonal(one)).toEqual([]);
      }
    }
});
