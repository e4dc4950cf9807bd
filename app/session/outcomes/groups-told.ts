import { fewest } from "../../disclosure/kept-rows.ts";
import { z95 } from "../../method/analysis/interval.ts";
import type { StoredAnalysis } from "../analysis/analysis.ts";
import { type Named, partOf } from "../insights/part.ts";

/** Per insight, per group in the order of the analysis: how many said it fits, fits under conditions, does not fit. */
export type GroupFits = Readonly<Record<string, readonly (readonly [fits: number, conditions: number, not: number])[]>>;

type Said = GroupFits[string][number];

/**
 * What may be told after what was told: the count of a group on an insight moves on when five people or more changed in it, so that
 * no two looks tell what one person chose. Until five of a group said something it is not told, and moves freely.
 */
export function nextFits(told: GroupFits, counted: GroupFits): GroupFits {
  const insights = new Set([...Object.keys(told), ...Object.keys(counted)]);
  return Object.fromEntries(
    [...insights].map((insight) => {
      const [before, now] = [told[insight] ?? [], counted[insight] ?? []];
      const places = [...Array(Math.max(before.length, now.length)).keys()];
      return [insight, places.map((at) => moveOn(before[at] ?? nobody, now[at] ?? nobody))];
    }),
  );
}

const nobody: Said = [0, 0, 0];
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

function moveOn(before: Said, now: Said): Said {
  if (sum(before) < fewest) return now;
  const moved = before.map((one, at) => Math.abs((now[at] ?? 0) - one));
  // at the least so many people: who says something else leaves one place and takes another
  const changed = Math.max(Math.abs(sum(now) - sum(before)), Math.ceil(sum(moved) / 2));
  return changed >= fewest ? now : before;
}

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
