import type { ContributionId, TogetherId } from "../../platform/ids.ts";

/** What a table does with needs: puts them together, takes one apart, brings them to the plenary, or keeps them at the table after all. */
export const gatherKinds = ["together", "apart", "bring", "keep"] as const;
export type GatherKind = (typeof gatherKinds)[number];

/** As many at once as anybody ticks. */
export const mostGathered = 60;

export interface Gathering {
  readonly kind: GatherKind;
  readonly needs: readonly ContributionId[];
  /** Of needs put together: what they then share. */
  readonly togetherId: TogetherId | null;
}

/** How a need lies on its table. */
export interface Lying {
  readonly together: TogetherId | null;
  readonly brought: boolean;
}
export type Table = ReadonlyMap<ContributionId, Lying>;

const alone: Lying = { together: null, brought: false };
const lyingOf = (table: Table, need: ContributionId): Lying => table.get(need) ?? alone;

/**
 * What a wish comes to on the table as it lies now. Done already, by oneself or somebody else: null, and nothing is written.
 * @param fresh what needs share that lay alone until now
 */
export function gathering(
  table: Table,
  wish: { readonly kind: GatherKind; readonly needs: readonly ContributionId[] },
  fresh: TogetherId,
): Gathering | null {
  const chosen = [...new Set(wish.needs)];
  const shared = new Set(chosen.flatMap((need) => lyingOf(table, need).together ?? []));
  // Who is chosen brings along what it lies together with.
  const along = [...table].flatMap(([need, { together }]) => (together && shared.has(together) ? need : []));
  const whole = [...new Set([...chosen, ...along])];
  switch (wish.kind) {
    case "together": {
      const [first = fresh] = shared;
      const done = chosen.length < 2 || whole.every((need) => lyingOf(table, need).together === first);
      return done ? null : { kind: "together", needs: whole, togetherId: first };
    }
    case "apart": {
      const needs = chosen.filter((need) => lyingOf(table, need).together !== null);
      return needs.length === 0 ? null : { kind: "apart", needs, togetherId: null };
    }
    case "bring":
    case "keep": {
      const needs = whole.filter((need) => lyingOf(table, need).brought !== (wish.kind === "bring"));
      return needs.length === 0 ? null : { kind: wish.kind, needs, togetherId: null };
    }
  }
}

/**
 * The table after it. What lies together is brought together; taken apart each stays brought or not, as it was. One that is left alone
 * lies together with nothing.
 */
export function afterwards(table: Table, { kind, needs, togetherId }: Gathering): Table {
  const next = new Map(table);
  const brought = needs.some((need) => lyingOf(table, need).brought);
  for (const need of needs) {
    const lying = lyingOf(table, need);
    if (kind === "together") next.set(need, { together: togetherId, brought });
    else if (kind === "apart") next.set(need, { ...lying, together: null });
    else next.set(need, { ...lying, brought: kind === "bring" });
  }
  for (const [together, inside] of Map.groupBy(next, ([, lying]) => lying.together)) {
    const [only] = inside;
    if (together !== null && only && inside.length === 1) next.set(only[0], { ...only[1], together: null });
  }
  return next;
}

export const replayTable = (done: readonly Gathering[], from: Table = new Map()): Table =>
  done.reduce((table, one) => afterwards(table, one), from);

/** Needs that lie together as one, in the order of the first of each; brought when one of them is. */
export function bundles<T extends { readonly together: TogetherId | null; readonly brought: boolean }>(
  needs: readonly T[],
): readonly { readonly needs: readonly T[]; readonly brought: boolean }[] {
  const groups = Map.groupBy(needs, (need) => need.together ?? need);
  return [...groups.values()].map((inside) => ({ needs: inside, brought: inside.some(({ brought }) => brought) }));
}

/** What was done at a table, the newest first: with the numbers of needs that are still to be read, and by whom, as they chose to be shown. */
export interface TableDeed {
  readonly id: number;
  readonly kind: GatherKind;
  readonly numbers: readonly number[];
  readonly by: string;
  readonly own: boolean;
  readonly at: Date;
}

/** What a table brings: one need, or what it put together. `people` stand behind it, each counted once. */
export interface Brought {
  readonly group: number | null;
  readonly people: number;
  readonly needs: readonly { readonly id: ContributionId; readonly text: string }[];
}
