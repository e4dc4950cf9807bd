import { expect, test } from "vitest";
import { analyse } from "./analysis.ts";
import { commonOf, dividing, type Part } from "./common-ground.ts";
import { invent, planted } from "./votes/invented-votes.ts";

const part = (name: string | null, ...tallies: [agree: number, disagree: number, skip: number][]): Part => ({
  name,
  tallies: tallies.map(([agree, disagree, skip]) => ({ agree, disagree, skip })),
});

test("[OG8] common ground needs 0.6 in every group, and half as the lower bound", () => {
  const groups = [
    part("A", [18, 2, 0], [18, 2, 0], [18, 2, 0], [0, 20, 0]),
    // 13/20 = 0.65 with lower bound 0.47; 0.55 is under 0.6; 16/20 has lower bound 0.63
    part("B", [16, 4, 0], [13, 7, 0], [11, 9, 0], [2, 18, 0]),
  ];
  const statements = ["shared", "unsure", "low", "rejected"];
  const asked = { parts: groups, fields: [], groups };
  expect(commonOf(asked, "agree", statements)).toMatchObject([{ statement: "shared", lowestShare: 0.8, lowest: "B" }]);
  expect(commonOf(asked, "disagree", statements)).toMatchObject([{ statement: "rejected", lowestShare: 0.9, lowest: "B" }]);
});

test("[OG8] a group that did not choose on it cannot share it", () => {
  const groups = [part("A", [18, 0, 0]), part("B", [0, 0, 0])];
  expect(commonOf({ parts: groups, fields: [], groups }, "agree", ["s"])).toEqual([]);
});

test("[OG8] without groups: everybody, and each field with five or more", () => {
  const all = part(null, [30, 2, 0], [30, 2, 0]);
  const fields = [part("zorg", [2, 2, 0], [14, 0, 0]), part("wonen", [10, 0, 0], [3, 7, 0])];
  expect(commonOf({ parts: [all], fields, groups: [all] }, "agree", ["s0", "s1"])).toMatchObject([
    { statement: "s0", lowest: null },
  ]);
});

test("[OG8] who agrees is asked of fields too when opinions do not form groups", () => {
  const votes = invent({ people: 60, statements: 8, filled: 1, skips: 0, seed: 1 }, (_, statement) => (statement < 4 ? 4 : 0));
  const ground = analyse(votes, { seed: 1, fields: votes.people.map((_, p) => ["zorg", "wonen", null][p % 3]!) });
  expect(ground.status).toBe("no-clear-groups");
  expect(ground.commonGround.map(({ statement }) => statement).sort()).toEqual(["s0", "s1", "s2", "s3"]);
});

test("[OG8] what divides is told from most to least, with between whom, and only where chance does not explain it", () => {
  const groups = [part("A", [30, 2, 0], [20, 12, 0], [16, 16, 0]), part("B", [4, 30, 0], [6, 26, 0], [14, 16, 0])];
  const found = dividing(groups, ["s0", "s1", "s2"]);
  expect(found.map(({ statement, most, least }) => [statement, most.group, least.group])).toEqual([
    ["s0", "A", "B"],
    ["s1", "A", "B"],
  ]);
  expect(found[0]!.difference).toBeCloseTo(30 / 32 - 4 / 34, 12);
});

test("[OG5] a gradient has an axis with two ends, and two sides; fields of five or more stand on it", () => {
  const votes = invent({ people: 120, statements: 16, filled: 0.8, skips: 0.1, seed: 5 }, (person, statement) => {
    return ((person % 60) / 15 - 2) * (statement % 2 ? 1.2 : -1.2);
  });
  const result = analyse(votes, {
    seed: 1,
    fields: votes.people.map((id) => (Number(id.slice(1)) % 60 < 20 ? "wonen" : Number(id.slice(1)) < 4 ? "zorg" : "veiligheid")),
  });
  expect(result.status).toBe("gradient");
  expect(result.groups.length).toBe(2);
  expect(result.axis!.fields.map(({ field }) => field)).toEqual(["veiligheid", "wonen"]);
  const [safety, housing] = result.axis!.fields;
  expect(Math.abs(safety!.mean - housing!.mean)).toBeGreaterThan(1);
  const odd = (id: string) => Number(id.slice(1)) % 2;
  const ends = [result.axis!.low, result.axis!.high].map(
    (end) => new Set(end.map(({ statement, choice }) => odd(statement) === (choice === "agree" ? 1 : 0))),
  );
  expect(ends.map((end) => end.size)).toEqual([1, 1]);
  expect([...ends[0]!]).not.toEqual([...ends[1]!]);
});

test("[OG8] with groups the groups are asked, not the fields", () => {
  const votes = invent({ people: 160, statements: 20, filled: 0.7, skips: 0.05, seed: 2 }, (person, statement) =>
    statement === 0 ? 4 : planted(3, 20, 2, 2)(person, statement),
  );
  const { commonGround, status } = analyse(votes, { seed: 1, fields: votes.people.map(() => "zorg") });
  expect(status).toBe("groups");
  expect(commonGround[0]!.statement).toBe("s0");
  expect(["A", "B", "C"]).toContain(commonGround[0]!.lowest);
});
