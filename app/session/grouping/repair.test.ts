import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../tests/runs.ts";
import type { Attribute, Dealt } from "./deal.ts";
import { repair } from "./repair.ts";

type Person = Dealt<string, Attribute>;
const person = (id: string): Person => ({ id, attributes: { field: "", party: "", organisation: "", area: "" } });
/** Groups of so many, named after their place: "0a", "0b", "1a". */
const groupsOf = (...sizes: number[]) =>
  sizes.map((size, group) => Array.from({ length: size }, (_, i) => person(`${group}${String.fromCharCode(97 + i)}`)));
const wishes = { mix: [], earlier: [], size: 6 };
const after = (groups: readonly (readonly Person[])[], moves: ReturnType<typeof repair<string, Attribute>>) => {
  const now = groups.map((group) => group.map(({ id }) => id));
  for (const { person: id, from, to } of moves) {
    if (from !== null) now[from] = (now[from] ?? []).filter((one) => one !== id);
    now[to] = [...(now[to] ?? []), id];
  }
  return now;
};

describe("groups are made whole with few moves", () => {
  test("whole groups are left alone", () => expect(repair(groupsOf(6, 3, 8), [], wishes)).toEqual([]));
  test("a group of two joins the smallest, together", () => {
    expect(repair(groupsOf(6, 2, 5), [], wishes)).toEqual([
      { person: "1a", from: 1, to: 2 },
      { person: "1b", from: 1, to: 2 },
    ]);
  });
  test("two thin groups become one: only the smaller moves", () => {
    expect(repair(groupsOf(6, 2, 1), [], wishes)).toEqual([{ person: "2a", from: 2, to: 1 }]);
  });
  test("the last three, or two, do not sit apart", () => {
    expect(after(groupsOf(1, 2), repair(groupsOf(1, 2), [], wishes)).map((ids) => ids.length)).toEqual([0, 3]);
    expect(after(groupsOf(1, 1), repair(groupsOf(1, 1), [], wishes)).map((ids) => ids.length)).toEqual([0, 2]);
    expect(repair(groupsOf(1), [], wishes)).toEqual([]);
  });
  test("where no group has room for both, each goes where one fits", () => {
    expect(after(groupsOf(7, 7, 2), repair(groupsOf(7, 7, 2), [], wishes)).map((ids) => ids.length)).toEqual([8, 8, 0]);
  });
  test("who came late goes to the smallest, one after another", () => {
    const moves = repair(groupsOf(6, 4, 5), ["x", "y", "z"].map(person), wishes);
    expect(after(groupsOf(6, 4, 5), moves).map((ids) => ids.length)).toEqual([6, 6, 6]);
    expect(moves.every(({ from }) => from === null)).toBe(true);
  });
  test("nine: who came last goes where there is room", () => {
    expect(repair(groupsOf(9, 4), [], wishes)).toEqual([{ person: "0i", from: 0, to: 1 }]);
  });
  test("nine with no room elsewhere: three begin a group of their own", () => {
    expect(after(groupsOf(9, 6), repair(groupsOf(9, 6), [], wishes)).map((ids) => ids.length)).toEqual([6, 6, 3]);
  });
  test("who is locked stays, also in a thin group", () => {
    expect(repair(groupsOf(6, 2), [], { ...wishes, locked: new Set(["1a"]) })).toEqual([]);
  });
  test("pairs stay pairs", () => expect(repair(groupsOf(2, 2, 3), [], { ...wishes, size: 2 })).toEqual([]));
  test("an interpreter goes where they are needed", () => {
    const groups = groupsOf(6, 3);
    const late = { ...person("tolk"), keepWith: "0c" };
    expect(repair(groups, [late], wishes)).toEqual([{ person: "tolk", from: null, to: 0 }]);
  });

  test("nobody is lost, nobody sits twice, nobody below three or above eight where it can be otherwise", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 9 }),
        (sizes, late) => {
          const groups = groupsOf(...sizes);
          const some = Array.from({ length: late }, (_, i) => person(`late${i}`));
          const now = after(groups, repair(groups, some, wishes));
          const everybody = [...groups.flat(), ...some].map(({ id }) => id);
          expect(now.flat().sort()).toEqual(everybody.sort());
          for (const ids of now) expect(ids.length).toBeLessThanOrEqual(8);
          if (everybody.length >= 3) for (const ids of now) expect([1, 2]).not.toContain(ids.length);
        },
      ),
      { numRuns: runs(300) },
    );
  });
});
