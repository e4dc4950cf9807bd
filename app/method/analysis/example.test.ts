import { expect, test } from "vitest";
import { analyse } from "./analysis.ts";
import { commonOf, groupAwareConsensus } from "./common-ground.ts";
import { countByGroup, tallyOf } from "./group-counts.ts";
import { importance, priority } from "./priority.ts";
import { cautiousPoints, project, statementPoints } from "./projection.ts";
import { repness, representatives } from "./representative.ts";
import { silhouettes } from "./silhouette.ts";
import { cellsOf } from "./votes/cells.ts";
import { type Ballot, votesOf } from "./votes/votes.ts";

// the worked example of docs/opinion-groups.md: + agree, - disagree, 0 skip, n not my field, . not seen
const statements = ["a", "b", "c", "d", "e", "f"];
const rows = ["++++++", "++++-0", "+++++.", "++++-.", "---+++", "---+-0", "---++.", "---+-n"];
const meaning: Record<string, Ballot["choice"]> = { "+": 1, "-": -1, "0": 0, n: "not-my-field" };
const votes = votesOf(
  rows.flatMap((row, p) =>
    [...row].flatMap((sign, s) => {
      const choice = meaning[sign];
      return choice === undefined ? [] : [{ person: String(p + 1), statement: statements[s]!, choice }];
    }),
  ),
  statements,
);
const cells = cellsOf(votes);
const projection = project(cells, 1);
const labels = Uint8Array.of(0, 0, 0, 0, 1, 1, 1, 1);
const counts = countByGroup(cells, labels, 2);
const near = (values: Iterable<number>, expected: readonly number[]) =>
  [...values].forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i]!, 3);
  });

test("[OG2] means of what was chosen", () => {
  near(projection.means, [0, 0, 0, 1, 0, 0.5]);
});

test("[OG3] axes, points and places of insights", () => {
  near(projection.loadings[0], [0.577, 0.577, 0.577, 0, 0, 0]);
  near(projection.loadings[1], [0, 0, 0, 0, 0.966, 0.257]);
  near(projection.eigenvalues, [3, 8.531 / 8]);
  near(projection.x, [1.732, 1.732, 1.897, 1.897, -1.732, -1.732, -1.897, -1.897]);
  near(projection.y, [1.095, -1.095, 1.059, -1.059, 1.095, -1.095, 1.059, -1.059]);
  near(statementPoints(projection).extremity, [Math.SQRT2, Math.SQRT2, Math.SQRT2, 0, 2.367, 0.314]);
});

test("[OG4] silhouette of the two groups, on points drawn to the middle", () => {
  const { x, y } = cautiousPoints(projection, cells);
  near(x.slice(0, 4), [1.651, 1.651, 1.793, 1.793]);
  expect(silhouettes(x, y, [{ k: 2, labels }], 1)[0]).toBeCloseTo(0.62, 3);
});

test("[OG7] what represents the groups", () => {
  const a = repness(4, 4, 0, 4);
  near([a.p, a.pTest, a.r, a.rTest, a.score], [0.833, 2.236, 5, 2.582, 24.056]);
  expect(repness(4, 4, 4, 4).rTest).toBe(0);
  const lists = representatives(counts, statements).map((list) => list.map(({ statement, choice }) => `${choice} ${statement}`));
  expect(lists).toEqual([
    ["agree a", "agree b", "agree c"],
    ["disagree a", "disagree b", "disagree c"],
  ]);
});

test("[OG8] common ground and group-aware consensus", () => {
  const parts = counts.map((own, g) => ({ name: "AB"[g]!, tallies: statements.map((_, column) => tallyOf(own, column)) }));
  const [ground, ...others] = commonOf({ parts, fields: [], groups: parts }, "agree", statements);
  expect(others).toEqual([]);
  expect(ground).toMatchObject({ statement: "d", lowestShare: 1 });
  near([ground!.interval.low, ground!.gac], [0.597, 0.694]);
  near(
    statements.map((_, column) =>
      groupAwareConsensus(
        parts.map(({ tallies }) => tallies[column]!),
        "agree",
      ),
    ),
    [0.139, 0.139, 0.139, 0.694, 0.25, 0.25],
  );
});

test("[OG11] which next", () => {
  const d = { id: "d", seen: 8, agree: 8, skip: 0, extremity: 0 };
  const f = { id: "f", seen: 5, agree: 2, skip: 2, extremity: 0.3144 };
  near([importance(d), priority(d), importance(f), priority(f)], [0.81, 8.688, 0.322, 2.59]);
});

test("[OG1] eight people are too few for the method to speak of groups", () => {
  const result = analyse(votes, { seed: 1 });
  expect(result).toMatchObject({
    status: "too-few-votes",
    needed: { people: 10, statements: 2 },
    participants: 8,
    votes: 44,
    groups: [],
  });
  expect(result.perStatement[5]).toMatchObject({ agree: 2, disagree: 0, skip: 2, notMyField: 1, notMyFieldShare: 0.2 });
});
