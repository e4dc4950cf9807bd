import type { FieldId, PartyId } from "../../../platform/ids.ts";
import type { Area } from "../../areas/area.ts";
import type { Target } from "./balance.ts";

export type Aim<Id> = { readonly id: Id; readonly target: number | null };

/**
 * What is aimed at per field, per kind of party, and per cell of the two: a field's target shared out over the kinds of party as
 * their own targets stand to each other. Where one of the two has no target, nothing is aimed at in that cell.
 */
export function targetsOf(fields: readonly Aim<FieldId>[], parties: readonly Aim<PartyId>[]): readonly Target[] {
  const all = parties.reduce((sum, { target }) => sum + (target ?? 0), 0);
  const rows = fields.flatMap(({ id, target }) => (target ? [{ field: id, target }] : []));
  const columns = parties.flatMap(({ id, target }) => (target ? [{ party: id, target }] : []));
  const cells = fields.flatMap((field) => {
    const whole = share(
      field.target ?? 0,
      parties.map(({ target }) => target ?? 0),
      all,
    );
    return parties.flatMap((party, at) => {
      const target = whole[at] ?? 0;
      return target > 0 ? [{ field: field.id, party: party.id, target }] : [];
    });
  });
  return [...cells, ...rows, ...columns];
}

/** Whole numbers that add up: the largest remainders are rounded up, of equals the first. */
function share(total: number, weights: readonly number[], sum: number): readonly number[] {
  if (sum === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const whole = exact.map(Math.floor);
  const left = total - whole.reduce((a, b) => a + b, 0);
  const order = exact
    .map((value, at) => ({ at, rest: value - Math.floor(value) }))
    .toSorted((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of order.slice(0, left)) whole[at] = (whole[at] ?? 0) + 1;
  return whole;
}

/** One cell as chairs: who has a place, who waits for one, and what is still empty against the target. */
export function chairs(cell: { readonly admitted: number; readonly registered: number; readonly target: number }) {
  return {
    taken: cell.admitted,
    waiting: cell.registered - cell.admitted,
    empty: Math.max(0, cell.target - cell.admitted),
  };
}

interface AreaCount {
  readonly code: string;
  readonly name: string;
  readonly people: number;
}
export interface AreaCoverage {
  /** By name, never by number. */
  readonly areas: readonly AreaCount[];
  /** Provinces that people come from, by name. */
  readonly provinces: readonly AreaCount[];
  /** Focus areas from which nobody comes, nor from their municipality. */
  readonly silent: readonly AreaCount[];
  readonly focus: number;
  /** Who works in the whole country, or filled in no area. */
  readonly elsewhere: number;
}

/** Where the people come from: the areas they named, and the focus areas that nobody speaks from. */
export function areaCoverage(codes: readonly (string | null)[], known: readonly Area[]): AreaCoverage {
  const newest = new Map<string, Area>();
  for (const area of known) if ((newest.get(area.code)?.year ?? 0) < area.year) newest.set(area.code, area);
  const counts = new Map<string, number>();
  for (const code of codes) if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
  const towns = new Set([...counts.keys()].flatMap((code) => [code, townOf(newest.get(code))]));
  const line = (code: string): AreaCount => {
    const area = newest.get(code);
    return { code, name: area?.everydayName ?? area?.name ?? code, people: counts.get(code) ?? 0 };
  };
  const focus = [...newest.values()].filter(({ kind }) => kind === "focus");
  return {
    areas: [...counts.keys()].map(line).toSorted(byName),
    provinces: [...Map.groupBy(counts, ([code]) => provinceOf(newest, code))]
      .flatMap(([code, some]) => (code ? { ...line(code), people: some.reduce((sum, [, people]) => sum + people, 0) } : []))
      .toSorted(byName),
    silent: focus
      .filter(({ code, parentCode }) => !towns.has(code) && !towns.has(parentCode ?? ""))
      .map(({ code }) => line(code))
      .toSorted(byName),
    focus: focus.length,
    elsewhere: codes.filter((code) => code === null).length,
  };
}

function provinceOf(known: ReadonlyMap<string, Area>, code: string | null): string | null {
  const area = code === null ? undefined : known.get(code);
  return area === undefined || area.kind === "province" ? (area?.code ?? null) : provinceOf(known, area.parentCode);
}

const townOf = (area: Area | undefined): string =>
  area === undefined ? "" : area.kind === "municipality" ? area.code : (area.parentCode ?? "");

// not localeCompare: its order differs between machines
const byName = (a: AreaCount, b: AreaCount): number => {
  const [one, two] = [a.name.toLowerCase().replace(/^'s-/, ""), b.name.toLowerCase().replace(/^'s-/, "")];
  return one < two ? -1 : one > two ? 1 : 0;
};
