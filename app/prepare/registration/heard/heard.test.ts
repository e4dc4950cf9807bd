import fc from "fast-check";
import { expect, test } from "vitest";
import { heardBy, leastTold, mayTellChoices, stages, type Traced, unheard } from "./heard.ts";

const person = (group: string | null, far = 0): Traced => ({
  group,
  admitted: far > 0,
  came: far > 1,
  wrote: far > 2,
  chose: far > 3,
});

test("per group it is counted how many got how far; a group of nobody stands there as well", () => {
  const lines = heardBy(
    [person("zorg", 4), person("zorg", 2), person("wonen"), person(null, 1)],
    ["zorg", "wonen", "sport"],
    new Map([["sport", 3]]),
  );
  expect(lines).toEqual([
    { group: "zorg", target: 0, counts: { signedUp: 2, admitted: 2, came: 2, wrote: 1, chose: 1 } },
    { group: "wonen", target: 0, counts: { signedUp: 1, admitted: 0, came: 0, wrote: 0, chose: 0 } },
    { group: "sport", target: 3, counts: { signedUp: 0, admitted: 0, came: 0, wrote: 0, chose: 0 } },
    { group: null, target: 0, counts: { signedUp: 1, admitted: 1, came: 0, wrote: 0, chose: 0 } },
  ]);
  expect(unheard(lines).map(({ group }) => group)).toEqual(["wonen", "sport"]);
});

test("everybody is counted once, and nobody is asked for who was never aimed at", () => {
  const group = fc.option(fc.constantFrom("a", "b", "c"), { nil: null });
  fc.assert(
    fc.property(fc.array(fc.tuple(group, fc.nat(4)), { maxLength: 40 }), (list) => {
      const people = list.map(([of, far]) => person(of, far));
      const lines = heardBy(people, ["a", "b", "c", "d"]);
      expect(lines.reduce((sum, { counts }) => sum + counts.signedUp, 0)).toBe(people.length);
      for (const { counts } of lines)
        for (const [at, stage] of stages.entries())
          if (at > 0) expect(counts[stage]).toBeLessThanOrEqual(counts[stages[at - 1] ?? stage]);
      expect(unheard(lines).map(({ group: of }) => of)).not.toContain("d");
    }),
  );
});

test("how many chose is told only where each group of the table is large enough, or nobody came from it", () => {
  const many = (group: string, n: number) => Array.from({ length: n }, () => person(group, 4));
  expect(mayTellChoices(heardBy(many("a", leastTold), ["a", "b"]))).toBe(true);
  expect(mayTellChoices(heardBy([...many("a", leastTold), ...many("b", leastTold - 1)], ["a", "b"]))).toBe(false);
  expect(mayTellChoices(heardBy([...many("a", leastTold), person(null, 2)], ["a"]))).toBe(false);
});
