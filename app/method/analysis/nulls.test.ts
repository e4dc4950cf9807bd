import { expect, test } from "vitest";
import { random } from "../random.ts";
import { continuum } from "./continuum.ts";
import { resultOf, runAll, seriesOf, shuffle, testGroups } from "./nulls.ts";
import { project } from "./projection.ts";
import { byColumn } from "./votes/by-column.ts";
import { type Cells, cellsOf, countCodes } from "./votes/cells.ts";
import { invent, planted } from "./votes/invented-votes.ts";

const cells = cellsOf(invent({ people: 150, statements: 30, filled: 0.5, skips: 0.1, seed: 1 }, planted(2, 30, 1, 1.5)));
const places = ({ codes }: Cells) => [...codes].map((code) => Math.floor(code / 3));
const skips = ({ codes }: Cells) => [...codes.keys()].filter((t) => codes[t]! % 3 === 1);

test("[OG5] both nulls keep who saw and who skipped what, and the counts of each insight", () => {
  const columns = byColumn(cells);
  const nulls = [
    shuffle(cells, columns, random(1)),
    continuum(cells, columns, 1)("flat")(random(1)),
    continuum(cells, columns, 1)("normal")(random(1)),
  ];
  for (const one of nulls) {
    expect(places(one)).toEqual(places(cells));
    expect(skips(one)).toEqual(skips(cells));
    expect([...countCodes(one)]).toEqual([...countCodes(cells)]);
    expect([...one.codes]).not.toEqual([...cells.codes]);
  }
});

test("[OG5] the continuum has the first two eigenvalues of the real votes, within 3 and 5% on average", () => {
  for (const spread of ["flat", "normal"] as const) {
    const simulate = continuum(cells, byColumn(cells), 1)(spread);
    const real = project(cells, 1).eigenvalues;
    const runs = Array.from({ length: 40 }, (_, run) => project(simulate(random(run, 5)), 1).eigenvalues);
    const mean = (axis: 0 | 1) => runs.reduce((sum, one) => sum + one[axis], 0) / runs.length;
    expect(Math.abs(mean(0) / real[0] - 1)).toBeLessThan(0.03 + 0.02);
    expect(Math.abs(mean(1) / real[1] - 1)).toBeLessThan(0.05 + 0.02);
  }
});

test("[OG5] all runs are done where the answer stays open", () => {
  // 4 of 99 reach it: p = 0.05, just above
  const open = seriesOf(0.9, 0.05);
  expect(runAll([open], 99, (run) => [run >= 95 ? 0.95 : run % 2 ? 0 : 0.85])).toBe("all-runs");
  expect(resultOf(open, 99)).toMatchObject({ runs: 99, p: 0.05, resolution: 0.01, above: true });
  const over = seriesOf(0.9, 0.05);
  runAll([over], 99, (run) => [run >= 94 ? 0.95 : run % 2 ? 0 : 0.85]);
  expect(resultOf(over, 99)).toMatchObject({ runs: 99, p: 0.06, above: false, p95: 0.95 });
});

test("[OG5] stops after 19 runs of which none comes near, and after 9 where it cannot come above any more", () => {
  const far = seriesOf(0.9, 0.05);
  expect(runAll([far], 99, (run) => [0.3 + (run % 5) / 100])).toBe("settled");
  expect(resultOf(far, 99)).toMatchObject({ runs: 19, above: true, resolution: 0.05 });
  const lost = seriesOf(0.3, 0.05);
  expect(runAll([lost], 99, () => [0.3])).toBe("settled");
  expect(resultOf(lost, 99)).toMatchObject({ runs: 9, above: false, p: 1, resolution: 0.1 });
  // five of 99 are too many; the fifth comes in run 12
  const late = seriesOf(0.3, 0.05);
  expect(runAll([late], 99, (run) => [run >= 7 ? 0.4 : 0.2])).toBe("settled");
  expect(resultOf(late, 99)).toMatchObject({ runs: 12, above: false });
});

test("[OG5] an early stop gives the answer that all runs give", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const chance = random(seed);
    const observed = 2.5 * chance.normal();
    const values = Array.from({ length: 99 }, chance.normal);
    const [early, whole] = [seriesOf(observed, 0.05), { ...seriesOf(observed, 0.05), values }];
    runAll([early], 99, (run) => [values[run]!]);
    expect(resultOf(early, 99).above).toBe(resultOf(whole, 99).above);
  }
});

test("[OG5] of few runs, above means that none reaches it; the margin is part of reaching", () => {
  const few = seriesOf(0.5, 0.05);
  runAll([few], 5, () => [0.4]);
  expect(resultOf(few, 5)).toMatchObject({ runs: 5, above: true, resolution: 1 / 6 });
  const near = seriesOf(0.5, 0.05, 0.01);
  runAll([near], 5, () => [0.495]);
  expect(resultOf(near, 5)).toMatchObject({ above: false, observed: 0.5, margin: 0.01 });
});

test("[OG5] of more than 2,000 people a sample is tested, the real votes and the nulls alike", () => {
  const many = cellsOf(invent({ people: 3000, statements: 12, filled: 0.6, skips: 0.1, seed: 1 }, planted(2, 12, 1, 1.5)));
  const { shuffled, continuum: slope } = testGroups(many, 1, 2);
  expect([shuffled.people, slope.people]).toEqual([2000, 2000]);
  expect(shuffled.observed).toBe(slope.observed);
});
