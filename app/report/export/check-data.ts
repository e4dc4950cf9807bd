import type { Cell } from "../../method/text/csv.ts";
import { reportColumns } from "../document/row-columns.ts";
import type { reportData } from "./open-data.ts";

/** Parts of the data of a report that come from the practice check. */
const parts: ReadonlySet<Cell | undefined> = new Set([
  "inzicht",
  "eerdere versie van inzicht",
  "stem",
  "past",
  "voorwaarde",
  "tegenvoorbeeld",
  "beeld van allen samen",
  "meningsgroep",
  "gedeelde basis",
  "verschil",
]);
const at = reportColumns.indexOf("onderdeel");

export const checkRows = (rows: readonly Cell[][]): Cell[][] => rows.filter((row) => parts.has(row[at]));

export function checkData({ dialogue, insights, results, analysis, licence }: ReturnType<typeof reportData>) {
  return { dialogue, analysis, results, insights, licence };
}
