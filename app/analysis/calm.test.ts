import { expect, test } from "vitest";
import { analyse } from "./analysis.ts";
import { atFirst, type Calm, calm, lettersFor } from "./calm.ts";
import { invent, planted } from "./invented-votes.ts";
import type { Analysis } from "./result.ts";

const made = analyse(invent({ people: 90, statements: 16, filled: 0.8, skips: 0.05, seed: 1 }, planted(3, 16, 1, 2)), {
  seed: 1,
  nullRuns: 0,
  stabilityRuns: 0,
  heldOut: false,
});

/** An update in which `best` has the best silhouette. */
const update = (best: number, kept: Calm): Analysis => ({ ...made, bestK: best, k: kept.k || best });

function after(bests: readonly number[]): { next: Calm; changes: number[] } {
  let next = atFirst;
  const changes: number[] = [];
  bests.forEach((best, at) => {
    const step = calm(next, update(best, next));
    if (step.changed) changes.push(at);
    next = step.next;
  });
  return { next, changes };
}

test("[OG6] the number of groups changes only when the same new one won four updates in a row", () => {
  expect(after([2]).next.k).toBe(2);
  expect(after([2, 3, 3, 3]).next).toMatchObject({ k: 2, rival: { k: 3, wins: 3 } });
  expect(after([2, 3, 3, 3, 3])).toMatchObject({ next: { k: 3, rival: null }, changes: [4] });
  expect(after([2, 3, 3, 3, 2, 3, 3, 3]).next.k).toBe(2);
  expect(after([2, 3, 4, 3, 4, 3, 4]).next).toMatchObject({ k: 2, rival: { k: 4, wins: 1 } });
});

test("[OG6] a number that cannot be made any more gives way at once; no groups at all keeps what was", () => {
  const before = { ...atFirst, k: 5 };
  const result = { ...update(2, before), silhouettes: [{ k: 2, silhouette: 0.5 }], k: 2 };
  expect(calm(before, result)).toMatchObject({ next: { k: 2 }, changed: false });
  expect(calm({ ...atFirst, k: 3 }, { ...made, bestK: 0, silhouettes: [], status: "no-clear-groups" })).toMatchObject({
    next: { k: 3, rival: null },
    changed: false,
  });
});

test("[OG6] letters stay with the group they overlap most", () => {
  const before = { A: ["1", "2", "3", "4"], B: ["5", "6", "7"], C: ["8", "9"] };
  expect(
    lettersFor(
      [
        ["5", "6", "7", "1"],
        ["2", "3", "4"],
        ["8", "9"],
      ],
      before,
    ),
  ).toEqual(["B", "A", "C"]);
  // B is split: the larger part keeps it; the other takes the first letter that is free
  expect(lettersFor([["5", "6"], ["7"], ["1", "2", "3", "4", "8", "9"]], before)).toEqual(["B", "C", "A"]);
  expect(lettersFor([["new"], ["other"]])).toEqual(["A", "B"]);
});

test("[OG6] the next result keeps number and letters, and stands in their order", () => {
  const votes = invent({ people: 90, statements: 16, filled: 0.8, skips: 0.05, seed: 1 }, planted(3, 16, 1, 2));
  const options = { seed: 1, nullRuns: 0, stabilityRuns: 0, heldOut: false };
  const [a, b, c] = made.groups.map(({ members }) => members);
  expect(made.groups.length).toBe(3);
  const kept = analyse(votes, { ...options, keep: { k: 3, rival: null, members: { A: c!, B: a!, D: b! } } });
  expect(kept.groups.map(({ id }) => id)).toEqual(["A", "B", "D"]);
  expect(kept.groups.map(({ members }) => members)).toEqual([c, a, b]);
  // what is counted per group follows
  expect(kept.perStatement[0]!.byGroup).toEqual([2, 0, 1].map((at) => made.perStatement[0]!.byGroup[at]));
  expect(analyse(votes, { ...options, keep: { ...atFirst, k: 2 } })).toMatchObject({ k: 2, bestK: 3 });
});
