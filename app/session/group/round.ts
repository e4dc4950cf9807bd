import { type Dealt, deal, type Pair, type Wishes } from "../grouping/deal.ts";
import { joinTwoByTwo } from "../grouping/deal-join.ts";
import { quality } from "../grouping/deal-quality.ts";
import { type GaveWay, gaveWay } from "../grouping/gave-way.ts";

export interface Round<I extends string = string, A extends string = string> extends Wishes<I, A> {
  readonly kind: "new" | "double" | "field" | "area" | "theme";
  readonly people: readonly Dealt<I, A>[];
  /** The groups that are joined two by two. */
  readonly before: readonly (readonly I[])[];
  /** What people choose from. */
  readonly topics: readonly string[];
  /** What a field or area is called, by its value. */
  readonly names: ReadonlyMap<string, string>;
}
interface RoundGroup<I extends string = string> {
  readonly topic: string;
  readonly members: readonly I[];
}
export interface MadeRound<I extends string = string> {
  readonly groups: readonly RoundGroup<I>[];
  readonly gaveWay: readonly GaveWay[];
}

/** Fewer of one field or area make no group of their own. */
const fewest = 3;

/** The groups of one round, whatever its kind. Groups by theme are empty: people choose. */
export function makeRound<I extends string, A extends string>(round: Round<I, A>): MadeRound<I> {
  switch (round.kind) {
    case "theme":
      return { groups: byChoice(round), gaveWay: [] };
    case "field":
    case "area":
      return told(round, alike(round, round.kind as A));
    case "double": {
      const sat = round.before.some((ids) => ids.length > 0);
      const groups = sat ? joinTwoByTwo(round.people, round.before, round) : deal(round.people, { ...round, size: 4 }).groups;
      return told(
        round,
        groups.map((members) => ({ topic: "", members })),
      );
    }
    case "new": {
      const dealt = deal(round.people, round);
      return { groups: dealt.groups.map((members) => ({ topic: "", members })), gaveWay: dealt.gaveWay };
    }
  }
}

/** Groups of one value each; who is alone with theirs sits with others of few, or where there is room. */
function alike<I extends string, A extends string>(round: Round<I, A>, by: A): RoundGroup<I>[] {
  const value = ({ attributes }: Dealt<I, A>) => attributes[by];
  const all = [...Map.groupBy(round.people, value)].sort(([a], [b]) => (a < b ? -1 : 1));
  const own = all.filter(([name, some]) => name !== "" && some.length >= fewest);
  const rest = all.filter(([name, some]) => name === "" || some.length < fewest).flatMap(([, some]) => some);
  const parts = [...own.map(([name, some]) => ({ topic: round.names.get(name) ?? name, some }))];
  if (rest.length >= fewest || parts.length === 0) parts.push({ topic: "", some: rest });
  const mix = round.mix.filter((name) => name !== by);
  const groups: { topic: string; members: I[] }[] = [];
  for (const { topic, some } of parts) {
    const first = groups.length;
    const locked = new Map([...(round.locked ?? [])].map(([id, group]) => [id, group - first]));
    for (const members of deal(some, { ...round, mix, locked }).groups) groups.push({ topic, members });
  }
  if (rest.length < fewest && own.length > 0)
    for (const { id } of rest) groups.toSorted((a, b) => a.members.length - b.members.length)[0]?.members.push(id);
  return groups;
}

/** As many tables for each topic, together with room for everybody. */
function byChoice({ people, size, topics }: Pick<Round, "people" | "size" | "topics">): RoundGroup<never>[] {
  const each = Math.max(1, Math.ceil(people.length / (size * Math.max(1, topics.length))));
  return topics.flatMap((topic) => Array.from({ length: each }, () => ({ topic, members: [] })));
}

function told<I extends string, A extends string>(round: Round<I, A>, groups: readonly RoundGroup<I>[]): MadeRound<I> {
  const ids = groups.map(({ members }) => members);
  const earlier: readonly Pair<I>[] = round.kind === "double" ? [] : round.earlier;
  const made = quality(round.people, ids, round.mix, earlier);
  return { groups, gaveWay: gaveWay(round.people, ids, { ...round, earlier }, made) };
}
