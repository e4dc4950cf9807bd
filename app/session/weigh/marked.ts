/** What can stand on a list: a theme or a need. `number` is where it came, from 1; it settles what is equal in all else [SL4]. */
export interface Option {
  readonly id: string;
  readonly number: number;
}

/** What people marked, without who: alike choices together. */
export interface Marked {
  readonly options: readonly Option[];
  readonly ballots: readonly Ballot[];
}
export interface Ballot {
  readonly people: number;
  /** Ids of options, each once. */
  readonly choices: ReadonlySet<string>;
}

/**
 * Puts alike choices together, in an order that does not depend on names or on the order of people [SL3, SL5].
 * @param choices per person the ids that they marked; ids that are no option are left out, as is who marked none
 */
export function marked(options: readonly Option[], choices: Iterable<Iterable<string>>): Marked {
  const sorted = options.toSorted((a, b) => a.number - b.number);
  const place = new Map(sorted.map(({ id }, at) => [id, at]));
  const alike = new Map<string, { people: number; places: number[] }>();
  for (const own of choices) {
    const places = [...new Set(own)].flatMap((id) => place.get(id) ?? []).sort((a, b) => a - b);
    if (places.length === 0) continue;
    const key = places.join(" ");
    const found = alike.get(key);
    if (found) found.people += 1;
    else alike.set(key, { people: 1, places });
  }
  const ballots = [...alike.values()].sort((a, b) => inOrder(a.places, b.places));
  return {
    options: sorted,
    ballots: ballots.map(({ people, places }) => ({ people, choices: new Set(places.map((at) => sorted[at]?.id ?? "")) })),
  };
}

export const everybody = ({ ballots }: Pick<Marked, "ballots">): number => ballots.reduce((all, { people }) => all + people, 0);

/** How many people marked each option. */
export function supportOf({ options, ballots }: Marked): ReadonlyMap<string, number> {
  const support = new Map(options.map(({ id }) => [id, 0]));
  for (const { people, choices } of ballots) for (const id of choices) support.set(id, (support.get(id) ?? 0) + people);
  return support;
}

/** How many people find nothing of their choice back in a list. */
export function uncovered({ ballots }: Pick<Marked, "ballots">, list: Iterable<string>): number {
  const on = new Set(list);
  return everybody({ ballots: ballots.filter(({ choices }) => !meets(choices, on)) });
}

export const meets = (choices: ReadonlySet<string>, list: ReadonlySet<string>): boolean =>
  [...choices].some((id) => list.has(id));

function inOrder(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) if (a[at] !== b[at]) return (a[at] ?? 0) - (b[at] ?? 0);
  return a.length - b.length;
}
