import type { Same } from "../../../language/locale.ts";
import type { readability as nl } from "./readability.nl.ts";

export const readability: Same<typeof nl> = {
  summary: (p) =>
    p.n === 0
      ? "Readability: no hard sentences found"
      : `Readability: ${p.n} of ${p.of} ${p.of === 1 ? "sentence" : "sentences"} can be plainer`,
  allPlain: "Each sentence is short and active, without words of the office that we know.",
  long: (p) => `${p.n} words: make it two sentences.`,
  passive: (p) => `“${p.found}”: say who does it.`,
  compound: (p) => `“${p.found}” is a long word: take it apart.`,
  office: (p) => `“${p.found}”: rather “${p.plain}”.`,
  how: "These are hints by fixed rules for Dutch (fewer than 16 words, active, plain words). You decide.",
};
