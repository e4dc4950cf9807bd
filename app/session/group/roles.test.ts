import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../../tests/runs.ts";
import type { PersonId } from "../../platform/ids.ts";
import { type GroupRole, groupRoles, whoseTurn } from "./roles.ts";

const id = (n: number) => `p${n}` as PersonId;

test("nobody has a role twice before all had it once, and nobody has both at once", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 1, max: 20 }), (people, steps) => {
      const members = Array.from({ length: people }, (_, i) => id(i));
      const turns = new Map(members.map((one): [PersonId, Record<GroupRole, number>] => [one, { "note-taker": 0, speaker: 0 }]));
      for (let i = 0; i < steps; i++) {
        const next = whoseTurn(members, turns);
        expect(next["note-taker"]).not.toBe(next.speaker);
        for (const role of groupRoles) {
          const had = turns.get(next[role] as PersonId);
          if (had) had[role]++;
        }
        const notes = [...turns.values()].map((had) => had["note-taker"]);
        expect(Math.max(...notes) - Math.min(...notes)).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: runs(100) },
  );
});
test("alone at a table there is a note taker and no speaker", () => {
  expect(whoseTurn([id(1)], new Map())).toEqual({ "note-taker": "p1", speaker: null });
});
test("who had a role at another table waits", () => {
  const turns = new Map([[id(1), { "note-taker": 1, speaker: 0 }]]);
  expect(whoseTurn([id(1), id(2)], turns)).toEqual({ "note-taker": "p2", speaker: "p1" });
});
