import { expect, test } from "vitest";
import { contributionState, contributionStates, contributionTransitions, moveContribution } from "./contribution-states.ts";

test("sharing goes to more people, never back", () => {
  const circles = ["private", "group", "all"] as const;
  const sharing = contributionTransitions.filter((t) => t.event.startsWith("share"));
  for (const { from, to } of sharing) expect(circles.indexOf(to as "all")).toBeGreaterThan(circles.indexOf(from as "all"));
  expect(moveContribution("all", "share-with-group")).toEqual({ ok: false, code: "not-now" });
  expect(moveContribution("all", "share-with-all")).toEqual({ ok: false, code: "already-there" });
});

test("what is private cannot be hidden by a facilitator, who does not see it", () => {
  expect(moveContribution("private", "hide")).toEqual({ ok: false, code: "not-now" });
});

test("a writer may withdraw as long as it is not erased, and everything can be erased", () => {
  for (const state of contributionStates) {
    expect(moveContribution(state, "withdraw").ok).toBe(!["withdrawn", "erased"].includes(state));
    expect(moveContribution(state, "erase").ok).toBe(state !== "erased");
  }
  expect(contributionTransitions.some((t) => t.from === "erased")).toBe(false);
});

test("the circle counts while it is visible", () => {
  expect(contributionState({ shared: "group", state: "visible" })).toBe("group");
  expect(contributionState({ shared: "group", state: "hidden" })).toBe("hidden");
});
