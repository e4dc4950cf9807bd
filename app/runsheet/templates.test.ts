import { describe, expect, test } from "vitest";
import type { StepId } from "../ids.ts";
import { stepText } from "./known-texts.ts";
import { checkStep, sheetWarnings } from "./run-sheet-checks.ts";
import { stepsOfTemplate, templateNames } from "./templates.ts";

describe.each(templateNames)("the template %s", (name) => {
  const dutch = stepsOfTemplate(name, "nl");
  test("is a run sheet without a fault, in which every step can be read aloud", () => {
    for (const step of dutch) {
      expect(checkStep(step)).toEqual({});
      expect(step.script.length).toBeGreaterThan(60);
    }
    expect(sheetWarnings(dutch.map((step, i) => ({ ...step, id: `s${i}` as StepId })))).toEqual([]);
  });
  test("says the same in English", () => {
    for (const [i, step] of stepsOfTemplate(name, "en").entries())
      for (const field of ["title", "question", "instruction", "script"] as const)
        expect(stepText(dutch[i]?.[field] ?? "", "en")).toBe(step[field]);
  });
});

test("1-2-4-all: alone, in new pairs, two pairs together, all", () => {
  expect(stepsOfTemplate("one-two-four-all", "nl").map(({ setting, mix, groupSize }) => [setting, mix, groupSize])).toEqual([
    ["alone", "none", null],
    ["group", "new", 2],
    ["group", "double", null],
    ["plenary", "none", null],
  ]);
});
