import { describe, expect, test } from "vitest";
import { suppress } from "../../disclosure/suppression.ts";
import { analyse } from "../../method/analysis/analysis.ts";
import { votesOf } from "../../method/analysis/votes/votes.ts";
import { random } from "../../method/random.ts";
import { packPoints, unpackPoints, withoutPeople } from "../analysis/analysis.ts";
import { type Choice, choices } from "../outcomes/verdict-counts.ts";
import { inOrder, pageAt, perPage } from "./each.ts";
import { resultsOf } from "./results.ts";

type Cast = { person: number; statement: number; choice: Choice };
const fields = ["wonen", "zorg", "werk"];

function outcome(casts: readonly Cast[], fieldOf: (person: number) => string = () => "", groups?: number) {
  const number = { agree: 1, disagree: -1, skip: 0, "not-my-field": "not-my-field" } as const;
  const votes = votesOf(
    casts.map(({ person, statement, choice }) => ({ person: `p${person}`, statement: `s${statement}`, choice: number[choice] })),
  );
  const result = analyse(votes, {
    seed: 1,
    groups,
    nullRuns: groups ? 0 : 39,
    stabilityRuns: 4,
    fields: votes.people.map((who) => fieldOf(Number(who.slice(1))) || null),
  });
  const tested = votes.statements.map((id) => ({
    id,
    ballots: suppress({
      fields,
      parties: [],
      columns: choices,
      cells: casts
        .filter(({ statement }) => `s${statement}` === id)
        .map(({ person, choice }) => ({ field: fieldOf(person), party: "", column: choice, people: 1 })),
    }),
  }));
  const made = { at: "2026-04-16T09:00:00.000Z", method: 1, seed: 1, ballots: casts.length, found: withoutPeople(result) };
  return resultsOf(made, unpackPoints(packPoints(result)), tested, fields);
}

/** Two camps that differ on all insights but the first, on which all agree. */
function camps(sizes: readonly number[], insights = 14): Cast[] {
  const chance = random("camps");
  return sizes.flatMap((size, camp) =>
    Array.from({ length: size }, (_, i) => i + camp * 1000).flatMap((person) =>
      Array.from({ length: insights }, (_, statement): Cast => {
        const alike = statement === 0 || (statement % 2 === 0) === (camp === 0);
        return { person, statement, choice: chance.next() < 0.92 === alike ? "agree" : "disagree" };
      }),
    ),
  );
}

describe("what all together comes to", () => {
  test("groups: letters, what defines them, what they share and what divides them", () => {
    const found = outcome(camps([60, 40]), undefined, 2);
    expect(found.status).toBe("groups");
    expect(found.groups.map(({ id, people }) => [id, people])).toEqual([
      ["A", 60],
      ["B", 40],
    ]);
    expect(found.groups.every(({ defining }) => defining.length > 0)).toBe(true);
    expect(found.agreed.map(({ statement }) => statement)).toEqual(["s0"]);
    expect(found.agreed[0]?.parts.map(({ who }) => who)).toEqual(["A", "B"]);
    expect(found.divided[0]).toMatchObject({ kind: "group" });
    expect(found.map?.regions).toHaveLength(2);
    expect(found.groupShares.every(({ parts }) => parts.length === 2)).toBe(true);
  });

  test("three people: too few, and not one figure", () => {
    const found = outcome(camps([3]));
    expect(found).toMatchObject({ status: "too-few-votes", groups: [], map: null, axis: null, divided: [] });
    expect([...found.agreed, ...found.rejected].filter(({ all, parts }) => all !== null || parts.length > 0)).toEqual([]);
  });

  test("fields: what divides is told between those that lie furthest apart, from published rows only", () => {
    const chance = random("fields");
    const casts = Array.from({ length: 60 }, (_, person) =>
      Array.from({ length: 8 }, (_, statement): Cast => {
        const lean = statement === 3 ? (person % 3 === 0 ? 0.95 : 0.1) : 0.5;
        return { person, statement, choice: chance.next() < lean ? "agree" : "disagree" };
      }),
    ).flat();
    const found = outcome(casts, (person) => fields[person % 3] ?? "");
    if (found.status === "groups") throw new Error("no groups were planted");
    expect(found.divided[0]).toMatchObject({ statement: "s3", kind: "field", most: { who: "wonen", nearly: "all" } });
    expect(found.heard).toEqual({ fields: 3, of: 3 });
  });

  test("the shares of a group are told of no insight on which fewer than five of a group chose", () => {
    const casts = camps([60, 40]).filter(({ person, statement }) => statement !== 2 || person < 1000 || person % 1000 < 4);
    const found = outcome(casts, undefined, 2);
    expect(found.status).toBe("groups");
    const told = [...found.groups.flatMap(({ defining }) => defining), ...found.divided, ...found.groupShares, ...found.agreed];
    expect(told.map(({ statement }) => statement)).not.toContain("s2");
  });
});

describe("the list of insights", () => {
  const list = [0.2, null, 0.9, 0].map((dividedness, i) => ({ number: i + 1, dividedness }));
  test("in the order asked for; what has no figures comes last", () => {
    expect(inOrder(list, "nummer").map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(inOrder(list, "verdeelt").map(({ number }) => number)).toEqual([3, 1, 4, 2]);
    expect(inOrder(list, "verbindt").map(({ number }) => number)).toEqual([4, 1, 3, 2]);
  });
  test("on pages, whatever the address says", () => {
    expect(pageAt(1, 900)).toEqual({ from: 1, to: perPage, earlier: null, later: perPage + 1 });
    expect(pageAt(30, 60)).toEqual({ from: 26, to: 50, earlier: 1, later: 51 });
    expect(pageAt(99_999, 60)).toEqual({ from: 51, to: 60, earlier: 26, later: null });
    expect(pageAt(1, 3)).toEqual({ from: 1, to: 3, earlier: null, later: null });
  });
});
