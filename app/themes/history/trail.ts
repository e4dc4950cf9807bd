import type { ContributionId, NamingId, ThemeId } from "../../platform/ids.ts";
import type { ThemeOperation } from "./theme-history.ts";

/** One thing that happened to the place of a need, or to the theme that it stood in. */
export interface TrailStep {
  readonly kind: ThemeOperation["kind"];
  readonly from: ThemeId | null;
  readonly to: ThemeId | null;
  /** Of another name that the plenary chose. */
  readonly naming: NamingId | null;
}

/**
 * The way of needs through the themes, in order: placed, moved, merged, split, taken out, and each time their theme got another name.
 * @param lines of the history, in order; lines about other needs may be left out, and other needs in a split
 * @returns for each need that was ever placed
 */
export function trailsOf<T extends { readonly operation: ThemeOperation }>(
  lines: readonly T[],
  needs: readonly ContributionId[],
): ReadonlyMap<ContributionId, readonly (TrailStep & { readonly line: T })[]> {
  const trails = new Map<ContributionId, (TrailStep & { readonly line: T })[]>();
  const wanted = new Set(needs);
  const placeOf = (need: ContributionId) => trails.get(need)?.at(-1)?.to ?? null;
  const standing = (theme: ThemeId) => [...wanted].filter((need) => placeOf(need) === theme);
  for (const line of lines) {
    const { operation } = line;
    const put = (own: readonly ContributionId[], to: ThemeId | null, naming: NamingId | null = null) => {
      for (const need of own) {
        if (!wanted.has(need)) continue;
        const step = { kind: operation.kind, from: placeOf(need), to, naming, line };
        trails.set(need, [...(trails.get(need) ?? []), step]);
      }
    };
    switch (operation.kind) {
      case "place":
        put([operation.need], operation.theme);
        break;
      case "move":
        put([operation.need], operation.to);
        break;
      case "unplace":
        put([operation.need], null);
        break;
      case "merge":
        put(standing(operation.from), operation.into);
        break;
      case "split":
        put([...new Set(operation.needs)], operation.into);
        break;
      case "rename":
        put(standing(operation.theme), operation.theme, operation.naming ?? null);
        break;
    }
  }
  return trails;
}
