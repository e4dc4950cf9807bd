import { expect, test } from "vitest";
import { nextStep, type Standing } from "./next-step.ts";

const at = (dialogue: Standing["dialogue"], states: string[] = [], more: Partial<Standing> = {}) =>
  nextStep({ dialogue, sessions: states.map((state) => ({ state })), unplaced: 0, themes: 0, ...more });

test("there is one thing to do next", () => {
  expect(at("draft", ["planned"])).toBe("draft");
  expect(at("open", ["planned"])).toBe("open-registration");
  expect(at("open", ["ended", "registration-open"])).toBe("registrations");
  expect(at("open", ["registration-closed"])).toBe("run-sheet");
  expect(at("open", ["lobby", "planned"])).toBe("session");
  expect(at("open", ["ended", "cancelled"])).toBe("harvest");
  expect(at("open", ["cancelled"])).toBe("plan");
  expect(at("harvest")).toBe("themes");
  expect(at("harvest", [], { themes: 3, unplaced: 2 })).toBe("themes");
  expect(at("harvest", [], { themes: 3 })).toBe("report");
  expect(at("published")).toBe("feedback");
  expect(at("archived")).toBe("closed");
});
