/** What one person of a session came to: from the list to a word. */
export interface Traced {
  readonly group: string | null;
  readonly admitted: boolean;
  readonly came: boolean;
  readonly wrote: boolean;
  readonly chose: boolean;
}
export const stages = ["signedUp", "admitted", "came", "wrote", "chose"] as const;
type Stage = (typeof stages)[number];

export interface HeardLine {
  /** null: who told no field, kind of party or area */
  readonly group: string | null;
  readonly target: number;
  readonly counts: Readonly<Record<Stage, number>>;
}

export const leastTold = 5;

/**
 * Whether a table may say how many chose: not when one of its groups is so small that it is known who did not. All or nothing,
 * since what one line leaves out could be reckoned from the others.
 */
export const mayTellChoices = (lines: readonly HeardLine[]): boolean =>
  lines.every(({ counts: { came } }) => came === 0 || came >= leastTold);

/**
 * Per group how many got how far.
 * @param groups all there are, also those of which nobody came; in the order to show
 * @param targets what the organiser aims at, in people admitted
 */
export function heardBy(
  people: readonly Traced[],
  groups: readonly string[],
  targets: ReadonlyMap<string, number> = new Map(),
): readonly HeardLine[] {
  const line = (group: string | null): HeardLine => {
    const own = people.filter((one) => one.group === group);
    const count = (of: (one: Traced) => boolean) => own.filter(of).length;
    return {
      group,
      target: (group !== null && targets.get(group)) || 0,
      counts: {
        signedUp: own.length,
        admitted: count(({ admitted }) => admitted),
        came: count(({ came }) => came),
        wrote: count(({ wrote }) => wrote),
        chose: count(({ chose }) => chose),
      },
    };
  };
  const rest = line(null);
  return [...groups.map(line), ...(rest.counts.signedUp > 0 ? [rest] : [])];
}

/** Groups from which nobody put a word on a table, though people were aimed at or came on the list. */
export const unheard = (lines: readonly HeardLine[]): readonly HeardLine[] =>
  lines.filter(({ group, target, counts }) => group !== null && counts.wrote === 0 && target + counts.signedUp > 0);
