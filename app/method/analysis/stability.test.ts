import { expect, test } from "vitest";
import { analyse } from "./analysis.ts";
import { invent, planted } from "./votes/invented-votes.ts";

test("[OG12] a result tells people, how much was filled in, and how well it stands when people are drawn anew", () => {
  const asked = { people: 150, statements: 30, filled: 0.5, skips: 0.1, seed: 1 };
  const clear = analyse(invent(asked, planted(3, 30, 1, 2)), { seed: 1, nullRuns: 20 });
  expect(clear.people).toBe(150);
  expect(clear.filled).toBeGreaterThan(0.4);
  expect(clear.filled).toBeLessThan(0.6);
  expect(clear.stability?.ari).toBeGreaterThan(0.7);
  expect(clear.stability?.ari).toBeLessThanOrEqual(1);
  // the same people, the same answer; few ballots say less
  expect(analyse(invent(asked, planted(3, 30, 1, 2)), { seed: 1, nullRuns: 20 }).stability).toEqual(clear.stability);
  const thin = analyse(invent({ ...asked, filled: 0.25 }, planted(3, 30, 1, 1)), { seed: 1, nullRuns: 20 });
  expect(thin.stability === null || thin.stability.ari < (clear.stability?.ari ?? 0)).toBe(true);
});
