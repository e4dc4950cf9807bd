import type { ItemState } from "../items/item.ts";

export const verdicts = ["taken-up", "later", "not"] as const;
export type Verdict = (typeof verdicts)[number];

/** What was said to a theme or to one need. */
export interface Decided {
  /** Rises with each decision. */
  readonly id: number;
  readonly theme: string | null;
  readonly need: string | null;
  readonly verdict: Verdict;
  readonly reason: string;
  /** The number of the item that takes it up. */
  readonly item: number | null;
  readonly at: Date;
}

/** A need and the theme it stands in. */
export interface Standing {
  readonly id: string;
  readonly theme: string | null;
}

const last = (all: readonly Decided[]): Decided | null =>
  all.reduce<Decided | null>((found, one) => (found === null || one.id > found.id ? one : found), null);

/** What was said to a theme last; what was said to a theme that was merged into it is history, not an answer. */
export const answerToTheme = (all: readonly Decided[], theme: string): Decided | null =>
  last(all.filter((one) => one.theme === theme));

/** What was said to a need: to itself, else to the theme in which it stands now. */
export function answerToNeed(all: readonly Decided[], need: Standing): Decided | null {
  const own = last(all.filter((one) => one.need === need.id));
  return own ?? (need.theme === null ? null : answerToTheme(all, need.theme));
}

/** The needs that nobody answered, neither themselves nor by their theme. */
export function unanswered<T extends Standing>(all: readonly Decided[], needs: readonly T[]): T[] {
  const heard = new Set(all.map((one) => one.need));
  const themes = new Set(all.map((one) => one.theme));
  return needs.filter(({ id, theme }) => !heard.has(id) && (theme === null || !themes.has(theme)));
}

export interface Served {
  readonly number: number;
  readonly state: ItemState;
  readonly themes: readonly string[];
  readonly fields: readonly string[];
}

/** Themes with the items that are for them; a stopped item serves nothing. */
export function served(items: readonly Served[], themes: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const alive = items.filter(({ state }) => state !== "stopped");
  return new Map(themes.map((theme) => [theme, alive.filter((one) => one.themes.includes(theme)).map(({ number }) => number)]));
}

/** The fields that no living item names; none when an item is for everybody. */
export function fieldsLeft(items: readonly Served[], fields: readonly string[]): string[] {
  const alive = items.filter(({ state }) => state !== "stopped");
  if (alive.some((one) => one.fields.length === 0)) return [];
  return fields.filter((field) => !alive.some((one) => one.fields.includes(field)));
}
