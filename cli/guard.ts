import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { findPersonal } from "../app/method/guard/guard.ts";
import type { Outcome } from "./command.ts";
import { readTexts } from "./guard-texts.ts";

const usage = "Gebruik: klankbord guard --texts texts.csv --json";

/** Looks for personal data in the texts of a file, by the rules of the rooms; places count UTF-16 units. */
export async function run(args: readonly string[]): Promise<Outcome> {
  let file: string | undefined;
  try {
    file = parseArgs({ args: [...args], options: { texts: { type: "string" }, json: { type: "boolean" } } }).values.texts;
  } catch (fault) {
    return { problem: `${(fault as Error).message.split("\n")[0]} ${usage}` }; // parseArgs throws TypeErrors only
  }
  if (file === undefined) return { problem: `--texts ontbreekt. ${usage}` };
  const csv = await readFile(file, "utf8").catch((fault: NodeJS.ErrnoException) => ({ problem: unreadable(file, fault) }));
  if (typeof csv !== "string") return csv;
  const read = readTexts(csv);
  if ("problem" in read) return { problem: `${file}, ${read.problem}` };

  const start = performance.now();
  const flags = read.texts.flatMap(({ id, text }) => {
    const found = findPersonal(text);
    if (found.length === 0) return [];
    return [{ id, kinds: [...new Set(found.map(({ kind }) => kind))], spans: found.map(({ from, to }) => [from, to]) }];
  });
  return { json: { flags, ms: Math.round(performance.now() - start) } };
}

function unreadable(file: string, fault: NodeJS.ErrnoException): string {
  if (fault.code === "ENOENT") return `${file}: dit bestand is er niet. Geef het pad van een CSV met teksten.`;
  return `${file}: dit bestand is niet te lezen (${fault.code}). Controleer het pad en de rechten.`;
}
