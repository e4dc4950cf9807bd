import { describe, expect, test } from "vitest";
import type { Attribute, Dealt } from "../grouping/deal.ts";
import { makeRound, type Round } from "./round.ts";

type Person = Dealt<string, Attribute>;
const people = (n: number, field: (i: number) => string): Person[] =>
  Array.from({ length: n }, (_, i) => ({
    id: `p${String(i).padStart(2, "0")}`,
    attributes: { field: field(i), party: `k${i % 3}`, organisation: `o${i % 9}`, area: `g${i % 2}` },
  }));
const round = (kind: Round["kind"], some: Person[], more: Partial<Round<string, Attribute>> = {}) =>
  makeRound<string, Attribute>({
    kind,
    people: some,
    size: 4,
    mix: ["field", "party", "organisation", "area"],
    earlier: [],
    seed: 1,
    before: [],
    topics: [],
    names: new Map([["w", "wonen"]]),
    ...more,
  });

describe("rounds", () => {
  test("pairs become fours: who sat together stays together, and everybody sits once", () => {
    const some = people(22, (i) => `f${i % 5}`);
    const pairs = round("new", some, { size: 2 }).groups.map(({ members }) => members);
    expect(pairs.every((ids) => ids.length === 2)).toBe(true);
    const fours = round("double", some, { before: pairs }).groups.map(({ members }) => members);
    for (const pair of pairs) expect(fours.some((ids) => pair.every((id) => ids.includes(id)))).toBe(true);
    expect(fours.flat().sort()).toEqual(some.map(({ id }) => id));
    expect(fours.map((ids) => ids.length).sort()).toEqual([4, 4, 4, 4, 6]);
  });
  test("fours mix: with two fields in pairs of one, each four has both", () => {
    const some = people(16, (i) => (i < 8 ? "w" : "z"));
    const before = Array.from({ length: 8 }, (_, i) => [
      `p${String(2 * i).padStart(2, "0")}`,
      `p${String(2 * i + 1).padStart(2, "0")}`,
    ]);
    const of = new Map(some.map(({ id, attributes }) => [id, attributes.field]));
    for (const { members } of round("double", some, { before }).groups)
      expect(new Set(members.map((id) => of.get(id))).size).toBe(2);
  });
  test("who left since, and a pair of one, are no reason to fall apart", () => {
    const some = people(7, () => "w");
    const before = [
      ["p00", "gone"],
      ["p01", "p02"],
      ["p03", "p04"],
      ["p05", "p06"],
    ];
    expect(
      round("double", some, { before })
        .groups.map(({ members }) => members.length)
        .sort(),
    ).toEqual([3, 4]);
  });
  test("nothing to join: people are dealt in fours", () => {
    expect(
      round(
        "double",
        people(8, () => "w"),
      ).groups.map(({ members }) => members.length),
    ).toEqual([4, 4]);
  });

  test("by field: one field in each group, named; fields of few people sit together", () => {
    const some = people(20, (i) => (i < 9 ? "w" : i < 16 ? "z" : (["a", "b", "", ""][i - 16] ?? "")));
    const { groups } = round("field", some);
    const of = new Map(some.map(({ id, attributes }) => [id, attributes.field]));
    expect(groups.map(({ topic, members }) => [topic, members.length])).toEqual([
      ["wonen", 3],
      ["wonen", 3],
      ["wonen", 3],
      ["z", 4],
      ["z", 3],
      ["", 4],
    ]);
    for (const { topic, members } of groups) if (topic) expect(new Set(members.map((id) => of.get(id))).size).toBe(1);
  });
  test("one person with a field of their own sits where there is room", () => {
    const { groups } = round(
      "field",
      people(8, (i) => (i < 7 ? "w" : "z")),
    );
    expect(groups.map(({ members }) => members.length)).toEqual([4, 4]);
  });
  test("by theme: as many tables for each, with room for everybody, and nobody sits yet", () => {
    const { groups } = round(
      "theme",
      people(30, () => "w"),
      { topics: ["Schulden", "Wonen", "Jeugd"] },
    );
    expect(groups.map(({ topic }) => topic)).toEqual([
      "Schulden",
      "Schulden",
      "Schulden",
      "Wonen",
      "Wonen",
      "Wonen",
      "Jeugd",
      "Jeugd",
      "Jeugd",
    ]);
    expect(groups.flatMap(({ members }) => members)).toEqual([]);
  });
});
