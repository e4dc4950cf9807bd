import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { random } from "../../method/random.ts";
import type { Points, StoredAnalysis } from "../analysis/analysis.ts";
import { contours, densityOf, heightAt, inside } from "./density.ts";
import { mapOf, mapSize } from "./map.ts";
import { ridgeOf } from "./ridge.ts";

const frame = { left: -3, top: -3, width: 6, height: 6 };

test("a hill of one point is a round ring around it", () => {
  const grid = densityOf([[0.5, -0.5]], frame, [0.6, 0.6], 40, 40);
  expect(heightAt(grid, frame, [0.5, -0.5])).toBeGreaterThan(heightAt(grid, frame, [1.5, -0.5]));
  expect(heightAt(grid, frame, [9, 9])).toBe(0);
  const [ring, ...more] = contours(grid, 0.5);
  expect(more).toEqual([]);
  expect(ring && inside(ring, [((0.5 + 3) / 6) * 40, ((-0.5 + 3) / 6) * 40])).toBe(true);
  const radius = ring?.map(([x, y]) => Math.hypot(x * 0.15 - 3 - 0.5, y * 0.15 - 3 + 0.5)) ?? [];
  expect(Math.max(...radius) - Math.min(...radius)).toBeLessThan(0.1);
});

test("lines of one height are closed and part what is above from what is below, whatever the hills", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -2, max: 2 })), { minLength: 1, maxLength: 12 }),
      fc.double({ min: 0.05, max: 0.9, noNaN: true }),
      (points, level) => {
        const grid = densityOf(points, frame, [0.4, 0.4], 30, 30);
        const rings = contours(grid, level);
        for (const [x, y] of [
          [3, 3],
          [15, 15],
          [20, 10],
          [10, 25],
        ] as const) {
          const height = grid.heights[y * 31 + x] ?? 0;
          if (Math.abs(height - level) < 1e-9) continue;
          expect(rings.filter((ring) => inside(ring, [x, y])).length % 2 === 1).toBe(height > level);
        }
      },
    ),
    { numRuns: 60 },
  );
});

function analysis(sizes: readonly number[], spread: number): { found: StoredAnalysis; points: Points } {
  const chance = random(`map ${sizes} ${spread}`);
  const people = sizes.flatMap((size, group) =>
    Array.from({ length: size }, () => ({
      group,
      x: group * 4 + (chance.next() - 0.5) * spread,
      y: (chance.next() - 0.5) * spread,
    })),
  );
  const groups = sizes.map((size, at) => ({ id: "ABCDE"[at] ?? "E", size, centre: [at * 4, 0] as const, representative: [] }));
  const perStatement = ["s1", "s2"].map((id, at) => ({
    id,
    x: at === 0 ? 2 : -1,
    y: at,
    extremity: 1,
    agree: 9,
    disagree: 1,
    skip: 0,
    notMyField: 0,
    notMyFieldShare: 0,
    byGroup: [],
    gacAgree: 0,
    gacDisagree: 0,
  }));
  return {
    found: { groups, perStatement, axis: { variance: 0.3, low: [], high: [], fields: [] } } as unknown as StoredAnalysis,
    points: {
      group: Uint8Array.from(people, (one) => one.group),
      x: Float32Array.from(people, (one) => one.x),
      y: Float32Array.from(people, (one) => one.y),
    },
  };
}
const numbers = (path: string) => [...path.matchAll(/-?\d+(\.\d+)?/g)].map(([text]) => Number(text));

describe("the opinion map", () => {
  test("has a region and a letter per group, all within the drawing", () => {
    const { found, points } = analysis([40, 30, 25], 2);
    const map = mapOf(found, points, ["s1", "s2"]);
    expect(map?.regions.map(({ id }) => id)).toEqual(["A", "B", "C"]);
    for (const { edge, core, x, y } of map?.regions ?? []) {
      expect(edge.length * core.length).toBeGreaterThan(0);
      expect(Math.max(...numbers(edge))).toBeLessThanOrEqual(mapSize.width);
      expect(Math.min(...numbers(edge))).toBeGreaterThanOrEqual(0);
      expect(x > 0 && x < mapSize.width && y > 0 && y < mapSize.height).toBe(true);
    }
    expect(map?.landmarks).toHaveLength(2);
    expect(map?.between).toBe(0);
  });

  test("groups that lie in each other say so", () => {
    const { found, points } = analysis([40, 40], 9);
    expect(mapOf(found, points, [])?.between).toBeGreaterThan(0.1);
  });

  test("no group of fewer than five, and no island of a region for one person", () => {
    expect(mapOf(analysis([20, 4], 2).found, analysis([20, 4], 2).points, [])).toBeNull();
    const { found, points } = analysis([20, 20], 1);
    points.x[0] = 30; // one of group A far from the others
    const islands = (mapOf(found, points, [])?.regions[0]?.edge.match(/M/g) ?? []).length;
    expect(islands).toBe(1);
  });

  test("each piece of a region holds five people or more, for any group", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.float({ min: -3, max: 3, noNaN: true }), fc.float({ min: -3, max: 3, noNaN: true })), {
          minLength: 5,
          maxLength: 60,
        }),
        (places) => {
          const found = {
            groups: [{ id: "A", size: places.length, centre: [0, 0], representative: [] }],
            perStatement: [],
          } as unknown as StoredAnalysis;
          const points = {
            group: new Uint8Array(places.length),
            x: Float32Array.from(places, ([x]) => x),
            y: Float32Array.from(places, ([, y]) => y),
          };
          const map = mapOf(found, points, []);
          for (const path of [map?.regions[0]?.edge ?? "", map?.regions[0]?.core ?? ""]) expect(path).not.toMatch(/NaN|Infinity/);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test("the ridge of a gradient is one path in its box; of four people there is none", () => {
  const { found, points } = analysis([30], 3);
  const ridge = ridgeOf(found, points);
  expect(ridge?.path.startsWith("M0 40L")).toBe(true);
  expect(Math.min(...numbers(ridge?.path ?? ""))).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers(ridge?.path ?? ""))).toBeLessThanOrEqual(100);
  expect(ridgeOf(analysis([4], 3).found, analysis([4], 3).points)).toBeNull();
});
