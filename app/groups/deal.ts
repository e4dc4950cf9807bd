import type { PersonId } from "../ids.ts";
import { random } from "../platform/random.ts";
import { type Quality, quality } from "./deal-quality.ts";
import { type Mixed, Tables } from "./deal-tables.ts";

export type Attribute = "field" | "party" | "organisation" | "area";

/** Somebody to be dealt; an empty attribute means "not known" and is like nobody else's. */
export type Dealt<I extends string = PersonId, A extends string = Attribute> = Mixed<I, A>;
export type Pair<I extends string = PersonId> = readonly [I, I];
export type Deal<I extends string = PersonId> = { groups: I[][]; quality: Quality };

/**
 * Deals people into mixed groups. Same people, wishes and seed: same groups, whatever order the people come in.
 * Nobody stands above the size asked for, unless that would leave a group of one or two.
 * A greedy start, then swaps that help, in a fixed number of steps.
 */
export function deal<I extends string, A extends string>(
  people: readonly Dealt<I, A>[],
  wishes: { size: number; mix: readonly A[]; earlier: readonly Pair<I>[]; seed: number | string },
): Deal<I> {
  if (!Number.isInteger(wishes.size) || wishes.size < 1)
    throw new RangeError(`size ${wishes.size} is not a whole number above 0`);
  const sorted = [...people].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  for (const [i, { id }] of sorted.entries()) if (sorted[i + 1]?.id === id) throw new RangeError(`${id} is dealt twice`);

  const chance = random(wishes.seed);
  const tables = new Tables(sorted, groupSizes(sorted.length, wishes.size), wishes.mix, wishes.earlier);
  const free = seat(tables, sorted, chance.shuffle([...sorted.keys()]));
  improve(tables, free, chance.below);

  const groups = tables.groups().map((group) => group.map((person) => (sorted[person] as Dealt<I, A>).id)); // indices of sorted
  return { groups, quality: quality(sorted, groups, wishes.mix, wishes.earlier) };
}

/** How many sit in each group: as equal as can be, largest first. */
export function groupSizes(people: number, size: number): number[] {
  const enough = Math.ceil(people / size);
  const tooThin = enough > 1 && Math.floor(people / enough) < Math.min(size, 3);
  const groups = tooThin ? Math.max(1, Math.floor(people / size)) : enough;
  return Array.from({ length: groups }, (_, i) => Math.floor(people / groups) + (i < people % groups ? 1 : 0));
}

/** Seats everybody where it costs least, those who must stay together first; returns who may still be swapped. */
function seat<I extends string, A extends string>(tables: Tables, people: readonly Dealt<I, A>[], order: number[]): number[] {
  const bound = companies(people);
  const place = new Map(order.map((person, i) => [person, i]));
  const together = [...bound].sort((a, b) => b.length - a.length || (place.get(a[0] ?? 0) ?? 0) - (place.get(b[0] ?? 0) ?? 0));
  const fixed = new Set<number>();
  for (const company of together) {
    const group = tables.cheapest(company);
    if (group === undefined) continue; // no group has room for all of them: they are dealt like everybody else
    for (const person of company) {
      tables.add(person, group);
      fixed.add(person);
    }
  }
  const free = order.filter((person) => !fixed.has(person));
  for (const person of free) tables.add(person, tables.cheapest([person]) ?? 0);
  return free;
}

/** People tied by `keepWith`, directly or through others. */
function companies<I extends string, A extends string>(people: readonly Dealt<I, A>[]): number[][] {
  const index = new Map(people.map((person, i) => [person.id, i]));
  const chief = people.map((_, i) => i);
  const find = (i: number): number => (chief[i] === i ? i : find(chief[i] ?? i));
  for (const [i, person] of people.entries()) {
    const other = person.keepWith === undefined ? undefined : index.get(person.keepWith);
    if (other !== undefined) chief[Math.max(find(i), find(other))] = Math.min(find(i), find(other));
  }
  return [...Map.groupBy(people.keys(), find).values()].filter((company) => company.length > 1);
}

function improve(tables: Tables, free: readonly number[], below: (limit: number) => number) {
  const tries = Math.min(150 * free.length, 600_000);
  for (let i = 0; i < tries; i++) tables.swapIfBetter(free[below(free.length)] as number, free[below(free.length)] as number); // free is not empty here
}
