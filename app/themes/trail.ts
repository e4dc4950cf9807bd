import type { ContributionId, NamingId, ThemeId } from "../ids.ts";
import { replay, type ThemeOperation } from "./theme-history.ts";

/** One thing that happened to the place of a need, or to the theme that it stood in. */
export interface TrailStep {
  /** The line of the history, from 0. */
  readonly operation: number;
  readonly kind: ThemeOperation["kind"];
  readonly from: ThemeId | null;
  readonly to: ThemeId | null;
  /** Of another name that the plenary chose. */
  readonly naming: NamingId | null;
}

/**
 * The way of each need through the themes, in order: placed, moved, merged, split, taken out, and each time its theme got another name.
 * @returns for each need that was ever placed
 */
export function trailsOf(
  operations: readonly ThemeOperation[],
  needs: readonly ContributionId[],
): ReadonlyMap<ContributionId, readonly TrailStep[]> {
  const { trails } = replay(operations);
  const renames = operations.flatMap((one, operation) => (one.kind === "rename" ? [{ ...one, operation }] : []));
  return new Map(
    needs.flatMap((need): [ContributionId, TrailStep[]][] => {
      const own = trails.get(need) ?? [];
      if (own.length === 0) return [];
      const moves = own.map((step): TrailStep => ({ ...step, naming: null }));
      const standing = (operation: number) => own.findLast((step) => step.operation < operation)?.to ?? null;
      const named = renames
        .filter(({ theme, operation }) => standing(operation) === theme)
        .map(
          ({ theme, naming, operation }): TrailStep => ({
            operation,
            kind: "rename",
            from: theme,
            to: theme,
            naming: naming ?? null,
          }),
        );
      return [[need, [...moves, ...named].sort((a, b) => a.operation - b.operation)]];
    }),
  );
}
