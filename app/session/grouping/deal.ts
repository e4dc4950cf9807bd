import { type Random, random } from "../../method/random.ts";
import type { PersonId } from "../../platform/ids.ts";
import { companies } from "./companies.ts";
import { type Quality, quality } from "./deal-quality.ts";
import { type Mixed, Tables, usualWeights, type Weights } from "./deal-tables.ts";
import { type GaveWay, gaveWay } from "./gave-way.ts";

export type Attribute = "field" | "party" | "organisation" | "area";

/** Somebody to be dealt; an empty attribute means "not known" and is like nobody else's. */
export type Dealt<I extends string = PersonId, A extends string = Attribute> = Mixed<I, A>;
export type Pair<I extends string = PersonId> = readonly [I, I];
export type Deal<I extends string = PersonId> = { groups: I[][]; quality: Quality; gaveWay: readonly GaveWay[] };

export interface Wishes<I extends string, A extends string> {
  readonly size: number;
  readonly mix: readonly A[];
  /** Who met before. */
  readonly earlier: readonly Pair<I>[];
  readonly seed: number | string;
  readonly weights?: Weights;
  readonly together?: readonly Pair<I>[];
  readonly apart?: readonly Pair<I>[];
  /** Who stays in which group, by its place in the list of groups. */
  readonly locked?: ReadonlyMap<I, number>;
}

/**
 * Deals people into mixed groups. Same people, wishes and seed: same groups, whatever order the people come in.
 * Nobody stands above the size asked for, unless that would leave a group of one or two.
 * Sizes differ by one at most; companies and locks hold where they fit; all else is a cost, searched by simulated annealing
 * over swaps in a fixed number of steps (about 0.2 microseconds each). What could not be had stands in `gaveWay`.
 * @throws RangeError for a size that is no whole number above 0, and for a person who is dealt twice
 * @see the maximally diverse grouping problem: Weitz and Lakshminarayanan 1998; with other weights this is its heuristic
 */
export function deal<I extends string, A extends string>(people: readonly Dealt<I, A>[], wishes: Wishes<I, A>): Deal<I> {
  if (!Number.isInteger(wishes.size) || wishes.size < 1)
    throw new RangeError(`size ${wishes.size} is not a whole number above 0`);
  const sorted = [...people].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  for (const [i, { id }] of sorted.entries()) if (sorted[i + 1]?.id === id) throw new RangeError(`${id} is dealt twice`);

  const { mix, earlier, apart = [], weights = usualWeights } = wishes;
  const chance = random(wishes.seed);
  const index = new Map(sorted.map(({ id }, i) => [id, i]));
  const locked = new Map(
    [...(wishes.locked ?? [])].flatMap(([id, group]) => (index.has(id) ? [[index.get(id) as number, group]] : [])),
  );
  const tables = new Tables(sorted, sizesAround(groupSizes(sorted.length, wishes.size), locked), {
    mix,
    earlier,
    apart,
    weights,
  });
  const free = seat(tables, companies(sorted, wishes.together ?? []), locked, chance.shuffle([...sorted.keys()]));
  improve(tables, free, chance, weights);

  const groups = tables.groups().map((group) => group.map((person) => (sorted[person] as Dealt<I, A>).id)); // indices of sorted
  const made = quality(sorted, groups, mix, earlier);
  return { groups, quality: made, gaveWay: gaveWay(sorted, groups, wishes, made) };
}

/** How many sit in each group: as equal as can be, largest first. */
export function groupSizes(people: number, size: number): number[] {
  const enough = Math.ceil(people / size);
  const tooThin = enough > 1 && Math.floor(people / enough) < Math.min(size, 3);
  const groups = tooThin ? Math.max(1, Math.floor(people / size)) : enough;
  return Array.from({ length: groups }, (_, i) => Math.floor(people / groups) + (i < people % groups ? 1 : 0));
}

