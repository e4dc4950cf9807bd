import { expect, test } from "vitest";
import { analyse } from "./analysis.ts";
import { kinds } from "./votes/invented-votes.ts";

const seeds = Array.from({ length: 100 }, (_, i) => i + 1);
/** By degree: 80 is asked where the factor is strong, and no more than 10 groups. */
const least = { groups: 90, "no-clear-groups": 90, gradient: 80 };

for (const { name, votes, status } of kinds)
  test(`[OG5] ${name}: ${status} in at least ${least[status]} of 100 seeds`, () => {
    const said = seeds.map((seed) => analyse(votes(seed), { seed, stabilityRuns: 0, heldOut: false }).status);
    const count = (one: string) => said.filter((status) => status === one).length;
    console.log(`${name}: groups ${count("groups")}, gradient ${count("gradient")}, no-clear-groups ${count("no-clear-groups")}`);
    expect(count(status)).toBeGreaterThanOrEqual(least[status]);
    if (status !== "groups") expect(count("groups")).toBeLessThanOrEqual(10);
  });
