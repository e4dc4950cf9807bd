import type { flag as nl } from "./flag.nl.ts";

export const flag: typeof nl = {
  title: "Reports",
  order: "Most urgent first",
  of: (p) => {
    const what = p.what.charAt(0).toUpperCase() + p.what.slice(1);
    return p.number === null ? what : `${what} ${p.number}`;
  },
  insight: "own insight",
  card: "card",
  by: (p) => `by ${p.name}`,
  reasons: {
    threat: "Threatening or discriminating",
    personal: "Data about somebody",
    guard: "Posted after a warning",
    hurtful: "Hurtful",
    other: "Something else",
  },
  people: (p) => `${p.n} people reported this`,
  guarded: (p) => `Found: ${p.kinds.join(", ")}.`,
  said: "Explanation",
  reason: "Reason, for who wrote it",
  hide: "Take the whole contribution away",
  hideText: "Nobody sees the contribution any more. Its writer reads your reason and can write it in another way.",
  hideButton: "Take away",
  redact: "Take words out",
  words: "Which words?",
  wordsHint: "One piece a line, exactly as it stands there. They vanish everywhere in this dialogue and are not kept.",
  redactButton: "Take these words out",
  dismiss: "Let it stand",
  answer: "Answer to who reported it (may be empty)",
  dismissButton: "Let it stand",
};
