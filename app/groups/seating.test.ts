import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Attribute, Dealt } from "./deal.ts";
import { movePerson, seatLate } from "./seating.ts";

const person = (id: string, field = "", organisation = ""): Dealt<string, Attribute> => ({
  id,
  attributes: { field, organisation, party: "", area: "" },
});
const mix = ["field", "organisation"] as const;

describe("a late person", () => {
  const groups = [
    [person("a", "wonen"), person("b", "zorg"), person("c", "zorg")],
    [person("d", "wonen"), person("e", "zorg")],
    [person("f", "zorg"), person("g", "scholing")],
  ];
  test("goes to the smallest group, then where they mix best", () => {
    expect(seatLate(groups, person("x", "wonen"), { mix, earlier: [] })).toBe(2);
    expect(seatLate(groups, person("x", "scholing"), { mix, earlier: [] })).toBe(1);
  });
  test("goes rather where they met nobody yet", () => {
    expect(seatLate(groups, person("x", "wonen"), { mix, earlier: [["f", "x"]] })).toBe(1);
  });
  test("goes to the lowest number when all is equal", () => {
    expect(seatLate(groups, person("x"), { mix, earlier: [] })).toBe(1);
  });
  test("has no group when there are none", () => {
    expect(seatLate([], person("x"), { mix, earlier: [] })).toBeUndefined();
  });
});

describe("moving a person", () => {
  test("takes them out of one group and into another", () => {
    expect(movePerson([["a", "b"], ["c"]], "a", 1)).toEqual({ status: "moved", groups: [["b"], ["c", "a"]] });
    expect(movePerson([["a"], ["b"]], "new", 0)).toEqual({ status: "moved", groups: [["a", "new"], ["b"]] });
  });
  test("says when there is nothing to move", () => {
    expect(movePerson([["a"]], "a", 0)).toEqual({ status: "already-there" });
    expect(movePerson([["a"]], "a", 1)).toEqual({ status: "no-such-group" });
  });
  test("keeps everybody in exactly one group", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(19), fc.nat(3)), { maxLength: 30 }), (moves) => {
        let groups: string[][] = [[], [], [], []];
        for (let i = 0; i < 20; i++) groups[i % 4]?.push(`p${i}`);
        for (const [who, to] of moves) {
          const moved = movePerson(groups, `p${who}`, to);
          if (moved.status === "moved") groups = moved.groups;
          expect(groups[to]).toContain(`p${who}`);
        }
        expect(new Set(groups.flat()).size).toBe(20);
        expect(groups.flat()).toHaveLength(20);
      }),
    );
  });
});
