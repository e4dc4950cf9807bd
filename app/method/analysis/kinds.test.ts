import { expect, test } from "vitest";
import { analyse } from "./analysis.ts";
import { kinds } from "./votes/invented-votes.ts";

// npm run test:long does the same with 100 seeds
const seeds = Array.from({ length: 10 }, (_, i) => i + 1);

for (const { name, votes, status } of kinds)
  test(`[OG5] ${name}: ${status} in at least 8 of 10 seeds, and never taken for groups in more than one`, () => {
    const said = seeds.map((seed) => analyse(votes(seed), { seed, stabilityRuns: 0, heldOut: false }).status);
    expect(said.filter((one) => one === status).length).toBeGreaterThanOrEqual(8);
    if (status !== "groups") expect(said.filter((one) => one === "groups").length).toBeLessThanOrEqual(1);
  });
