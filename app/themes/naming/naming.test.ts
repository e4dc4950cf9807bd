import fc from "fast-check";
import { expect, test } from "vitest";
import type { ContributionId } from "../../platform/ids.ts";
import { optionsOf, toldChoices } from "./naming.ts";

const id = (name: string) => name as ContributionId;

test("names that differ in capitals or spaces only are offered once, the first that came", () => {
  const options = optionsOf(
    "Wonen",
    ["vast gezicht", "wonen"],
    [
      { id: id("a"), text: "Vast  gezicht", number: 1, own: true },
      { id: id("b"), text: "Dichtbij", number: 2, own: false },
    ],
  );
  expect(options.map(({ key, name }) => [key, name])).toEqual([
    ["present", "Wonen"],
    ["phrase-0", "vast gezicht"],
    ["b", "Dichtbij"],
  ]);
});

test("no count of one to four is told, and none follows from what is", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 6 }), (drawn) => {
      const counts = new Map(drawn.map((n, at) => [`n${at}`, n]));
      const people = drawn.reduce((all, n) => all + n, 0);
      const told = toldChoices(counts);
      if (people < 5) expect(told).toEqual({ status: "few" });
      if (told.status === "nearly-all") expect(people - (counts.get(told.key) ?? 0)).toBeLessThanOrEqual(4);
      if (told.status !== "counts") return;
      for (const [key, n] of Object.entries(told.counts)) {
        expect(n === null || n >= 5).toBe(true);
        if (n !== null) expect(n).toBe(counts.get(key));
        // somebody else chose otherwise than whoever is counted here
        if (n !== null) expect(people - n).toBeGreaterThan(0);
      }
    }),
  );
});
