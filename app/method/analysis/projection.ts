import { largestEigen } from "./eigen.ts";
import { type Cells, countCodes, heightOf } from "./votes/cells.ts";

export type Projection = {
  /** per row its point, unitless */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** per column its weight on the two axes; each axis has length 1 */
  readonly loadings: readonly [Float64Array, Float64Array];
  /** per column the mean choice, -1..1; 0 without votes */
  readonly means: Float64Array;
  /** variance along the two axes, and in all, of the centred matrix with 0 for what is missing; per row */
  readonly eigenvalues: readonly [number, number];
  readonly variance: number;
};

/**
 * Places people on the two axes along which their choices differ most [OG2, OG3].
 * What is missing counts as the column's mean, so after centring it is 0 and costs nothing; a point is stretched by
 * sqrt(width / votes of the row), so that few votes do not mean the middle.
 * @param cells people x insights
 * @param weights per row how often it counts in the axes; once unless told
 * @param seed of the iteration's first vector
 * @returns one point per row in the given order; the sign makes each axis' largest |loading| positive, so a rerun draws the same
 * @throws never; with fewer than two rows or columns, or without differences, every point is [0, 0]
 * @see Small et al. 2021, "Polis: Scaling deliberation by mapping high dimensional opinion spaces"
 */
export function project(cells: Cells, seed: number, weights?: Float64Array): Projection {
  const { width } = cells;
  const height = heightOf(cells);
  const counts = countCodes(cells, weights);
  const means = meansOf(counts);
  const total = weights ? weights.reduce((sum, weight) => sum + weight, 0) : height;
  let variance = 0;
  for (let code = 0; code < 3 * width; code++) {
    const centred = (code % 3) - 1 - means[(code - (code % 3)) / 3]!;
    variance += counts[code]! * centred * centred;
  }
  variance /= Math.max(1, total);
  const flat: [Float64Array, Float64Array] = [new Float64Array(width), new Float64Array(width)];
  if (height < 2 || width < 2 || variance < 1e-12)
    return { x: new Float64Array(height), y: new Float64Array(height), loadings: flat, means, eigenvalues: [0, 0], variance: 0 };

  const table = new Float64Array(3 * width);
  const sums = new Float64Array(3 * width);
  const apply = (vector: Float64Array, out: Float64Array) => {
    spread(vector, means, table);
    sums.fill(0);
    throughRows(cells, table, sums, weights);
    for (let column = 0; column < width; column++) {
      const [no, skip, yes] = [sums[3 * column]!, sums[3 * column + 1]!, sums[3 * column + 2]!];
      out[column] = yes - no - means[column]! * (no + skip + yes);
    }
  };
  const { values, vectors } = largestEigen(width, apply, 2, seed);
  // Once more through all choices: insights that are copies of each other then weigh the same to the last bit, whichever stands first.
  const settled = (axis: Float64Array): Float64Array => {
    const out = new Float64Array(width);
    apply(axis, out);
    const length = Math.sqrt(out.reduce((sum, one) => sum + one * one, 0));
    return out.map((one) => one / length);
  };
  const loadings = vectors.map((axis, a) =>
    values[a]! > 1e-9 * variance * total ? signed(settled(axis)) : new Float64Array(width),
  );
  const [first, second] = [loadings[0]!, loadings[1]!];
  return {
    x: pointsOn(first, cells, means, table),
    y: pointsOn(second, cells, means, table),
    loadings: [first, second],
    means,
    eigenvalues: [values[0]! / total, values[1]! / total],
    variance,
  };
}

/** Per code what a choice adds along an axis: (choice - mean) x loading. */
function spread(axis: Float64Array, means: Float64Array, table: Float64Array): void {
  for (let column = 0; column < axis.length; column++) {
    const along = axis[column]!;
    const middle = -means[column]! * along;
    table[3 * column] = middle - along;
    table[3 * column + 1] = middle;
    table[3 * column + 2] = middle + along;
  }
}

/** The hot loop: adds each row's place on the axis to the sums of the choices it made. */
function throughRows({ rowStart, codes }: Cells, table: Float64Array, sums: Float64Array, weights?: Float64Array): void {
  for (let row = 0, t = 0; row + 1 < rowStart.length; row++) {
    const end = rowStart[row + 1]!;
    let place = 0;
    for (let at = t; at < end; at++) place += table[codes[at]!]!;
    if (weights) place *= weights[row]!;
    for (; t < end; t++) sums[codes[t]!]! += place;
  }
}

function pointsOn(axis: Float64Array, { rowStart, codes, width }: Cells, means: Float64Array, table: Float64Array): Float64Array {
  spread(axis, means, table);
  const points = new Float64Array(rowStart.length - 1);
  for (let row = 0, t = 0; row < points.length; row++) {
    const end = rowStart[row + 1]!;
    const votes = end - t;
    let place = 0;
    for (; t < end; t++) place += table[codes[t]!]!;
    points[row] = Math.sqrt(width / Math.max(1, votes)) * place;
  }
  return points;
}

function meansOf(counts: Float64Array): Float64Array {
  const means = new Float64Array(counts.length / 3);
  for (let column = 0; column < means.length; column++) {
    const [no, skip, yes] = [counts[3 * column]!, counts[3 * column + 1]!, counts[3 * column + 2]!];
    means[column] = (yes - no) / Math.max(1, no + skip + yes);
  }
  return means;
}

function signed(axis: Float64Array): Float64Array {
  let largest = 0;
  for (let column = 1; column < axis.length; column++)
    if (Math.abs(axis[column]!) > Math.abs(axis[largest]!) + 1e-12) largest = column;
  return axis[largest]! < 0 ? axis.map((loading) => -loading) : axis;
}

/** As if everybody had also given the mean choice on this share of the insights. */
const caution = 0.1;

/**
 * The points on which groups are made: those of the map, drawn to the middle where somebody filled in little [OG4].
 * sqrt(width / (votes + width / 10)) takes the place of sqrt(width / votes): a few choices do not put anybody far out.
 * @returns one point per row
 * @throws never
 */
export function cautiousPoints({ x, y }: Projection, { rowStart, width }: Cells): { x: Float64Array; y: Float64Array } {
  const factor = x.map((_, row) => {
    const votes = rowStart[row + 1]! - rowStart[row]!;
    return Math.sqrt(votes / (votes + caution * width));
  });
  return { x: x.map((value, row) => value * factor[row]!), y: y.map((value, row) => value * factor[row]!) };
}

/**
 * Where an insight stands on the map: the point of somebody who agrees with it alone [OG3].
 * @returns one [x, y] per column, and its distance from the middle (extremity); unitless
 * @throws never
 */
export function statementPoints({ loadings: [first, second], means }: Projection) {
  const root = Math.sqrt(means.length);
  const x = means.map((mean, column) => root * (1 - mean) * first[column]!);
  const y = means.map((mean, column) => root * (1 - mean) * second[column]!);
  return { x, y, extremity: x.map((along, column) => Math.sqrt(along * along + y[column]! * y[column]!)) };
}
