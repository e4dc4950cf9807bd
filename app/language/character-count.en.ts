import type { characterCount as nl } from "./character-count.nl.ts";

export const characterCount: typeof nl = {
  limit: (p) => `At most ${p.n} characters`,
  left: "{n} characters left",
  leftOne: "1 character left",
  over: "{n} characters too many",
  overOne: "1 character too many",
};
