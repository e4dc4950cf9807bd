import { fewOthers } from "../../disclosure/suppression.ts";
import { wilson, z90 } from "../../method/analysis/interval.ts";

/** A share with its interval, as parts of one; never how many, where a group is meant. */
export interface Part {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** Only this may be said: nearly all of them, or nearly none. The numbers are then the least, or the most, that it says. */
  readonly nearly?: "all" | "none";
}
export interface Named extends Part {
  /** A group's letter, or a field's id. */
  readonly who: string;
}

/** A share as it may be told: where all but a few chose alike, only that. @param z how wide the interval is */
export function partOf(chosen: number, of: number, z = z90): Part {
  const few = of === 0 ? 0 : fewOthers(of);
  if (of > 0 && of - chosen <= few) return { nearly: "all", ...shareOf(of - few, of, z) };
  if (of > 0 && chosen <= few) return { nearly: "none", ...shareOf(few, of, z) };
  return shareOf(chosen, of, z);
}
export const shareOf = (chosen: number, of: number, z = z90): Part => ({
  share: of === 0 ? 0 : chosen / of,
  ...wilson(chosen, of, z),
});
