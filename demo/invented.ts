import { readFileSync } from "node:fs";
import path from "node:path";
import { readCsv } from "../app/method/text/csv.ts";

export type Row = Readonly<Record<string, string>>;

/** Rows of one file of the invented dialogue, by column name. */
export function readInvented(
  name: "people" | "needs" | "themes" | "insights" | "practice" | "notes" | "network" | "library",
): readonly Row[] {
  const file = path.resolve(import.meta.dirname, "data", `${name}.csv`);
  const { header, rows, problems } = readCsv(readFileSync(file, "utf8"));
  if (problems.length > 0)
    throw new Error(`${name}.csv: row ${problems[0]?.row} column ${problems[0]?.column} ${problems[0]?.code}`);
  return rows.map((cells) => Object.fromEntries(header.map((column, at) => [column, String(cells[at] ?? "")])));
}

export const inventedFields = [
  "wonen",
  "werk en inkomen",
  "scholing",
  "veiligheid",
  "opvoeding",
  "zorg en hulpverlening",
  "sociaal functioneren",
] as const;
export const inventedParties = [
  "praktijk",
  "medeoverheid",
  "kennisinstelling",
  "maatschappelijke organisatie",
  "vrijwilliger",
  "bewoner",
] as const;
export const choices = { eens: "agree", oneens: "disagree", "sla over": "skip", "niet mijn vakgebied": "not-my-field" } as const;
export const fits = { past: "fits", "past onder voorwaarden": "conditions", "past niet": "not" } as const;
export const weights = { licht: "light", zwaar: "heavy", "zeer zwaar": "very-heavy", "": "" } as const;
