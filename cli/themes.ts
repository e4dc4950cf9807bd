import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { makeSplitter } from "../app/method/text/compounds.ts";
import type { Language } from "../app/method/text/features.ts";
import { readLexicon } from "../app/method/text/lexicon.server.ts";
import {
  duplicatesOf,
  gather,
  labelOfIds,
  orderOf,
  read,
  suggestionsOf,
  type Text,
  type Theme,
} from "../app/method/text/theming.ts";
import type { Outcome } from "./command.ts";
import type { Problem } from "./csv-problem.ts";
import { readTexts } from "./guard-texts.ts";
import { type Progress, progressOn } from "./progress.ts";
import type { Themed } from "./themed.ts";
import { readCoded, readFrame } from "./themes-input.ts";
import { inWords } from "./themes-words.ts";

const usage = "Gebruik: klankbord themes --texts needs.csv [--frame frame.json] [--coded coded.csv] [--json]";

/** Near-duplicates, small groups of alike texts and suggested themes for the texts of a file, by the rules of docs/themes.md. */
export async function run(args: readonly string[]): Promise<Outcome> {
  const asked = readArguments(args);
  if ("problem" in asked) return asked;
  const progress = progressOn(process.stderr);
  try {
    const input = await readInput(asked);
    if ("problem" in input) return input;
    const themed = themesOf(input.texts, input.themes, input.coded, progress);
    return asked.json ? { json: themed } : { text: inWords(themed, new Map(input.texts.map(({ id, text }) => [id, text]))) };
  } finally {
    progress.end();
  }
}

function themesOf(
  texts: readonly Text[],
  themes: readonly Theme[],
  coded: readonly [string, string][],
  progress: Progress,
): Themed {
  let begun = performance.now();
  const lap = (what: string, share: number) => {
    const took = Math.round(performance.now() - begun);
    begun = performance.now();
    progress.at(what, share);
    return took;
  };
  const language: Language = { split: makeSplitter(readLexicon()) };
  const gathered = gather(texts);
  const reading = read(gathered, language);
  const readMs = lap("lijkt op elkaar", 0.4);
  const duplicates = duplicatesOf(gathered);
  const duplicatesMs = lap("thema's voorstellen", 0.6);
  const { suggestions, calibration } = suggestionsOf(reading, themes, coded);
  const suggestionsMs = lap("groepjes maken", 0.8);
  const idsOf = (row: number) => reading.ids[row] ?? [];
  const clusters = orderOf(reading).groups.map((rows, at) => {
    const members = rows.flatMap(idsOf);
    const { phrases, keywords } = labelOfIds(reading, members, language);
    return { id: `g${at + 1}`, label: phrases.join(", "), keywords, members };
  });
  const placed = new Set(clusters.flatMap(({ members }) => members));
  const unplaced = reading.ids.flat().filter((id) => !placed.has(id));
  const ms = { read: readMs, duplicates: duplicatesMs, suggestions: suggestionsMs, clusters: lap("", 1) };
  const { measured, first, firstTwo } = calibration;
  return {
    duplicates,
    clusters,
    suggestions: themes.length === 0 ? [] : suggestions,
    unplaced,
    measured: measured === null ? null : { coded: measured, first, firstTwo },
    ms,
  };
}

type Asked = { texts: string; frame: string | undefined; coded: string | undefined; json: boolean };

function readArguments(args: readonly string[]): Asked | Problem {
  const options = {
    texts: { type: "string" },
    frame: { type: "string" },
    coded: { type: "string" },
    json: { type: "boolean" },
  } as const;
  try {
    const { texts, frame, coded, json = false } = parseArgs({ args: [...args], options }).values;
    return texts === undefined ? { problem: `--texts ontbreekt. ${usage}` } : { texts, frame, coded, json };
  } catch (fault) {
    return { problem: `${(fault as Error).message.split("\n")[0]} ${usage}` }; // parseArgs throws TypeErrors only
  }
}

interface Input {
  readonly texts: readonly Text[];
  readonly themes: readonly Theme[];
  readonly coded: readonly [string, string][];
}

async function readInput(asked: Asked): Promise<Input | Problem> {
  const texts = await inFile(asked.texts, "een CSV met teksten", readTexts);
  if ("problem" in texts) return texts;
  const frame = asked.frame === undefined ? null : await inFile(asked.frame, "een JSON met thema's", readFrame);
  if (frame && "problem" in frame) return frame;
  const ids = new Set(texts.texts.map(({ id }) => id));
  const names = frame && new Set(frame.themes.map(({ id }) => id));
  const coded =
    asked.coded === undefined
      ? { coded: [] }
      : await inFile(asked.coded, "een CSV met ingedeelde teksten", (csv) => readCoded(csv, ids, names));
  if ("problem" in coded) return coded;
  const told = [...new Set(coded.coded.map(([, theme]) => theme))];
  const themes = frame?.themes ?? told.map((name) => ({ id: name, name, description: "", seeds: [] }));
  return { texts: texts.texts, themes, coded: coded.coded };
}

/** What a file holds, or what to mend in it, by its name. */
async function inFile<T extends object>(file: string, kind: string, read: (text: string) => T | Problem): Promise<T | Problem> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException; // of the file system
    return {
      problem:
        code === "ENOENT"
          ? `${file}: dit bestand is er niet. Geef het pad van ${kind}.`
          : `${file}: dit bestand is niet te lezen (${code}). Controleer het pad en de rechten.`,
    };
  }
  if (!isUtf8(bytes)) return { problem: `${file}: dit bestand is niet in UTF-8. Bewaar het als UTF-8 (in Excel: CSV UTF-8).` };
  const text = bytes.toString("utf8");
  const [head = ""] = text.split("\n", 1);
  if (kind.includes("CSV") && head.includes(";") && !head.includes(","))
    return {
      problem: `${file}, rij 1: de kolommen staan met een puntkomma uit elkaar. Bewaar het bestand met komma's ertussen.`,
    };
  const found = read(text);
  return "problem" in found ? { problem: `${file}, ${found.problem}` } : found;
}
