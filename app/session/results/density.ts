/** Heights on a grid of (columns + 1) x (rows + 1) points, row by row. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly heights: Float64Array;
}
export type Point = readonly [x: number, y: number];
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * How closely people stand, as a smooth hill over a frame: each is a small round hill (a Gaussian kernel), added up.
 * @param wide the standard deviation of one hill along each axis, in units of the frame
 * @returns unitless heights; only their order matters
 */
export function densityOf(points: readonly Point[], frame: Frame, wide: Point, columns: number, rows: number): Grid {
  const heights = new Float64Array((columns + 1) * (rows + 1));
  const across = (x: number) =>
    Float64Array.from({ length: columns + 1 }, (_, c) => bell((frame.left + (frame.width * c) / columns - x) / wide[0]));
  const down = (y: number) =>
    Float64Array.from({ length: rows + 1 }, (_, r) => bell((frame.top + (frame.height * r) / rows - y) / wide[1]));
  for (const [x, y] of points) {
    const [over, under] = [across(x), down(y)];
    for (let r = 0; r <= rows; r++) {
      const height = under[r] ?? 0;
      if (height < 1e-6) continue;
      for (let c = 0; c <= columns; c++)
        heights[r * (columns + 1) + c] = (heights[r * (columns + 1) + c] ?? 0) + height * (over[c] ?? 0);
    }
  }
  return { columns, rows, heights };
}
const bell = (z: number) => Math.exp((-z * z) / 2);

/** The height at a point, from the four grid points around it; 0 outside. */
export function heightAt({ columns, rows, heights }: Grid, frame: Frame, [x, y]: Point): number {
  const [c, r] = [((x - frame.left) / frame.width) * columns, ((y - frame.top) / frame.height) * rows];
  const [c0, r0] = [Math.floor(c), Math.floor(r)];
  if (c0 < 0 || r0 < 0 || c0 >= columns || r0 >= rows) return 0;
  const at = (dc: number, dr: number) => heights[(r0 + dr) * (columns + 1) + c0 + dc] ?? 0;
  const [dx, dy] = [c - c0, r - r0];
  return (at(0, 0) * (1 - dx) + at(1, 0) * dx) * (1 - dy) + (at(0, 1) * (1 - dx) + at(1, 1) * dx) * dy;
}

/**
 * The lines where a hill has one height, closed, in units of the grid (marching squares). The frame's edge counts as below.
 * @param level above 0
 * @returns rings of points, the first is not repeated at the end
 */
export function contours(grid: Grid, level: number): Point[][] {
  const { columns, rows } = grid;
  const at = (c: number, r: number) =>
    c <= 0 || r <= 0 || c >= columns || r >= rows ? 0 : (grid.heights[r * (columns + 1) + c] ?? 0);
  const between = (a: number, b: number) => (level - a) / (b - a);
  // Each crossing lies on one edge of the grid, so its name ties the pieces together
  const next = new Map<string, string[]>();
  const places = new Map<string, Point>();
  const tie = (a: string, b: string) => {
    next.set(a, [...(next.get(a) ?? []), b]);
    next.set(b, [...(next.get(b) ?? []), a]);
  };
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const [nw, ne, se, sw] = [at(c, r), at(c + 1, r), at(c + 1, r + 1), at(c, r + 1)];
      const above = (nw >= level ? 8 : 0) | (ne >= level ? 4 : 0) | (se >= level ? 2 : 0) | (sw >= level ? 1 : 0);
      if (above === 0 || above === 15) continue;
      const edges = {
        n: () => place(`h ${c} ${r}`, [c + between(nw, ne), r]),
        s: () => place(`h ${c} ${r + 1}`, [c + between(sw, se), r + 1]),
        w: () => place(`v ${c} ${r}`, [c, r + between(nw, sw)]),
        e: () => place(`v ${c + 1} ${r}`, [c + 1, r + between(ne, se)]),
      };
      const middle = (nw + ne + se + sw) / 4 >= level;
      for (const [a, b] of crossings(above, middle)) tie(edges[a](), edges[b]());
    }
  function place(name: string, point: Point): string {
    places.set(name, point);
    return name;
  }

  const rings: Point[][] = [];
  const left = new Set(places.keys());
  for (const start of places.keys()) {
    if (!left.delete(start)) continue;
    const ring = [start];
    for (let point = start; ; ) {
      const on = (next.get(point) ?? []).find((one) => left.has(one));
      if (on === undefined) break;
      left.delete(on);
      ring.push(on);
      point = on;
    }
    rings.push(
      ring.flatMap((name) => {
        const point = places.get(name);
        return point ? [point] : [];
      }),
    );
  }
  return rings;
}

type Edge = "n" | "e" | "s" | "w";
/** Which edges of a square are joined, by which corners are above; two opposite corners go by the middle. */
function crossings(above: number, middle: boolean): readonly (readonly [Edge, Edge])[] {
  switch (above) {
    case 1:
    case 14:
      return [["w", "s"]];
    case 2:
    case 13:
      return [["s", "e"]];
    case 3:
    case 12:
      return [["w", "e"]];
    case 4:
    case 11:
      return [["n", "e"]];
    case 6:
    case 9:
      return [["n", "s"]];
    case 7:
    case 8:
      return [["n", "w"]];
    case 5:
      return middle
        ? [
            ["n", "w"],
            ["s", "e"],
          ]
        : [
            ["n", "e"],
            ["s", "w"],
          ];
    default:
      return middle
        ? [
            ["n", "e"],
            ["s", "w"],
          ]
        : [
            ["n", "w"],
            ["s", "e"],
          ];
  }
}

/** Whether a point lies within a ring. */
export function inside(ring: readonly Point[], [x, y]: Point): boolean {
  let within = false;
  for (const [i, [ax, ay]] of ring.entries()) {
    const [bx, by] = ring[(i + ring.length - 1) % ring.length] ?? [ax, ay];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) within = !within;
  }
  return within;
}
