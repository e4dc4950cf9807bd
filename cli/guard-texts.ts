import { parseCsvChunks } from "../app/method/text/csv.ts";
import { onOneLine } from "./command.ts";
import { at, malformed, type Problem } from "./csv-problem.ts";

const columns = ["id", "text"] as const;

/** Reads the texts to be looked through: `id` and `text`; other columns are left alone. */
export function readTexts(csv: string): { texts: { id: string; text: string }[] } | Problem {
  const [header, ...rows] = parseCsvChunks([csv], { undoGuard: true });
  if (header === undefined) return at(1, "id", "het bestand is leeg. Begin met een rij met de kolommen id, text.");
  const names = header.cells.map((name) => name.trim());
  for (const { row, problems } of [header, ...rows])
    for (const { column, code } of problems) return at(row, names[column - 1] || String(column), malformed[code]);
  for (const name of columns)
    if (!names.includes(name)) return at(1, name, "deze kolom ontbreekt. Zet in rij 1 de kolommen id, text.");

  const texts: { id: string; text: string }[] = [];
  const rowOf = new Map<string, number>();
  for (const { row, cells } of rows) {
    const id = cells[names.indexOf("id")]?.trim() ?? "";
    if (id === "") return at(row, "id", "deze cel is leeg. Geef elke tekst een id.");
    const earlier = rowOf.get(id);
    if (earlier !== undefined)
      return at(row, "id", `"${onOneLine(id, 40)}" staat al in rij ${earlier}. Geef elke tekst een eigen id.`);
    rowOf.set(id, row);
    texts.push({ id, text: cells[names.indexOf("text")] ?? "" });
  }
  return { texts };
}
