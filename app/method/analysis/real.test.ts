import { expect, test } from "vitest";
import { conversation, polisData } from "../../../tests/polis-data.ts";
import { adjustedRand } from "./agreement.ts";
import { analyse } from "./analysis.ts";

/** Agreement with the groups that Polis published, at their number. */
const least = {
  "vtaiwan.uberx": 0.8,
  "scoop-hivemind.biodiversity": 0.88,
  "canadian-electoral-reform": 0.92,
  "brexit-consensus": 0.84,
};

if (!polisData) console.log("skipped: the real conversations are not shipped; tests on them need ../shared/data/polis");

for (const [name, ari] of Object.entries(least))
  test.skipIf(!polisData)(`[OG4] ${name}: groups as published, adjusted Rand index at least ${ari}`, () => {
    const { votes, published } = conversation(name);
    const names = [...new Set(published)].filter((group) => group !== null);
    const result = analyse(votes, { seed: 1, groups: names.length, nullRuns: 0, stabilityRuns: 0, heldOut: false });
    const ours = new Map(result.groups.flatMap(({ members }, group) => members.map((person) => [person, group] as const)));
    const both = votes.people.flatMap((person, row) => {
      const group = ours.get(person);
      return group === undefined || published[row] == null ? [] : [[group, names.indexOf(published[row])] as const];
    });
    expect(both.length).toBeGreaterThan(180);
    expect(
      adjustedRand(
        both.map(([group]) => group),
        both.map(([, group]) => group),
      ),
    ).toBeGreaterThanOrEqual(ari);
  });

test.skipIf(!polisData)(
  "[OG5] canadian stands above its continuum, brexit does not",
  () => {
    const said = (name: string) => analyse(conversation(name).votes, { seed: 1, stabilityRuns: 0, heldOut: false }).status;
    expect(said("canadian-electoral-reform")).toBe("groups");
    expect(said("brexit-consensus")).toBe("gradient");
  },
  120_000,
);
