import type { ContributionId, ThemeId } from "../../platform/ids.ts";
import type { Measured, NeedAdvice } from "./advice.ts";

/**
 * What is advised on all needs of a dialogue, in long rows of numbers: they go from thread to thread without being copied, so that
 * twenty thousand needs hold nobody up.
 */
export interface PackedAdvice {
  /** The same number, the same advice. */
  readonly trained: number;
  /** What the texts were: the same number, the same texts. */
  readonly texts: number;
  /** Null for who has these texts already. */
  readonly order: PackedOrder | null;
  readonly themes: readonly ThemeId[];
  /** By place in the order, two a need: places in `themes`, -1 for none; and how sure. */
  readonly best: Int16Array<ArrayBuffer>;
  readonly sure: Float32Array<ArrayBuffer>;
  readonly measured: Measured | null;
  /** Words that stand out in each theme. */
  readonly phrases: ReadonlyMap<ThemeId, readonly string[]>;
  /** Ask again after so many milliseconds, since not all could be taken in yet; null when this is all there is. */
  readonly againIn: number | null;
}

/** The asker has this already. */
export interface Unchanged {
  readonly unchanged: true;
  readonly againIn: number | null;
}
export type Known = Pick<PackedAdvice, "texts" | "trained">;

export interface PackedOrder {
  /** Ids of all needs, alike ones together; with commas between. */
  readonly ids: string;
  /** Of the need at place i the near-duplicates stand from `alikeFrom[i]` to `alikeFrom[i + 1]`, as places in the order. */
  readonly alikeFrom: Int32Array<ArrayBuffer>;
  readonly alike: Int32Array<ArrayBuffer>;
}

/** What goes to another thread without being copied. */
export function buffersOf(packed: PackedAdvice | Unchanged): ArrayBuffer[] {
  if ("unchanged" in packed) return [];
  const { best, sure, order } = packed;
  return [best.buffer, sure.buffer, ...(order ? [order.alikeFrom.buffer, order.alike.buffer] : [])];
}

/** Advice as it is used: by need. */
export interface Advice {
  readonly trained: number;
  readonly texts: number;
  readonly measured: Measured | null;
  readonly ids: readonly ContributionId[];
  readonly placeOf: ReadonlyMap<ContributionId, number>;
  readonly phrases: ReadonlyMap<ThemeId, readonly string[]>;
  /** Near-duplicates of the need at a place. */
  readonly alikeAt: (at: number) => readonly ContributionId[];
  of(need: ContributionId): Pick<NeedAdvice, "best" | "alike"> | null;
  /** How sure the best suggestion is; 0 where there is none. */
  surest(need: ContributionId): number;
}

/** @param before what was unpacked earlier, when the order was left out because it is known */
export function unpack(packed: PackedAdvice, before: Advice | null): Advice | null {
  const { order, best, sure, themes, trained, texts, measured, phrases } = packed;
  if (order === null && before?.texts !== texts) return null;
  const ids = order ? (order.ids === "" ? [] : (order.ids.split(",") as ContributionId[])) : (before?.ids ?? []);
  const placeOf = order ? new Map(ids.map((id, at) => [id, at])) : (before?.placeOf ?? new Map());
  const alikeAt = order ? alikeIn(order, ids) : (before?.alikeAt ?? (() => []));
  return {
    trained,
    texts,
    measured,
    ids,
    placeOf,
    phrases,
    alikeAt,
    of(need) {
      const at = placeOf.get(need);
      if (at === undefined) return null;
      const suggested = [2 * at, 2 * at + 1].flatMap((place) => {
        const theme = themes[best[place] ?? -1];
        return theme ? [{ theme, confidence: sure[place] ?? 0 }] : [];
      });
      return { best: suggested, alike: alikeAt(at) };
    },
    surest(need) {
      const at = placeOf.get(need);
      return at === undefined || (best[2 * at] ?? -1) < 0 ? 0 : (sure[2 * at] ?? 0);
    },
  };
}

const alikeIn = (order: PackedOrder, ids: readonly ContributionId[]) => (at: number) =>
  Array.from(order.alike.subarray(order.alikeFrom[at] ?? 0, order.alikeFrom[at + 1] ?? 0)).flatMap((place) => ids[place] ?? []);
