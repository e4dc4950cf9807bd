import { expect, test } from "vitest";
import { cautiousPoints, project, statementPoints } from "./projection.ts";
import { cellsOf } from "./votes/cells.ts";
import { independent, invent, planted } from "./votes/invented-votes.ts";
import { type Choice, type Votes, votesOf } from "./votes/votes.ts";

const real = invent({ people: 60, statements: 14, filled: 0.6, skips: 0.1, seed: 3 }, planted(2, 14, 3, 1.5));

/** The same worked slowly: a full matrix with the column's mean for what is missing, and power iteration with deflation. */
function slowly(votes: Votes) {
  const [height, width] = [votes.people.length, votes.statements.length];
  const cast = votes.people.map(() => votes.statements.map(() => null as number | null));
  for (let row = 0; row < height; row++)
    for (let t = votes.rowStart[row]!; t < votes.rowStart[row + 1]!; t++) cast[row]![votes.columns[t]!] = votes.choices[t]!;
  const means = votes.statements.map((_, j) => {
    const given = cast.flatMap((row) => row[j] ?? []);
    return given.reduce((sum, one) => sum + one, 0) / given.length;
  });
  const centred = cast.map((row) => row.map((one, j) => (one ?? means[j]!) - means[j]!));
  const axes: number[][] = [];
  const values: number[] = [];
  for (let axis = 0; axis < 2; axis++) {
    let vector = Array.from({ length: width }, (_, j) => 1 + ((j * 7) % 5));
    let value = 0;
    for (let round = 0; round < 5000; round++) {
      for (const other of axes) {
        const along = vector.reduce((sum, one, j) => sum + one * other[j]!, 0);
        vector = vector.map((one, j) => one - along * other[j]!);
      }
      const image = vector.map((_, j) =>
        centred.reduce((sum, row) => sum + row[j]! * row.reduce((inner, one, c) => inner + one * vector[c]!, 0), 0),
      );
      value = Math.sqrt(image.reduce((sum, one) => sum + one * one, 0));
      vector = image.map((one) => one / value);
    }
    const largest = vector.reduce((best, one) => (Math.abs(one) > Math.abs(best) ? one : best), 0);
    axes.push(vector.map((one) => (largest < 0 ? -one : one)));
    values.push(value / height);
  }
  const points = cast.map((row) => {
    const votesCast = row.filter((one) => one !== null).length;
    return axes.map(
      (axis) =>
        Math.sqrt(width / Math.max(1, votesCast)) *
        row.reduce<number>((sum, one, j) => sum + (one === null ? 0 : (one - means[j]!) * axis[j]!), 0),
    );
  });
  return { means, axes, values, points };
}

test("[OG2] [OG3] axes and points equal those of the full matrix with the mean for what is missing", () => {
  const quick = project(cellsOf(real), 1);
  const slow = slowly(real);
  slow.means.forEach((mean, j) => {
    expect(quick.means[j]).toBeCloseTo(mean, 12);
  });
  for (const axis of [0, 1] as const) {
    expect(quick.eigenvalues[axis]).toBeCloseTo(slow.values[axis]!, 6);
    slow.axes[axis]!.forEach((loading, j) => {
      expect(quick.loadings[axis][j]).toBeCloseTo(loading, 5);
    });
  }
  slow.points.forEach(([x, y], row) => {
    expect(quick.x[row]).toBeCloseTo(x!, 4);
    expect(quick.y[row]).toBeCloseTo(y!, 4);
  });
});

test("[OG3] an insight stands where somebody would who agrees with it alone", () => {
  const projection = project(cellsOf(real), 1);
  const { x, y, extremity } = statementPoints(projection);
  projection.means.forEach((mean, j) => {
    const stretch = Math.sqrt(14);
    expect(x[j]).toBeCloseTo(stretch * (1 - mean) * projection.loadings[0][j]!, 12);
    expect(extremity[j]).toBeCloseTo(Math.hypot(x[j]!, y[j]!), 12);
  });
});

test("[OG3] the largest weight of each axis is positive, whatever the seed", () => {
  for (const seed of [1, 2, 3]) {
    const { loadings } = project(cellsOf(real), seed);
    for (const axis of loadings)
      expect(axis.reduce((best, one) => (Math.abs(one) > Math.abs(best) ? one : best), 0)).toBeGreaterThan(0);
  }
});

test("[OG3] fewer than two people or insights, or nobody who differs: all in the middle", () => {
  const cast = (people: number, statements: number, choice: Choice) =>
    Array.from({ length: people }, (_, p) =>
      Array.from({ length: statements }, (_, s) => ({ person: `p${p}`, statement: `s${s}`, choice })),
    ).flat();
  for (const ballots of [[], cast(1, 5, 1), cast(5, 1, -1), cast(5, 5, 0), cast(8, 3, 1)]) {
    const { x, y, eigenvalues } = project(cellsOf(votesOf(ballots)), 1);
    expect([...x, ...y, ...eigenvalues].every((one) => one === 0)).toBe(true);
  }
});

test("[OG4] groups are made on points drawn to the middle where somebody filled in little", () => {
  const votes = invent({ people: 40, statements: 30, filled: 0.4, skips: 0, seed: 2, uneven: true }, independent(30, 2));
  const cells = cellsOf(votes);
  const projection = project(cells, 1);
  const cautious = cautiousPoints(projection, cells);
  votes.people.forEach((_, row) => {
    const cast = cells.rowStart[row + 1]! - cells.rowStart[row]!;
    expect(cautious.x[row]).toBeCloseTo(projection.x[row]! * Math.sqrt(cast / (cast + 3)), 12);
  });
});
