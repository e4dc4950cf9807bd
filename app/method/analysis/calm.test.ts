import fc from "fast-check";
import { expect, test } from "vitest";
import { analyse } from "./analysis.ts";
import { atFirst, calm, isHeld, lettersFor, mayStay, settled, winsNeeded } from "./calm.ts";
import type { Analysis } from "./result.ts";
import type { Calm, Status } from "./status.ts";
import { invent, planted } from "./votes/invented-votes.ts";

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
  expect(after([2, 3, 3, 3]).next).toMatchObject({ k: 2, rival: { value: 3, wins: 3 } });
  expect(after([2, 3, 3, 3, 3])).toMatchObject({ next: { k: 3, rival: null }, changes: [4] });
  expect(after([2, 3, 3, 3, 2, 3, 3, 3]).next.k).toBe(2);
  expect(after([2, 3, 4, 3, 4, 3, 4]).next).toMatchObject({ k: 2, rival: { value: 4, wins: 1 } });
});

test("[OG6] a number that cannot be made any more gives way at once; no groups at all keeps what was", () => {
  const before = { ...atFirst, k: 5 };
  const result = { ...update(2, before), silhouettes: [{ k: 2, silhouette: 0.5 }], k: 2 };
  expect(calm(before, result)).toMatchObject({ next: { k: 2 }, changed: false });
  expect(
    calm({ ...atFirst, k: 3 }, { ...made, bestK: 0, silhouettes: [], status: "no-clear-groups", alone: "no-clear-groups" }),
  ).toMatchObject({
    next: { k: 3, rival: null },
    changed: false,
  });
});

/** What an update finds by itself, made as `analyse` would with what was kept. */
function found(alone: Status, best: number, kept: Calm): Analysis {
  const silhouettes = best === 0 ? [] : made.silhouettes;
  const status = mayStay(kept.status, alone, silhouettes.length > 0) ? kept.status : alone;
  return { ...made, alone, status, silhouettes, bestK: best, k: kept.k || best };
}
const finding = fc.record({
  alone: fc.constantFrom<Status>("groups", "groups", "gradient", "gradient", "no-clear-groups", "too-few-votes"),
  best: fc.constantFrom(2, 2, 3, 3, 4, 5),
});

test("[OG6] what is said, and the number of groups, move only to what was found four updates in a row, or must be", () => {
  fc.assert(
    fc.property(fc.array(finding, { maxLength: 60 }), (updates) => {
      let now = atFirst;
      updates.forEach(({ alone, best }, at) => {
        const before = now;
        now = calm(before, found(alone, best, before)).next;
        const lately = updates.slice(Math.max(0, at + 1 - winsNeeded), at + 1);
        const won = (holds: (one: (typeof updates)[number]) => boolean) => lately.length === winsNeeded && lately.every(holds);
        if (now.status !== before.status && mayStay(before.status, alone, true))
          expect(won((one) => one.alone === now.status)).toBe(true);
        if (before.k !== 0 && now.k !== before.k) expect(won((one) => one.best === now.k)).toBe(true);
        // nothing is held back that the last four agree on
        if (won((one) => one.alone === alone)) expect(now.status).toBe(alone);
        if (won((one) => one.best === best)) expect(now.k).toBe(best);
      });
    }),
  );
});

test("[OG6] what flips at every update is not seen to flip; when no more comes, the last is said", () => {
  let now = atFirst;
  const said: (Status | null)[] = [];
  for (let at = 0; at < 20; at++) {
    now = calm(now, found(at % 2 === 0 ? "gradient" : "groups", 2 + (at % 3), now)).next;
    said.push(now.status);
  }
  expect(new Set(said)).toEqual(new Set(["gradient"]));
  expect(isHeld(now)).toBe(true);
  const after = settled(now);
  expect(after).toMatchObject({ status: "groups", statusRival: null, rival: null });
  expect(calm(after, found("groups", after.k, after))).toMatchObject({ changed: false, next: { status: "groups" } });
});

test("[OG6] too few votes are said at once, enough too; groups that cannot be made are not said on", () => {
  const shown = { ...atFirst, status: "groups", k: 2 } as const;
  expect(calm(shown, found("too-few-votes", 0, shown)).next.status).toBe("too-few-votes");
  expect(calm(shown, found("no-clear-groups", 0, shown)).next.status).toBe("no-clear-groups");
  expect(calm(shown, found("no-clear-groups", 2, shown)).next).toMatchObject({
    status: "groups",
    statusRival: { value: "no-clear-groups", wins: 1 },
  });
  const few = { ...atFirst, status: "too-few-votes" } as const;
  expect(calm(few, found("gradient", 2, few)).next.status).toBe("gradient");
});

test("[OG6] an analysis says what it was told to keep, and beside it what these votes say by themselves", () => {
  const votes = invent({ people: 60, statements: 12, filled: 0.9, skips: 0, seed: 1 }, planted(2, 12, 1, 2.5));
  const options = { seed: 1, nullRuns: 0, stabilityRuns: 0, heldOut: false };
  expect(analyse(votes, options)).toMatchObject({ status: "groups", alone: "groups" });
  const kept = analyse(votes, { ...options, keep: { ...atFirst, status: "gradient" } });
  expect(kept).toMatchObject({ status: "gradient", alone: "groups", k: 2 });
  expect(analyse(votes, { ...options, keep: { ...atFirst, status: "no-clear-groups" } }).groups).toEqual([]);
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
  const kept = analyse(votes, { ...options, keep: { ...atFirst, k: 3, members: { A: c!, B: a!, D: b! } } });
  expect(kept.groups.map(({ id }) => id)).toEqual(["A", "B", "D"]);
  expect(kept.groups.map(({ members }) => members)).toEqual([c, a, b]);
  // what is counted per group follows
  expect(kept.perStatement[0]!.byGroup).toEqual([2, 0, 1].map((at) => made.perStatement[0]!.byGroup[at]));
  expect(analyse(votes, { ...options, keep: { ...atFirst, k: 2 } })).toMatchObject({ k: 2, bestK: 3 });
});
