import { expect, test } from "vitest";
import { some } from "../../../tests/runs.ts";
import { analyse } from "./analysis.ts";
import { kinds } from "./votes/invented-votes.ts";

// Three of them, and each as it should be; in npm run test:long ten, and 100 in kinds.long.test.ts.
const ten = Array.from({ length: 10 }, (_, i) => i + 1);
const seeds = some(ten, 3);
const least = seeds.length === 10 ? 8 : 3;

for (const { name, votes, status } of kinds)
  test(`[OG5] ${name}: ${status} in at least ${least} of ${seeds.length} seeds, and never taken for groups in more than one`, () => {
    const said = seeds.map((seed) => analyse(votes(seed), { seed, stabilityRuns: 0, heldOut: false }).status);
    expect(said.filter((one) => one === status).length).toBeGreaterThanOrEqual(least);
    if (status !== "groups") expect(said.filter((one) => one === "groups").length).toBeLessThanOrEqual(1);
  });
