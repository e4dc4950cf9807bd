import { whatParts } from "./audit-query.ts";

export interface DeedWords {
  readonly deeds: Readonly<Record<string, string>>;
  readonly things: Readonly<Record<string, string>>;
  readonly verbs: Readonly<Record<string, string>>;
}

/** A line of the log in words: as a whole where it has them, else its thing and its verb. @returns the code of a half without words */
export function deedWords({ deeds, things, verbs }: DeedWords, what: string): string {
  const { thing, verb } = whatParts(what);
  return deeds[what] ?? [things[thing] ?? thing, verbs[verb] ?? verb].filter(Boolean).join(" ");
}
