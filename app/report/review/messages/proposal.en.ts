import type { Same } from "../../../language/locale.ts";
import type { proposal as nl } from "./proposal.nl.ts";

export const proposal: Same<typeof nl> = {
  link: "Ask for a proposed sentence",
  title: "Proposed sentence",
  lead: (p) =>
    `You choose contributions. The language model ‘${p.model}’ (${p.host}) proposes a sentence that rests on them. You decide whether to take it over.`,
  back: "Back to the text",
  choose: "From which contributions?",
  words: "Search by words",
  find: "Search",
  first: "Search by words, or choose a theme.",
  nothing: "Nothing was found.",
  contributions: "Choose the contributions",
  sent: "Only the words of these contributions and their numbers go to the language model. Not whose they are. If one holds names, do not choose it.",
  more: (p) => `There are ${p.n} more. Search more precisely to see them.`,
  number: (p) => `contribution ${p.n}`,
  ask: "Ask for a proposal",
  busy: "The language model is writing. That may take half a minute.",
  proposed: "The proposal",
  label: "Proposed by a language model",
  sentence: "The sentence",
  sentenceHint: "Is the sentence true to what stands below? Change it where needed.",
  restsOn: "What the sentence rests on",
  take: "Take this sentence over",
  wrongNumbers: (p) =>
    `The language model named contributions that you did not give (${p.numbers.join(", ")}). We do not show that proposal. Try again.`,
  outcomes: {
    "no-numbers":
      "The language model did not say which contributions the sentence rests on. We do not show that proposal. Try again.",
    nonsense: "The language model gave no answer that can be used. Try again, or write the sentence yourself.",
    "no-answer": "The language model does not answer now. Try later, or write the sentence yourself.",
  },
  troubles: {
    none: "Choose at least one contribution that can still be read.",
    many: "Choose 40 contributions at the most.",
    long: "Write a sentence of 600 characters at the most, and mind that the text does not get too long.",
    guarded: "Look once more at what the sentence says.",
    changed: "The text changed meanwhile. Your sentence still stands below: choose Take this sentence over once more.",
  },
};
