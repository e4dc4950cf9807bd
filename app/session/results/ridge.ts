import { fewest } from "../../disclosure/kept-rows.ts";
import type { Points, StoredAnalysis } from "../analysis/analysis.ts";

export interface Ridge {
  /** How closely people stand along the axis: a path in a box of 100 x 40. */
  readonly path: string;
  /** Fields where they stand, from 0 to 100 along the same line, with the interval of their mean. */
  readonly fields: readonly { readonly field: string; readonly at: number; readonly low: number; readonly high: number }[];
}

const steps = 60;

/** The axis of a gradient as a soft ridge. @returns null for fewer than five people */
export function ridgeOf(found: StoredAnalysis, points: Points): Ridge | null {
  const places = Array.from(points.x).sort((a, b) => a - b);
  if (places.length < fewest || !found.axis) return null;
  const cut = Math.floor(places.length / 50);
  const [first, last] = [places[cut] ?? 0, places.at(-1 - cut) ?? 0];
  const room = Math.max(last - first, 1e-9) * 0.12;
  const [low, width] = [first - room, Math.max(last - first, 1e-9) + 2 * room];
  const mean = places.reduce((all, place) => all + place, 0) / places.length;
  const deviation = Math.sqrt(places.reduce((all, place) => all + (place - mean) ** 2, 0) / places.length);
  // wider than for the best fit: a ridge, not single people
  const wide = Math.max(1.4 * deviation * places.length ** -0.2, width / 40);
  const heights = Array.from({ length: steps + 1 }, (_, i) => {
    const at = low + (width * i) / steps;
    return places.reduce((all, place) => all + Math.exp(-(((at - place) / wide) ** 2) / 2), 0);
  });
  const most = Math.max(...heights);
  const round = (value: number) => Math.round(value * 10) / 10;
  const line = heights.map((height, i) => `${round((100 * i) / steps)} ${round(40 - (38 * height) / most)}`);
  const along = (place: number) => round(Math.min(100, Math.max(0, (100 * (place - low)) / width)));
  return {
    path: `M0 40L${line.join("L")}L100 40Z`,
    fields: found.axis.fields
      .filter(({ people }) => people >= fewest)
      .map(({ field, mean: at, interval }) => ({ field, at: along(at), low: along(interval.low), high: along(interval.high) })),
  };
}
