import { z95 } from "../analysis/interval.ts";
import { fewest } from "../report/kept-rows.ts";
import type { StoredAnalysis } from "./analysis.ts";
import { type Named, partOf } from "./part.ts";

/** Per insight, per group in the order of the analysis: how many said it fits, fits under conditions, does not fit. */
export type GroupFits = Readonly<Record<string, readonly (readonly [fits: number, conditions: number, not: number])[]>>;

export interface CountedFits {
  /** When; null before the first time. */
  readonly at: string | null;
  readonly of: GroupFits;
}

/** Whether there are groups of which something may be told. */
export const tellsGroups = ({ status, groups }: Pick<StoredAnalysis, "status" | "groups">): boolean =>
  status === "groups" && groups.length > 0 && groups.every(({ size }) => size >= fewest);

/** The insights on which five or more of each group chose. */
export const chosenInAll = ({ perStatement }: StoredAnalysis): Set<string> =>
  new Set(
    perStatement
      .filter(({ byGroup }) => byGroup.every(({ agree, disagree, skip }) => agree + disagree + skip >= fewest))
      .map(({ id }) => id),
  );

/** Which share of each group chose this; by `chosenInAll` whether it may be told. */
export function groupParts(found: StoredAnalysis, statement: string, choice: "agree" | "disagree"): Named[] {
  const byGroup = found.perStatement.find(({ id }) => id === statement)?.byGroup ?? [];
  return found.groups.flatMap(({ id }, at) => {
    const tally = byGroup[at];
    return tally ? [{ who: id, ...partOf(tally[choice], tally.agree + tally.disagree + tally.skip) }] : [];
  });
}

const inHundreds = (part: number) => Math.round(part * 100) / 100;

/**
 * In which share of each group an insight holds, with or without conditions; intervals of 95%. Rounded, so that no number of people follows.
 * @returns none when fewer than five of a group said whether it fits
 */
export function groupHolds({ groups }: Pick<StoredAnalysis, "groups">, fits: GroupFits, insight: string): Named[] {
  const said = fits[insight] ?? [];
  const parts = groups.flatMap(({ id }, at): Named[] => {
    const [fit = 0, conditions = 0, not = 0] = said[at] ?? [];
    const of = fit + conditions + not;
    if (of < fewest) return [];
    const { share, low, high, ...nearly } = partOf(fit + conditions, of, z95);
    return [{ who: id, ...nearly, share: inHundreds(share), low: inHundreds(low), high: inHundreds(high) }];
  });
  return parts.length === groups.length ? parts : [];
}

/** What is told of the groups on one insight: who agrees, and where it fits. Either may be empty. */
export interface GroupsOn {
  readonly agree: readonly Named[];
  readonly holds: readonly Named[];
}

/** Per insight what is told of the groups; empty without groups. */
export function groupsOn(found: StoredAnalysis, fits: GroupFits): Map<string, GroupsOn> {
  if (!tellsGroups(found)) return new Map();
  const chosen = chosenInAll(found);
  return new Map(
    found.perStatement.map(({ id }) => [
      id,
      { agree: chosen.has(id) ? groupParts(found, id, "agree") : [], holds: groupHolds(found, fits, id) },
    ]),
  );
}
