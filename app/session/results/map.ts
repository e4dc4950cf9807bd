import { fewest } from "../../disclosure/kept-rows.ts";
import type { Points, StoredAnalysis } from "../analysis/analysis.ts";
import { contours, densityOf, type Frame, heightAt, inside, type Point } from "./density.ts";

/** Size of the drawing, in its own units. */
export const mapSize = { width: 480, height: 340 } as const;

interface Region {
  readonly id: string;
  /** Within `edge` stand nine of ten of the group, within `core` five of ten; paths in units of the drawing. */
  readonly edge: string;
  readonly core: string;
  /** Where the letter stands. */
  readonly x: number;
  readonly y: number;
}
interface Landmark {
  readonly statement: string;
  readonly x: number;
  readonly y: number;
}
export interface OpinionMap {
  readonly regions: readonly Region[];
  readonly landmarks: readonly Landmark[];
  /** Share of people who might as well be in another group: where its hill is at least half as high as that of their own. */
  readonly between: number;
}

const [columns, rows] = [72, 51];
/** Below this many people the hills are wider, so that nothing on the map is one person. */
const many = 50;

/**
 * The opinion map: people as soft regions, never as dots; a piece of a region in which fewer than five stand is left out.
 * @param shown statements that are drawn as points; each lies in the direction of who agrees with it, further as it divides more
 * @returns null without groups, or with a group of fewer than five
 */
export function mapOf(found: StoredAnalysis, points: Points, shown: readonly string[]): OpinionMap | null {
  const members = found.groups.map((_, at) =>
    Array.from(points.group.keys()).flatMap((i): Point[] =>
      points.group[i] === at ? [[points.x[i] ?? 0, points.y[i] ?? 0]] : [],
    ),
  );
  if (members.length === 0 || members.some((own) => own.length < fewest)) return null;
  const people = members.flat();
  const frame = frameOf(members);
  const wider = people.length < many ? 1.5 : 1;
  const hills = members.map((own) => {
    const wide = (axis: 0 | 1): number => {
      const silverman = deviation(own.map((point) => point[axis])) * own.length ** (-1 / 6);
      return Math.max(silverman * wider, frame.width / 40);
    };
    return densityOf(own, frame, [wide(0), wide(1)], columns, rows);
  });
  const height = (at: number, point: Point) => (hills[at] ? heightAt(hills[at], frame, point) : 0);
  const regions = found.groups.map(({ id, centre }, at): Region => {
    const own = members[at] ?? [];
    // Who stands outside the frame has no height here
    const heights = own
      .map((point) => height(at, point))
      .filter((one) => one > 0)
      .sort((a, b) => b - a);
    const ring = (share: number) => {
      const level = heights[Math.min(heights.length - 1, Math.floor(heights.length * share))] ?? 0;
      return level > 0 && hills[at] ? pathOf(contours(hills[at], level), own, frame) : "";
    };
    return { id, edge: ring(0.9), core: ring(0.5), ...onMap(centre, frame) };
  });
  const unsure = members.map(
    (own, at) =>
      own.filter((point) => hills.some((_, other) => other !== at && height(other, point) * 2 >= height(at, point))).length,
  );
  const placed = apart(regions);
  return { regions: placed, landmarks: landmarks(found, placed, shown, frame), between: sum(unsure) / people.length };
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

function deviation(values: readonly number[]): number {
  const mean = sum(values) / values.length;
  return Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / values.length);
}

