import { parseCsvChunks } from "../app/method/text/csv.ts";
import type { Theme } from "../app/method/text/theming.ts";
import { onOneLine } from "./command.ts";
import { at, malformed, type Problem } from "./csv-problem.ts";

const example = 'Een voorbeeld: {"Wonen": ["huur", "schimmel"], "Taal": ["brief", "tolk"]}';

/** Reads a frame: an object of themes, each with a list of seed words. */
export function readFrame(json: string): { themes: Theme[] } | Problem {
  let frame: unknown;
  try {
    frame = JSON.parse(json);
  } catch (fault) {
    return { problem: `dit is geen geldige JSON (${onOneLine((fault as Error).message, 80)}). ${example}` }; // JSON.parse throws SyntaxErrors
  }
  if (typeof frame !== "object" || frame === null || Array.isArray(frame))
    return { problem: `verwacht een object met thema's. ${example}` };
  const themes: Theme[] = [];
  for (const [name, seeds] of Object.entries(frame)) {
    if (name.trim() === "") return { problem: `een thema heeft geen naam. ${example}` };
    const wrong = Array.isArray(seeds) ? seeds.findIndex((seed) => typeof seed !== "string") : 0;
    if (!Array.isArray(seeds) || wrong !== -1)
      return { problem: `thema "${onOneLine(name, 40)}": verwacht een lijst met woorden. ${example}` };
    themes.push({ id: name, name, description: "", seeds: seeds as string[] }); // each was just seen to be a string
  }
  return { themes };
}

/**
 * Reads which texts people placed in which theme: `id` and `theme`.
 * @param frame the themes there are; null when the coded texts say so themselves
 */
export function readCoded(
  csv: string,
  texts: ReadonlySet<string>,
  frame: ReadonlySet<string> | null,
): { coded: [string, string][] } | Problem {
  const [header, ...rows] = parseCsvChunks([csv], { undoGuard: true });
  if (header === undefined) return at(1, "id", "het bestand is leeg. Begin met een rij met de kolommen id, theme.");
  const names = header.cells.map((name) => name.trim());
  for (const { row, problems } of [header, ...rows])
    for (const { column, code } of problems) return at(row, names[column - 1] || String(column), malformed[code]);
  for (const name of ["id", "theme"])
    if (!names.includes(name)) return at(1, name, "deze kolom ontbreekt. Zet in rij 1 de kolommen id, theme.");
  const coded: [string, string][] = [];
  const rowOf = new Map<string, number>();
  for (const { row, cells } of rows) {
    const [id = "", theme = ""] = ["id", "theme"].map((name) => cells[names.indexOf(name)]?.trim());
    if (!texts.has(id))
      return at(row, "id", `"${onOneLine(id, 40)}" staat niet in het bestand met teksten. Verbeter de id of haal de rij weg.`);
    const earlier = rowOf.get(id);
    if (earlier !== undefined)
      return at(row, "id", `"${onOneLine(id, 40)}" staat al in rij ${earlier}. Geef elke tekst één thema.`);
    rowOf.set(id, row);
    if (theme === "") return at(row, "theme", "deze cel is leeg. Vul een thema in of haal de rij weg.");
    if (frame && !frame.has(theme))
      return at(
        row,
        "theme",
        `"${onOneLine(theme, 40)}" staat niet in het kader. Kies uit: ${onOneLine([...frame].join(", "), 120)}.`,
      );
    coded.push([id, theme]);
  }
  return { coded };
}
