import type { Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { Area } from "../../prepare/areas/area.ts";
import { namesOf, plain, searchAreas } from "../../prepare/areas/area-search.ts";
import { area } from "../../prepare/areas/tables.ts";
import { municipalityOf } from "./distance.ts";

export interface FoundPlace {
  readonly code: string;
  readonly year: number;
  readonly name: string;
  readonly municipality: string | null;
}

// asked with each search, changed once a year
const kept = new WeakMap<Reader, { readonly at: number; readonly areas: readonly Area[] }>();
const keptFor = 30_000;

async function listAreas(db: Reader): Promise<readonly Area[]> {
  const before = kept.get(db);
  if (before && Date.now() - before.at < keptFor) return before.areas;
  const areas = await db.select().from(area);
  if (areas.length > 0) kept.set(db, { at: Date.now(), areas });
  return areas;
}

/**
 * The area that was filled in.
 * @param chosen `code:year` when it was taken from the suggestions; without script the name decides, and of one name the larger area
 * @returns "none" when nothing was filled in, "unknown" when no area has that name
 */
export async function findPlaceNamed(db: Reader, typed: string, chosen = ""): Promise<FoundPlace | "none" | "unknown"> {
  if (plain(typed) === "") return "none";
  const areas = await listAreas(db);
  const taken = areas.find(({ code, year }) => `${code}:${year}` === chosen);
  const wanted = plain(typed);
  const found =
    taken && namesOf(taken).some((name) => wanted.includes(name))
      ? taken
      : searchAreas(areas, typed, 40).find((one) => namesOf(one).includes(wanted));
  if (!found) return "unknown";
  const { code, year, name, everydayName } = found;
  return { code, year, name: everydayName ?? name, municipality: municipalityOf(found) };
}

export async function areaNameOf(db: Reader, code: string | null, year: number | null): Promise<string> {
  if (code === null || year === null) return "";
  const [row] = await db
    .select({ name: area.name, everydayName: area.everydayName })
    .from(area)
    .where(matches(area, { code, year }));
  return row ? (row.everydayName ?? row.name) : "";
}
