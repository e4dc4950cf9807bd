import { expect, test } from "vitest";
import { spreadOver } from "./spread.ts";

test("a hall fetches in turn, a table at once [LP10]", () => {
  expect(spreadOver(["step"], 6)).toBe(100);
  expect(spreadOver(["step", "mine"], 500)).toBe(2_500);
  expect(spreadOver(["all"], 10_000)).toBe(6_000);
  expect(spreadOver(["mine", "group"], 10_000)).toBe(100);
});
