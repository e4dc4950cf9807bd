import { describe, expect, test } from "vitest";
import type { Attribute, Dealt } from "./deal.ts";
import { seatLate } from "./seating.ts";

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
