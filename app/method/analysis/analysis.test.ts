import { expect, test } from "vitest";
import { analyse } from "./analysis.ts";
import { invent, planted } from "./votes/invented-votes.ts";

test("three planted groups are found", () => {
  const votes = invent({ people: 150, statements: 30, filled: 0.5, skips: 0.1, seed: 1 }, planted(3, 30, 1, 2));
  const result = analyse(votes, { seed: 1 });
  expect(result.status).toBe("groups");
  expect(result.groups.map(({ size }) => size).reduce((sum, size) => sum + size, 0)).toBe(result.participants);
});
