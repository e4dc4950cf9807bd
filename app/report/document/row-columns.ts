import type { Cell } from "../../method/text/csv.ts";

/** The columns of the data of a report, in this order for good; a new one is added at the end. */
export const reportColumns = [
  "versie",
  "onderdeel",
  "nummer",
  "bij",
  "tekst",
  "situatie",
  "voor_wie",
  "geprobeerd",
  "zou_helpen",
  "hoe_zwaar",
  "uitsplitsing",
  "groep",
  "antwoord",
  "aantal",
  "van",
  "laag",
  "hoog",
  "status",
  "hoe_vaak",
  "raakt",
  "zelfde_als",
  "inzicht_versie",
  "gewijzigd_omdat",
] as const;

export type Named = Partial<Record<(typeof reportColumns)[number], Cell>>;
