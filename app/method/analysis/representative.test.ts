import { expect, test } from "vitest";
import { random } from "../random.ts";
import { analyse } from "./analysis.ts";
import { groupAwareConsensus } from "./common-ground.ts";
import { countByGroup } from "./group-counts.ts";
import { benjaminiHochberg, difference, normalTail, oneProportionZ, twoProportionZ } from "./proportions.ts";
import { representatives } from "./representative.ts";
import { cellsOf } from "./votes/cells.ts";
import { heldOutCounts, matchGroups } from "./votes/held-out.ts";
import { invent, planted } from "./votes/invented-votes.ts";
import type { Votes } from "./votes/votes.ts";

type Row = Record<string, number>;

/** OG7 once more, from ballots in plain objects, formula by formula as the page has them. */
function slowly(rows: readonly Row[], labels: readonly number[], group: number, statements: readonly string[]) {
  const found: { statement: string; choice: string; score: number }[] = [];
  for (const statement of statements) {
    const cast = (inside: boolean) => rows.filter((row, i) => (labels[i] === group) === inside && statement in row);
    const S = cast(true).length;
    const Srest = cast(false).length;
    if (S === 0) continue;
    const figures = [1, -1].map((choice) => {
      const A = cast(true).filter((row) => row[statement] === choice).length;
      const Arest = cast(false).filter((row) => row[statement] === choice).length;
      const pa = (A + 1) / (S + 2);
      const pat = 2 * Math.sqrt(S + 1) * ((A + 1) / (S + 1) - 0.5);
      const ra = pa / ((Arest + 1) / (Srest + 2));
      const [p1, p2] = [(A + 1) / (S + 1), (Arest + 1) / (Srest + 1)];
      const p = (A + 1 + Arest + 1) / (S + 1 + Srest + 1);
      const rat = p === 1 ? 0 : (p1 - p2) / Math.sqrt(p * (1 - p) * (1 / (S + 1) + 1 / (Srest + 1)));
      return { pa, pat, ra, rat, choice: choice === 1 ? "agree" : "disagree" };
    });
    const best = figures[0]!.rat > figures[1]!.rat ? figures[0]! : figures[1]!;
    if (best.pat > 1.2816 && best.rat > 1.2816)
      found.push({ statement, choice: best.choice, score: best.ra * best.rat * best.pa * best.pat });
  }
  return found
    .sort((a, b) => b.score - a.score)
    .slice(0, 5)
    .map(({ statement, choice }) => ({ statement, choice }));
}

const rowsOf = (votes: Votes): Row[] =>
  votes.people.map((_, row) => {
    const own: Row = {};
    for (let t = votes.rowStart[row]!; t < votes.rowStart[row + 1]!; t++)
      own[votes.statements[votes.columns[t]!]!] = votes.choices[t]!;
    return own;
  });

test("[OG7] lists equal the formulas on the given groups", () => {
  for (let seed = 1; seed <= 20; seed++) {
    const votes = invent({ people: 60, statements: 25, filled: 0.5, skips: 0.15, seed }, planted(3, 25, seed, 1));
    const chance = random(seed);
    // groups that are right for most, and chance for some
    const labels = Uint8Array.from(votes.people, (id) => (chance.next() < 0.8 ? Number(id.slice(1)) % 3 : chance.below(3)));
    const lists = representatives(countByGroup(cellsOf(votes), labels, 3), votes.statements);
    lists.forEach((list, group) => {
      expect(list.map(({ statement, choice }) => ({ statement, choice }))).toEqual(
        slowly(rowsOf(votes), [...labels], group, votes.statements),
      );
    });
  }
});

test("[OG7] each entry has its share, effect and interval; a difference that chance can give is no finding", () => {
  const votes = invent({ people: 200, statements: 20, filled: 0.6, skips: 0.1, seed: 3 }, planted(2, 20, 3, 2));
  const { groups, perStatement } = analyse(votes, { seed: 1, nullRuns: 0 });
  const entries = groups.flatMap((group, g) => group.representative.map((one) => ({ one, g })));
  expect(entries.length).toBe(10);
  for (const { one, g } of entries) {
    const own = perStatement.find(({ id }) => id === one.statement)!.byGroup[g]!;
    expect(one.share).toBeCloseTo(own[one.choice] / (own.agree + own.disagree + own.skip), 12);
    expect(one.effect).toBeCloseTo(one.share - one.rest, 12);
    expect(one.effectInterval.low).toBeGreaterThan(0);
    expect(one.significant).toBe(true);
    expect(one.heldOut!.effect).toBeGreaterThan(0.2);
  }
});

test("[OG7] held-out shares do not show a difference that only the making of groups made", () => {
  const effects = (heldOut: boolean) =>
    Array.from({ length: 8 }, (_, seed) => {
      const votes = invent({ people: 120, statements: 30, filled: 0.6, skips: 0.1, seed }, () => 0);
      const { groups } = analyse(votes, { seed: 1, groups: 2, nullRuns: 0, stabilityRuns: 0 });
      return groups.flatMap(({ representative }) =>
        representative.flatMap((one) => (heldOut ? (one.heldOut?.effect ?? []) : one.effect)),
      );
    }).flat();
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  expect(mean(effects(true))).toBeLessThan(mean(effects(false)) / 3);
});

test("[OG7] a partition made anew is matched to the old one by who is in it", () => {
  expect(matchGroups(Uint8Array.of(0, 0, 1, 1, 2, 2, 2), Uint8Array.of(2, 2, 0, 0, 1, 1, 0), 3)).toEqual([1, 2, 0]);
});

test("[OG7] held-out counts are ballots that were cast, each at most once", () => {
  const votes = invent({ people: 80, statements: 12, filled: 0.7, skips: 0.1, seed: 1 }, planted(2, 12, 1, 2));
  const cells = cellsOf(votes);
  const labels = Uint8Array.from(votes.people, (id) => Number(id.slice(1)) % 2);
  const counts = heldOutCounts(cells, { k: 2, labels, centres: [] }, 1);
  const all = countByGroup(cells, new Uint8Array(80), 1)[0]!;
  all.forEach((count, code) => {
    expect(counts[0]![code]! + counts[1]![code]!).toBe(count);
  });
});

test("[OG8] group-aware consensus is the product of each group's smoothed share", () => {
  const tallies = [
    { agree: 8, disagree: 1, skip: 1 },
    { agree: 3, disagree: 3, skip: 0 },
  ];
  expect(groupAwareConsensus(tallies, "agree")).toBeCloseTo((9 / 12) * (4 / 8), 15);
  expect(groupAwareConsensus(tallies, "disagree")).toBeCloseTo((2 / 12) * (4 / 8), 15);
});

test("the tests' parts equal published values", () => {
  expect(normalTail(1.959964)).toBeCloseTo(0.025, 6);
  expect(normalTail(-1)).toBeCloseTo(0.8413447, 6);
  // Benjamini and Hochberg 1995, section 3.2: 15 p-values at 5%, four are findings
  const published = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ];
  expect(benjaminiHochberg(published, 0.05)).toBe(0.0095);
  expect(benjaminiHochberg([0.5, 0.9], 0.1)).toBe(-1);
  // Newcombe 1998, table II, method 10: 56/70 - 48/80
  const { effect, interval } = difference(56, 70, 48, 80);
  expect(effect).toBeCloseTo(0.2, 12);
  expect(interval.low).toBeCloseTo(0.0524, 4);
  expect(interval.high).toBeCloseTo(0.3339, 4);
  expect(oneProportionZ(4, 9)).toBe(0);
  expect(twoProportionZ(5, 5, 5, 5)).toBe(0);
});
