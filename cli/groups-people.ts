import { parseCsvChunks } from "../app/method/text/csv.ts";
import type { Dealt } from "../app/session/grouping/deal.ts";
import { onOneLine } from "./command.ts";
import { at, malformed, type Problem } from "./csv-problem.ts";

export type Listed = Dealt<string, string>;

const required = ["id", "field", "party", "organisation", "area"];
const wishes = ["dutch", "textOnly", "keepWith"];
const yes = ["ja", "yes", "true", "1"];
const no = ["nee", "no", "false", "0"];

/** Reads the people to be dealt: the columns of the contract, and any further column as an attribute to mix. */
export function readPeople(text: string): { people: Listed[]; mix: string[] } | Problem {
  const [header, ...rows] = parseCsvChunks([text], { undoGuard: true });
  if (header === undefined)
    return { problem: `rij 1: het bestand is leeg. Begin met een rij met de kolommen ${required.join(", ")}.` };
  const columns = header.cells.map((name) => name.trim());
  for (const { row, problems } of [header, ...rows])
    for (const { column, code } of problems) return at(row, columns[column - 1] || String(column), malformed[code]);
  for (const name of required)
    if (!columns.includes(name)) return at(1, name, `deze kolom ontbreekt. Zet in rij 1 de kolommen ${required.join(", ")}.`);

  const mix = columns.filter((name) => name !== "" && name !== "id" && !wishes.includes(name));
  const people: Listed[] = [];
  const rowOf = new Map<string, number>();
  for (const { row, cells } of rows) {
    const cell = (name: string) => cells[columns.indexOf(name)]?.trim() ?? "";
    const id = cell("id");
    if (id === "") return at(row, "id", "deze cel is leeg. Geef elke persoon een id.");
    if (rowOf.has(id))
      return at(row, "id", `"${onOneLine(id, 40)}" staat al in rij ${rowOf.get(id)}. Geef elke persoon een eigen id.`);
    rowOf.set(id, row);
    for (const name of ["dutch", "textOnly"])
      if (![...yes, ...no, ""].includes(cell(name).toLowerCase()))
        return at(row, name, `"${onOneLine(cell(name), 40)}" is geen ja of nee. Vul ja of nee in.`);
    people.push({
      id,
      attributes: Object.fromEntries(mix.map((name) => [name, cell(name)])),
      textOnly: yes.includes(cell("textOnly").toLowerCase()),
      dutch: !no.includes(cell("dutch").toLowerCase()),
      ...(cell("keepWith") === "" ? {} : { keepWith: cell("keepWith") }),
    });
  }
  for (const { id, keepWith } of people)
    if (keepWith !== undefined && !rowOf.has(keepWith))
      return at(
        rowOf.get(id) ?? 0,
        "keepWith",
        `"${onOneLine(keepWith, 40)}" staat niet in het bestand. Vul de id van een andere persoon in.`,
      );
  return { people, mix };
}
