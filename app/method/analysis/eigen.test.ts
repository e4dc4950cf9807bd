import { expect, test } from "vitest";
import { random } from "../random.ts";
import { largestEigen } from "./eigen.ts";

const times = (matrix: readonly (readonly number[])[]) => (vector: Float64Array, out: Float64Array) =>
  matrix.forEach((row, i) => {
    out[i] = row.reduce((sum, one, j) => sum + one * vector[j]!, 0);
  });

test("each pair of value and vector solves the matrix, and the values are the largest", () => {
  const chance = random(2);
  const root = Array.from({ length: 90 }, () => Array.from({ length: 80 }, chance.normal));
  const matrix = Array.from({ length: 80 }, (_, i) =>
    Array.from({ length: 80 }, (_, j) => root.reduce((sum, row) => sum + row[i]! * row[j]!, 0)),
  );
  const { values, vectors } = largestEigen(80, times(matrix), 2, 1);
  vectors.forEach((vector, v) => {
    const image = new Float64Array(80);
    times(matrix)(vector, image);
    image.forEach((one, i) => {
      expect(one).toBeCloseTo(values[v]! * vector[i]!, 2);
    });
  });
  // no vector is stretched more than by the first value
  for (let trial = 0; trial < 50; trial++) {
    const vector = Float64Array.from({ length: 80 }, chance.normal);
    const image = new Float64Array(80);
    times(matrix)(vector, image);
    const length = (one: Float64Array) => Math.hypot(...one);
    expect(length(image) / length(vector)).toBeLessThanOrEqual(values[0]! * (1 + 1e-9));
  }
});

test("equal values, a matrix of zeros and a single direction are no trouble", () => {
  const diagonal = (values: readonly number[]) => values.map((value, i) => values.map((_, j) => (i === j ? value : 0)));
  expect(largestEigen(4, times(diagonal([3, 3, 3, 1])), 2, 1).values.map((one) => Number(one.toFixed(9)))).toEqual([3, 3]);
  expect(largestEigen(5, times(diagonal([0, 0, 0, 0, 0])), 2, 1).values).toEqual([0, 0]);
  expect(largestEigen(6, times(diagonal([0, 5, 0, 0, 0, 0])), 2, 1).values.map((one) => Number(one.toFixed(9)))).toEqual([5, 0]);
});
