import fc from "fast-check";
import { expect, test } from "vitest";
import { analyse } from "./analysis.ts";
import { invent, planted } from "./votes/invented-votes.ts";
import { type Ballot, type Choice, votesOf } from "./votes/votes.ts";

const options = { seed: 1, nullRuns: 20, stabilityRuns: 3 };

function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (value instanceof Float64Array) return [...value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

function full(people: number, statements: number, choice: (person: number, statement: number) => Ballot["choice"]) {
  return votesOf(
    Array.from({ length: people }, (_, p) =>
      Array.from({ length: statements }, (_, s) => ({ person: `p${p}`, statement: `s${s}`, choice: choice(p, s) })),
    ).flat(),
  );
}

const edges = {
  nobody: ["too-few-votes", votesOf([])],
  "insights, but no ballots": ["too-few-votes", votesOf([], ["a", "b", "c"])],
  "one person": ["too-few-votes", full(1, 8, () => 1)],
  "five people": ["too-few-votes", full(5, 8, (p, s) => ((p + s) % 2 ? 1 : -1))],
  "one insight": ["too-few-votes", full(30, 1, (p) => (p % 2 ? 1 : -1))],
  "everything missing": ["too-few-votes", full(30, 8, () => "not-my-field")],
  "all the same choice": ["no-clear-groups", full(30, 8, () => 1)],
  "all skip": ["no-clear-groups", full(30, 8, () => 0)],
  "everybody the same, insight by insight": ["no-clear-groups", full(30, 8, (_, s) => (s % 2 ? 1 : -1))],
  "one who differs": ["no-clear-groups", full(30, 8, (p) => (p === 3 ? -1 : 1))],
  "two minds, each many times": ["groups", full(40, 8, (p, s) => ((p + s) % 2 ? 1 : -1))],
} as const;

for (const [name, [status, votes]] of Object.entries(edges))
  test(`${name}: ${status}, and no figure is missing`, () => {
    const result = analyse(votes, options);
    expect(result.status).toBe(status);
    expect(numbersIn(result).filter((one) => !Number.isFinite(one))).toEqual([]);
    expect(result.needed).toEqual(status === "too-few-votes" ? { people: 10, statements: 2 } : null);
    if (status !== "groups") expect(result.groups).toEqual([]);
    expect(result.perStatement.map(({ id }) => id)).toEqual(votes.statements);
  });

test("[OG8] everybody agrees: no groups, and common ground all the same", () => {
  const { commonGround, commonRejection } = analyse(edges["all the same choice"][1], options);
  expect(commonGround.map(({ lowestShare, lowest }) => [lowestShare, lowest])).toEqual(Array(8).fill([1, null]));
  expect(commonRejection).toEqual([]);
});

test("whatever the ballots, the answer has a status and only finite figures", () => {
  const choice = fc.constantFrom<Ballot["choice"]>(1, 0, -1, "not-my-field");
  const ballots = fc.array(
    fc.record({ person: fc.nat(25).map((p) => `p${p}`), statement: fc.nat(9).map((s) => `s${s}`), choice }),
    { maxLength: 300 },
  );
  fc.assert(
    fc.property(ballots, fc.constantFrom(undefined, 2, 3, 5), (cast, groups) => {
      const votes = votesOf(cast);
      const result = analyse(votes, {
        ...options,
        nullRuns: 2,
        stabilityRuns: 2,
        groups,
        fields: votes.people.map(() => "zorg"),
      });
      expect(numbersIn(result).filter((one) => !Number.isFinite(one))).toEqual([]);
      const members = result.groups.flatMap((group) => group.members);
      expect(new Set(members).size).toBe(members.length);
      if (result.groups.length > 0) expect(members.toSorted()).toEqual([...result.projection.people].sort());
      for (const { size, members: own } of result.groups) {
        expect(size).toBe(own.length);
        expect(size).toBeGreaterThanOrEqual(5);
      }
    }),
    { numRuns: 150 },
  );
});

test("[OG1] rows have at least seven ballots; where fewer than fifteen people do, the most active come in", () => {
  const cast = (sizes: readonly number[]) =>
    votesOf(
      sizes.flatMap((size, p) =>
        Array.from({ length: size }, (_, s) => ({
          person: `p${p}`,
          statement: `s${s}`,
          choice: ((p + s) % 2 ? 1 : -1) as Choice,
        })),
      ),
    );
  expect(analyse(cast([...Array(20).fill(8), ...Array(9).fill(6)]), options)).toMatchObject({ participants: 20, people: 29 });
  const few = analyse(cast([...Array(9).fill(8), 6, 6, 5, 5, 4, 4, 1, 1]), options);
  expect(few.participants).toBe(15);
  expect(few.projection.people).not.toContain("p15");
  // of four insights, all four are enough
  expect(analyse(cast([...Array(20).fill(4), 3]), options).participants).toBe(20);
});

test("[OG1] not my field is missing, and its share of who saw the insight is told", () => {
  const votes = full(20, 8, (p, s) => (s === 2 && p < 5 ? "not-my-field" : 1));
  const result = analyse(votes, options);
  expect(result.perStatement[2]).toMatchObject({ agree: 15, skip: 0, notMyField: 5, notMyFieldShare: 0.25 });
  expect(result.votes).toBe(155);
  expect(result.filled).toBeCloseTo(155 / 160, 12);
});

test("[OG4] a fixed number of groups is kept to, and gives way to fewer where groups would be under five", () => {
  const votes = invent({ people: 120, statements: 20, filled: 0.7, skips: 0.1, seed: 2 }, planted(3, 20, 2, 2));
  for (const groups of [2, 3, 4]) expect(analyse(votes, { ...options, groups }).k).toBe(groups);
  expect(analyse(edges["two minds, each many times"][1], { ...options, groups: 5 }).k).toBe(2);
  expect(() => analyse(votes, { ...options, groups: 6 })).toThrow(RangeError);
  expect(() => analyse(votes, { ...options, fields: ["zorg"] })).toThrow(RangeError);
});

test("[OG8] three hundred fields are no trouble", () => {
  const votes = full(600, 8, () => 1);
  const fields = votes.people.map((_, p) => (p < 599 ? `field ${p % 300}` : null));
  expect(analyse(votes, { ...options, fields }).commonGround.length).toBe(8);
});

test("without the nulls groups are not doubted", () => {
  const votes = invent({ people: 60, statements: 12, filled: 0.8, skips: 0.1, seed: 2 }, () => 0);
  expect(analyse(votes, { seed: 1, nullRuns: 0, stabilityRuns: 0 })).toMatchObject({
    status: "groups",
    null: null,
    stability: null,
  });
});