/** The larger groups are those where most are locked. */
function sizesAround(sizes: readonly number[], locked: ReadonlyMap<number, number>): number[] {
  const held = sizes.map(() => 0);
  for (const group of locked.values()) if (group in held) held[group] = (held[group] ?? 0) + 1;
  const order = [...sizes.keys()].sort((a, b) => (held[b] ?? 0) - (held[a] ?? 0) || a - b);
  const around = [...sizes];
  for (const [place, group] of order.entries()) around[group] = sizes[place] ?? 0;
  return around;
}

/** Seats who is locked, then those who stay together, then the others; returns who may still change places, by how many they are. */
function seat(
  tables: Tables,
  bound: readonly (readonly number[])[],
  locked: ReadonlyMap<number, number>,
  order: readonly number[],
): readonly (readonly number[])[] {
  const seated = new Set<number>();
  const sit = (people: readonly number[], group: number) => {
    for (const person of people) {
      tables.add(person, group);
      seated.add(person);
    }
  };
  for (const [person, group] of [...locked].sort(([a], [b]) => a - b)) if (tables.room(group) > 0) sit([person], group);
  const place = new Map(order.map((person, i) => [person, i]));
  const first = (company: readonly number[]) => place.get(company[0] ?? 0) ?? 0;
  const free: (readonly number[])[] = [];
  for (const company of [...bound].sort((a, b) => b.length - a.length || first(a) - first(b))) {
    const held = company.find((person) => seated.has(person));
    const rest = company.filter((person) => !seated.has(person));
    const at = held === undefined ? tables.cheapest(company) : locked.get(held);
    // No group has room for all of them: they are dealt like everybody else.
    if (at === undefined || tables.room(at) < rest.length) continue;
    sit(rest, at);
    if (held === undefined) free.push(company);
  }
  const open = tables.groups().flatMap((_, group) => Array.from({ length: tables.room(group) }, () => group));
  const rest = order.filter((person) => !seated.has(person));
  for (const [i, person] of rest.entries()) sit([person], open[i] ?? 0);
  return [...free, ...rest.map((person) => [person])];
}

const coolest = 0.2;
const fewPeople = 200;

/**
 * Swaps that help, and early on also some that do not (simulated annealing); those who stay together change places with as many
 * others. Few people are searched several times, and the best is kept: there the search is likely to find the best there is.
 */
export function improve(tables: Tables, free: readonly (readonly number[])[], chance: Random, weights: Weights): void {
  const pools = [...Map.groupBy(free, (unit) => unit.length).values()].filter((pool) => pool.length > 1);
  const rounds = free.length <= fewPeople ? 6 : 1;
  let [cost, lowest] = [0, Number.POSITIVE_INFINITY];
  let best = tables.seating();
  for (let round = 0; round < rounds; round++) {
    for (const pool of pools) cost += anneal(tables, pool, chance, { warmest: Math.max(1, weights.missingValue / 4), rounds });
    if (cost >= lowest) continue;
    lowest = cost;
    best = tables.seating();
  }
  if (cost > lowest) tables.seatAs(best);
}

/** @returns what it cost */
function anneal(
  tables: Tables,
  pool: readonly (readonly number[])[],
  chance: Random,
  { warmest, rounds }: { warmest: number; rounds: number },
): number {
  const single = pool[0]?.length === 1;
  const tries = Math.min(Math.max(30_000, 400 * pool.length) / rounds, 6_000_000);
  const one = () => pool[chance.below(pool.length)] as readonly number[];
  let cost = 0;
  for (let i = 0; i < tries; i++) {
    const heat = warmest * (coolest / warmest) ** (i / tries);
    const [these, those] = [one(), one()];
    if (these === those) continue;
    const added = single ? tables.costOfSwap(these[0] as number, those[0] as number) : tables.swapAll(these, those);
    const taken = added <= 0 || chance.next() < Math.exp(-added / heat);
    if (taken) cost += added;
    if (single && taken) tables.swap(these[0] as number, those[0] as number);
    else if (!single && !taken) tables.swapAll(those, these);
  }
  return cost;
}
