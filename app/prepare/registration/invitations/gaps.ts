import type { FieldId, PartyId } from "../../../platform/ids.ts";
import type { Area } from "../../areas/area.ts";
import type { Balance } from "../admission/balance.ts";

/** A group of which nobody signed up yet; what it leaves out may be anything. */
export interface Gap {
  readonly field: FieldId | null;
  readonly party: PartyId | null;
  /** The code of a municipality. */
  readonly area: string | null;
}
export interface GapTown {
  readonly code: string;
  readonly name: string;
}
export interface Gaps {
  /** Fields, and kinds of party, of which nobody signed up. */
  readonly rows: readonly Gap[];
  /** Aimed at where a field and a kind of party cross, and nobody there, though there is somebody of either. */
  readonly cells: readonly Gap[];
  /** Per field the municipalities from which people come, but none of that field; by name, never by number. */
  readonly towns: readonly { readonly field: FieldId; readonly towns: readonly GapTown[] }[];
}

/** Who is missing among those who signed up, in the order of the lists. */
export function gapsIn(
  { fields, parties, cells }: Pick<Balance, "fields" | "parties" | "cells">,
  people: readonly { readonly field: FieldId | null; readonly areaCode: string | null }[],
  known: readonly Area[],
): Gaps {
  const nobody = <Key>(rows: readonly { readonly key: Key; readonly registered: number }[]) =>
    rows.filter(({ registered }) => registered === 0).map(({ key }) => key);
  const [noField, noParty] = [nobody(fields), nobody(parties)];
  const townOf = townsOf(known);
  const seen = new Map<string, { town: GapTown; fields: Set<FieldId> }>();
  for (const { field, areaCode } of people) {
    const town = townOf(areaCode);
    if (!town) continue;
    const found = seen.get(town.code) ?? { town, fields: new Set() };
    if (field) found.fields.add(field);
    seen.set(town.code, found);
  }
  const towns = [...seen.values()].toSorted((a, b) => (a.town.name.toLowerCase() < b.town.name.toLowerCase() ? -1 : 1));
  return {
    rows: [
      ...noField.map((field) => ({ field, party: null, area: null })),
      ...noParty.map((party) => ({ field: null, party, area: null })),
    ],
    cells: cells
      .filter(({ field, party, registered, target }) => {
        return target > 0 && registered === 0 && !noField.includes(field) && !noParty.includes(party);
      })
      .map(({ field, party }) => ({ field, party, area: null })),
    towns: fields.flatMap(({ key }) => {
      const missing = towns.filter((one) => !one.fields.has(key)).map(({ town }) => town);
      return missing.length > 0 ? [{ field: key, towns: missing }] : [];
    }),
  };
}

/** The municipality of an area, newest names first. */
export function townsOf(known: readonly Area[]): (code: string | null) => GapTown | null {
  const newest = new Map<string, Area>();
  for (const area of known) if ((newest.get(area.code)?.year ?? 0) < area.year) newest.set(area.code, area);
  return function town(code): GapTown | null {
    const area = code === null ? undefined : newest.get(code);
    if (!area || area.kind === "province") return null;
    if (area.kind === "municipality") return { code: area.code, name: area.everydayName ?? area.name };
    return town(area.parentCode);
  };
}

/** The query by which the page of the invitation text knows a gap. */
export function gapQuery({ field, party, area }: Gap): string {
  const query = new URLSearchParams();
  if (field) query.set("vakgebied", field);
  if (party) query.set("partij", party);
  if (area) query.set("gebied", area);
  return query.toString();
}
