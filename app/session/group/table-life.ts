/** What goes on at one table, for one of its people. Times are milliseconds of the server's clock. */
export interface TableLife {
  /** What its people have in common or chose; empty for a mixed group. */
  readonly topic: string;
  /** Rises with each move of this person. */
  readonly version: number;
  readonly seenVersion: number;
  readonly speakerId: string | null;
  /** Whose turn it is to take a role. */
  readonly next: { readonly "note-taker": string | null; readonly speaker: string | null };
  /** The round of speaking. */
  readonly turn: { readonly personId: string; readonly since: number } | null;
  readonly secondsEach: number;
  /** Names of facilitators who sit at this table for a while. */
  readonly visitors: readonly string[];
  /** Of all that was written here, in hundredths; only its writer sees it. */
  readonly share: { readonly own: number; readonly equal: number } | null;
  readonly notes: { readonly written: number; readonly confirmed: boolean };
  /** A friendly word for who writes nothing for a while, where the organiser wants it. */
  readonly nudge: boolean;
}

/** Fewer characters on a table say nothing about who writes. */
const leastCharacters = 200;

/**
 * How much of what a group wrote is by one person.
 * @param lengths characters by writer, of what lies on the table
 * @returns hundredths; null when there is too little to say
 */
export function shareOf(lengths: ReadonlyMap<string, number>, personId: string, people: number): TableLife["share"] {
  const all = [...lengths.values()].reduce((sum, n) => sum + n, 0);
  if (all < leastCharacters || people < 2) return null;
  return { own: Math.round((100 * (lengths.get(personId) ?? 0)) / all), equal: Math.round(100 / people) };
}

/** Time for each in a round of speaking: what is left of the step, with a quarter for talking on; half a minute to three minutes. */
export function secondsEach(leftMs: number, people: number): number {
  const each = (0.75 * leftMs) / 1000 / Math.max(1, people);
  return Math.round(Math.min(180, Math.max(30, each)) / 10) * 10;
}
