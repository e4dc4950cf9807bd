import type { HeardRow, stages, Told } from "../../disclosure/heard.ts";
import type { Size } from "../../disclosure/people-table.ts";
import type { ReportContent, Taken } from "../gather/content.ts";
import { stagesTold, toldOf } from "../gather/heard-said.ts";
import type { Named } from "./row-columns.ts";

const names: Readonly<Record<(typeof stages)[number], string>> = {
  invited: "uitgenodigd",
  signedUp: "aangemeld",
  admitted: "toegelaten",
  took: "deed mee",
  wrote: "schreef iets",
  chose: "koos in de praktijktoets",
  quoted: "achter een behoefte in een tekst",
};

/** Who took part, and how far people came. */
export function takenRows(
  { taken, fields, parties }: ReportContent,
  said: { readonly nearly: string; readonly withheld: string },
): Named[] {
  const name = (list: readonly { readonly id: string; readonly name: string }[], id: string) =>
    list.find((one) => one.id === id)?.name ?? "";
  const size = (of: Size): Named => (of.status === "people" ? { aantal: of.people } : { status: said.withheld });
  return [
    { onderdeel: "deelname", uitsplitsing: "iedereen", ...size(taken.table.total) },
    ...taken.table.fields.map((row) => ({
      onderdeel: "deelname",
      uitsplitsing: "vakgebied",
      groep: name(fields, row.id),
      ...size(row.size),
    })),
    ...taken.table.parties.map((row) => ({
      onderdeel: "deelname",
      uitsplitsing: "soort partij",
      groep: name(parties, row.id),
      ...size(row.size),
    })),
    ...taken.table.cells.map((row) => ({
      onderdeel: "deelname",
      uitsplitsing: "vakgebied en soort partij",
      groep: `${name(fields, row.field)}, ${name(parties, row.party)}`,
      ...size(row.size),
    })),
    ...taken.areas.map((row) => ({ onderdeel: "deelname", uitsplitsing: "provincie", groep: row.name, ...size(row.size) })),
    ...(taken.towns ?? []).map((row) => ({
      ...{ onderdeel: "deelname", uitsplitsing: "gemeente", groep: row.name, aantal: row.people },
    })),
    ...heardRows(taken.heard, { fields: (id) => name(fields, id), parties: (id) => name(parties, id) }, said),
  ];
}

type Said = Parameters<typeof takenRows>[1];

function heardRows(
  heard: Taken["heard"],
  name: { readonly fields: (id: string) => string; readonly parties: (id: string) => string },
  said: Said,
): Named[] {
  if (!heard) return [];
  const shown = stagesTold(heard.all, ...[...heard.fields, ...heard.parties, ...heard.areas].map(({ told }) => told));
  const number = (told: Told): Named =>
    told.status === "people" ? { aantal: told.people } : { status: told.status === "nearly" ? said.nearly : said.withheld };
  const lines = (uitsplitsing: string, groep: string, told: readonly Told[]) =>
    shown.map(
      (stage): Named => ({
        ...{ onderdeel: "hoe ver", uitsplitsing, groep, antwoord: names[stage] },
        ...number(toldOf(told, stage)),
      }),
    );
  const of = (uitsplitsing: string, rows: readonly HeardRow[], called: (id: string) => string) =>
    rows.flatMap(({ id, told }) => lines(uitsplitsing, called(id), told));
  return [
    ...lines("iedereen", "", heard.all),
    ...of("vakgebied", heard.fields, name.fields),
    ...of("soort partij", heard.parties, name.parties),
    ...of("provincie", heard.areas, (id) => id),
    ...heard.steps.map(
      ({ title, told }): Named => ({ onderdeel: "hoe ver", uitsplitsing: "onderdeel", groep: title, ...number(told) }),
    ),
  ];
}
