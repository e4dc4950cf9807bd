import { expect, test } from "vitest";
import { dialogueStates } from "../../dialogue/dialogue.ts";
import type { PersonId } from "../../platform/ids.ts";
import { isSecond, isTitle, keptBecause } from "./erasing.ts";

test("only an archived dialogue that nothing holds can be erased", () => {
  for (const state of dialogueStates)
    expect(keptBecause({ state, heldAt: null }), state).toBe(state === "archived" ? null : "open");
  expect(keptBecause({ state: "archived", heldAt: new Date() })).toBe("held");
});

test("never by who asked for it alone", () => {
  expect(isSecond({ askedBy: "a" as PersonId }, "a" as PersonId)).toBe(false);
  expect(isSecond({ askedBy: "a" as PersonId }, "b" as PersonId)).toBe(true);
});

test("the title may be typed with other quotes, capitals and spaces, and is still the whole title", () => {
  expect(isTitle(" online dialoog  ‘Samen’ ", "Online dialoog 'Samen'")).toBe(true);
  expect(isTitle("Online dialoog", "Online dialoog 'Samen'")).toBe(false);
  expect(isTitle("", "x")).toBe(false);
});