/** Of each group all but the outermost two of a hundred along each axis, with room around; as wide to high as the drawing, so that both axes have one scale. */
function frameOf(members: readonly (readonly Point[])[]): Frame {
  const range = (axis: 0 | 1) => {
    const ends = members.map((own) => {
      const sorted = own.map((point) => point[axis]).sort((a, b) => a - b);
      const cut = Math.floor(sorted.length / 50);
      return [sorted[cut] ?? 0, sorted[sorted.length - 1 - cut] ?? 0] as const;
    });
    return [Math.min(...ends.map(([low]) => low)), Math.max(...ends.map(([, high]) => high))] as const;
  };
  const [[left, right], [top, bottom]] = [range(0), range(1)];
  const scale = Math.max((right - left) / mapSize.width, (bottom - top) / mapSize.height, 1e-9) * 1.3;
  const [width, height] = [scale * mapSize.width, scale * mapSize.height];
  return { left: (left + right - width) / 2, top: (top + bottom - height) / 2, width, height };
}

const onMap = ([x, y]: Point, frame: Frame) => ({
  x: Math.round(((x - frame.left) / frame.width) * mapSize.width),
  y: Math.round(((y - frame.top) / frame.height) * mapSize.height),
});

function pathOf(rings: readonly Point[][], own: readonly Point[], frame: Frame): string {
  const onGrid = own.map(
    ([x, y]): Point => [((x - frame.left) / frame.width) * columns, ((y - frame.top) / frame.height) * rows],
  );
  const kept = rings.filter((ring) => ring.length > 3 && onGrid.filter((point) => inside(ring, point)).length >= fewest);
  const round = (value: number) => Math.round(value * 10) / 10;
  return kept
    .map(
      (ring) =>
        `M${ring.map(([x, y]) => `${round((x / columns) * mapSize.width)} ${round((y / rows) * mapSize.height)}`).join("L")}Z`,
    )
    .join("");
}

/** Letters that would stand on each other are moved a little apart. */
function apart(regions: readonly Region[]): Region[] {
  const placed: Region[] = [];
  for (const region of regions) {
    let { y } = region;
    while (placed.some((one) => Math.abs(one.x - region.x) < 30 && Math.abs(one.y - y) < 30)) y += 30;
    const within = (value: number, most: number) => Math.min(most - 24, Math.max(24, value));
    placed.push({ ...region, x: within(region.x, mapSize.width), y: within(y, mapSize.height) });
  }
  return placed;
}

/** Insights stand in the direction of who agrees with them; the furthest at a fixed distance, all within the drawing and apart. */
function landmarks(found: StoredAnalysis, regions: readonly Region[], shown: readonly string[], frame: Frame): Landmark[] {
  const places = found.perStatement.filter(({ id }) => shown.includes(id));
  const furthest = Math.max(...places.map(({ x, y }) => Math.hypot(x, y)), 1e-9);
  const scale = (0.42 * mapSize.width) / furthest;
  const middle = onMap([0, 0], frame);
  const taken: { x: number; y: number; room: number }[] = regions.map(({ x, y }) => ({ x, y, room: 32 }));
  return places
    .toSorted((a, b) => Math.hypot(b.x, b.y) - Math.hypot(a.x, a.y))
    .map(({ id, x, y }) => {
      const wish = { x: middle.x + x * scale, y: middle.y + y * scale };
      const place = freePlace(wish, taken);
      taken.push({ ...place, room: 25 });
      return { statement: id, ...place };
    });
}

/** The nearest place within the drawing where nothing stands yet, looked for in widening circles. */
function freePlace(
  wish: { x: number; y: number },
  taken: readonly { x: number; y: number; room: number }[],
): { x: number; y: number } {
  const within = (value: number, most: number) => Math.round(Math.min(most - 16, Math.max(16, value)));
  for (let radius = 0; radius < mapSize.width; radius += 6)
    for (let turn = 0; turn < 16; turn++) {
      const angle = (turn * Math.PI) / 8;
      const place = {
        x: within(wish.x + radius * Math.cos(angle), mapSize.width),
        y: within(wish.y + radius * Math.sin(angle), mapSize.height),
      };
      if (taken.every(({ x, y, room }) => Math.hypot(x - place.x, y - place.y) >= room)) return place;
    }
  return { x: within(wish.x, mapSize.width), y: within(wish.y, mapSize.height) };
}
