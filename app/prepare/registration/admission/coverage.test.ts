import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FieldId, PartyId } from "../../../platform/ids.ts";
import type { Area } from "../../areas/area.ts";
import { areaCoverage, chairs, targetsOf } from "./coverage.ts";

const field = (id: string, target: number | null) => ({ id: id as FieldId, target });
const party = (id: string, target: number | null) => ({ id: id as PartyId, target });

describe("targets of cells", () => {
  test("a field's target is shared out as the kinds of party stand to each other", () => {
    const targets = targetsOf([field("f", 10)], [party("a", 30), party("b", 20), party("c", 10), party("d", null)]);
    expect(targets.filter((t) => t.party && t.field).map((t) => [t.party, t.target])).toEqual([
      ["a", 5],
      ["b", 3],
      ["c", 2],
    ]);
    expect(targets.filter((t) => !t.field).map((t) => t.target)).toEqual([30, 20, 10]);
  });

  test("without a target of the field nothing is aimed at in its cells", () => {
    expect(targetsOf([field("f", null)], [party("a", 5)])).toEqual([{ party: "a", target: 5 }]);
    expect(targetsOf([field("f", 5)], [party("a", null)])).toEqual([{ field: "f", target: 5 }]);
  });

  test("the cells of a field add up to its target", () => {
    const some = fc.array(fc.nat(40), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), some, (total, weights) => {
        fc.pre(weights.some((weight) => weight > 0));
        const targets = targetsOf(
          [field("f", total)],
          weights.map((weight, at) => party(String(at), weight)),
        );
        const cells = targets.filter((t) => t.field && t.party);
        expect(cells.reduce((sum, t) => sum + t.target, 0)).toBe(total);
      }),
    );
  });
});

test("chairs are taken, waited for or empty", () => {
  expect(chairs({ admitted: 1, registered: 3, target: 3 })).toEqual({ taken: 1, waiting: 2, empty: 2 });
  expect(chairs({ admitted: 5, registered: 5, target: 3 })).toEqual({ taken: 5, waiting: 0, empty: 0 });
});

describe("areas", () => {
  const area = (code: string, name: string, kind: Area["kind"], parentCode: string | null = null): Area => ({
    code,
    year: 2025,
    name,
    kind,
    parentCode,
    everydayName: null,
  });
  const known = [
    area("GM1", "Zaanstad", "municipality"),
    area("GM2", "Arnhem", "municipality"),
    area("GM3", "Delft", "municipality"),
    area("wk", "Arnhem-Oost", "focus", "GM2"),
    area("dw", "Delft-West", "focus", "GM3"),
  ];

  test("stand in the order of the alphabet, and a focus area is heard through its municipality", () => {
    const found = areaCoverage(["GM1", "GM2", "GM1", null], known);
    expect(found.areas.map((a) => [a.name, a.people])).toEqual([
      ["Arnhem", 1],
      ["Zaanstad", 2],
    ]);
    expect(found.silent.map((a) => a.name)).toEqual(["Delft-West"]);
    expect([found.focus, found.elsewhere]).toEqual([2, 1]);
  });

  test("add up to their provinces, whichever kind of area people named", () => {
    const named = [
      area("PV20", "Groningen", "province"),
      area("PV31", "Limburg", "province"),
      area("GM5", "Heerlen", "municipality", "PV31"),
      area("wh", "Heerlerheide", "focus", "GM5"),
    ];
    const found = areaCoverage(["wh", "GM5", "PV31", "PV20", "GM9", null], named);
    expect(found.provinces.map((a) => [a.name, a.people])).toEqual([
      ["Groningen", 1],
      ["Limburg", 3],
    ]);
  });

  test("an area that is gone from the list keeps its code", () => {
    expect(areaCoverage(["GM9"], known).areas).toEqual([{ code: "GM9", name: "GM9", people: 1 }]);
  });
});
