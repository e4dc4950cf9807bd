import type { ItemReach, ItemState } from "./item.ts";

interface Serving extends ItemReach {
  readonly number: number;
  readonly state: ItemState;
}
interface Named {
  readonly id: string;
  readonly name: string;
}

/** The items that are for everybody, and beside those the items for each; in the order of the list, never by size. */
export interface Side {
  readonly everybody: readonly number[];
  readonly each: readonly (Named & { readonly items: readonly number[] })[];
}

const alive = <T extends Serving>(items: readonly T[]): T[] => items.filter(({ state }) => state !== "stopped");

function sideOf(items: readonly Serving[], list: readonly Named[], of: (item: Serving) => readonly string[]): Side {
  const everybody = items.filter((one) => of(one).length === 0).map(({ number }) => number);
  return {
    everybody,
    each: list.map(({ id, name }) => ({
      id,
      name,
      items: items.filter((one) => of(one).includes(id)).map(({ number }) => number),
    })),
  };
}

/** For whom the items are that were not stopped [PR14]. */
export function coverageOf(
  items: readonly Serving[],
  lists: Readonly<Record<"fields" | "parties" | "areas", readonly Named[]>>,
): Readonly<Record<"fields" | "parties" | "areas", Side>> {
  const all = alive(items);
  return {
    fields: sideOf(all, lists.fields, ({ fieldIds }) => fieldIds),
    parties: sideOf(all, lists.parties, ({ partyIds }) => partyIds),
    areas: sideOf(all, lists.areas, ({ areaCodes }) => areaCodes),
  };
}

interface Need {
  readonly id: string;
  readonly theme: string | null;
}

/** The needs that no living item is for: neither by their theme, nor by an answer that names an item. */
export function needsLeft<T extends Need>(
  items: readonly Serving[],
  needs: readonly T[],
  named: ReadonlyMap<string, number | null>,
): T[] {
  const all = alive(items);
  const themes = new Set(all.flatMap(({ themeIds }) => themeIds));
  const numbers = new Set(all.map(({ number }) => number));
  return needs.filter(({ id, theme }) => {
    const own = named.get(id);
    return !(theme !== null && themes.has(theme)) && !(own !== undefined && own !== null && numbers.has(own));
  });
}

/** The short list that covers everyone beside what was chosen: what of the list has an item, and what has one without being on it. */
export function besideList(
  list: readonly string[],
  themes: readonly { readonly id: string; readonly name: string; readonly items: readonly number[] }[],
): {
  readonly listed: readonly { readonly name: string; readonly items: readonly number[] }[];
  readonly others: readonly { readonly name: string; readonly items: readonly number[] }[];
} {
  const listed = list.flatMap((id) => themes.filter((one) => one.id === id));
  return {
    listed: listed.map(({ name, items }) => ({ name, items })),
    others: themes.filter((one) => one.items.length > 0 && !list.includes(one.id)).map(({ name, items }) => ({ name, items })),
  };
}
