import type { Reader } from "../../../platform/database/change.server.ts";
import { matches } from "../../../platform/database/matches.server.ts";
import type { Area } from "../../areas/area.ts";
import { type FoundArea, namesOf, plain, searchAreas } from "../../areas/area-search.ts";
import { area } from "../../areas/tables.ts";
import type { AreaRef } from "./registration.ts";

export type AreaLookup =
  | { readonly status: "none" }
  | { readonly status: "found"; readonly area: AreaRef }
  | { readonly status: "several"; readonly choices: readonly FoundArea[] };

// Read for each letter typed, changed once a year.
const kept = new WeakMap<Reader, { at: number; areas: readonly Area[] }>();
const keptFor = 30_000;

export async function listAreas(db: Reader): Promise<readonly Area[]> {
  const before = kept.get(db);
  if (before && Date.now() - before.at < keptFor) return before.areas;
  const areas = await db.select().from(area);
  if (areas.length > 0) kept.set(db, { at: Date.now(), areas });
  return areas;
}

export const suggestAreas = async (db: Reader, typed: string): Promise<FoundArea[]> =>
  plain(typed).length < 2 ? [] : searchAreas(await listAreas(db), typed, 12);

/**
 * The area behind what was filled in.
 * @param chosen `code:year` when it was taken from the suggestions; without script it is empty, and the name decides
 */
export const lookUpArea = async (db: Reader, typed: string, chosen: string): Promise<AreaLookup> =>
  areaNamed(await listAreas(db), typed, chosen);

export function areaNamed(areas: readonly Area[], typed: string, chosen: string): AreaLookup {
  const taken = areas.find(({ code, year }) => `${code}:${year}` === chosen);
  if (taken) return { status: "found", area: { code: taken.code, year: taken.year } };
  // "Binnenstad, Delft" and "Hof van Delft (Delft)" name the town as well
  const [, name = typed, town = ""] = /^([^,(]*)[,(]\s*([^)]*)\)?\s*$/.exec(typed) ?? [];
  const exact = named(areas, typed);
  const same = exact.length > 0 ? exact : named(areas, name);
  const there = town ? same.filter(({ within }) => within !== null && plain(within) === plain(town)) : same;
  const found = there.length > 0 ? there : same;
  const [first] = found;
  if (!first) return { status: "none" };
  // A town and a province of one name: who types it means the town.
  const choices = found.filter((one, at) => one.kind === first.kind && found.findIndex(({ code }) => code === one.code) === at);
  if (choices.length > 1) return { status: "several", choices: choices.slice(0, 12) };
  return { status: "found", area: { code: first.code, year: first.year } };
}

function named(areas: readonly Area[], typed: string): FoundArea[] {
  const wanted = plain(typed);
  const isNamed = (one: Area) => namesOf(one).includes(wanted);
  return wanted === "" ? [] : searchAreas(areas, typed, 40).filter(isNamed);
}

/** How an area is called on a form. */
export async function areaName(db: Reader, code: string | null, year: number | null): Promise<string> {
  if (code === null || year === null) return "";
  const [row] = await db
    .select({ name: area.name, everydayName: area.everydayName })
    .from(area)
    .where(matches(area, { code, year }));
  return row ? (row.everydayName ?? row.name) : "";
}
