import { z95 } from "./interval.ts";
import type { Projection } from "./projection.ts";
import type { Axis } from "./result.ts";

const mostShown = 5;
const smallestField = 5;

/**
 * The first axis in words: what people at its two ends choose, and where fields stand [OG5].
 * @param fields per row of the projection its field, null where unknown
 * @returns null when nobody differs
 * @throws never
 */
export function axisOf(projection: Projection, statements: readonly string[], fields: readonly (string | null)[]): Axis | null {
  if (projection.eigenvalues[0] === 0) return null;
  const [first] = projection.loadings;
  const heaviest = [...first.keys()]
    .sort((a, b) => Math.abs(first[b]!) - Math.abs(first[a]!) || a - b)
    .slice(0, mostShown)
    .filter((column) => first[column] !== 0);
  const end = (side: 1 | -1) =>
    heaviest.map((column) => ({
      statement: statements[column]!,
      choice: first[column]! * side > 0 ? ("agree" as const) : ("disagree" as const),
      loading: Math.abs(first[column]!),
    }));
  return {
    variance: projection.eigenvalues[0] / projection.variance,
    low: end(-1),
    high: end(1),
    fields: [...new Set(fields)]
      .filter((field) => field !== null)
      .sort()
      .map((field) => ({ field, ...placeOf(projection.x.filter((_, row) => fields[row] === field)) }))
      .filter(({ people }) => people >= smallestField),
  };
}

function placeOf(points: Float64Array): { people: number; mean: number; interval: { low: number; high: number } } {
  const people = points.length;
  const mean = points.reduce((sum, point) => sum + point, 0) / people;
  const squares = points.reduce((sum, point) => sum + (point - mean) ** 2, 0);
  const half = people < 2 ? Number.POSITIVE_INFINITY : z95 * Math.sqrt(squares / (people - 1) / people);
  return { people, mean, interval: { low: mean - half, high: mean + half } };
}
