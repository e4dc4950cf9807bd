import type { Area, AreaKind } from "./area.ts";

/** An area as it is offered, with the municipality (or province) it lies in. */
export type FoundArea = Area & { readonly within: string | null };

/**
 * Areas whose name, everyday name or code holds what is typed. Accents, case, apostrophes and hyphens do not matter.
 * So does what the statistics office adds to tell two of one name apart: "Bergen (L.)" is found as "Bergen".
 * A name that is the text comes first, then one that begins with it, then one with a word that does, then the others;
 * of equals the larger kind of area, then by name and code. Of each code the newest year.
 */
export function searchAreas(areas: readonly Area[], typed: string, limit: number): FoundArea[] {
  const wanted = plain(typed);
  if (wanted === "") return [];
  const newest = newestOfEach(areas);
  const ranked = [...newest.values()].flatMap((area) => {
    const rank = Math.min(...namesOf(area).map((name) => rankOf(name, wanted)));
    return rank < 4 ? [{ area, rank }] : [];
  });
  ranked.sort((a, b) => a.rank - b.rank || order.indexOf(a.area.kind) - order.indexOf(b.area.kind) || byName(a.area, b.area));
  return ranked.slice(0, limit).map(({ area }) => ({ ...area, within: within(area, newest) }));
}

/** Without accents, capitals and marks: "'s-Gravenhage" is "s gravenhage". */
export function plain(text: string): string {
  const letters = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return letters.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

const order: readonly AreaKind[] = ["municipality", "province", "focus", "district"];

function newestOfEach(areas: readonly Area[]): Map<string, Area> {
  const newest = new Map<string, Area>();
  for (const area of areas) if ((newest.get(area.code)?.year ?? 0) < area.year) newest.set(area.code, area);
  return newest;
}

/** All that an area is called. */
export function namesOf(area: Area): string[] {
  const bare = area.name.replace(/ \([^)]*\)$/, "");
  return [area.name, bare, area.everydayName ?? "", area.code].map(plain).filter(Boolean);
}

function rankOf(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(` ${wanted}`)) return 2;
  return name.includes(wanted) ? 3 : 4;
}

function within(area: Area, areas: ReadonlyMap<string, Area>): string | null {
  const parent = area.parentCode === null ? undefined : areas.get(area.parentCode);
  return parent === undefined ? null : (parent.everydayName ?? parent.name);
}

// not localeCompare: its order differs between machines
function byName(a: Area, b: Area): number {
  const [one, two] = [`${plain(a.everydayName ?? a.name)} ${a.code}`, `${plain(b.everydayName ?? b.name)} ${b.code}`];
  return one < two ? -1 : one > two ? 1 : 0;
}
