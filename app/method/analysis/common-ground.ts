import { castOf, type Tally } from "./group-counts.ts";
import { wilson, z90 } from "./interval.ts";
import { difference } from "./proportions.ts";
import type { Common, Divides } from "./result.ts";

export const leastShare = 0.6;
export const leastBound = 0.5;
/** People of a field on an insight, for its share to count. */
const smallestField = 5;

/** What some people chose on each insight; null is everybody together. */
export type Part = { readonly name: string | null; readonly tallies: readonly Tally[] };

/**
 * What all groups share [OG8]: each has a share of at least 0.6 whose lower 90% Wilson bound is at least 0.5.
 * @param parts the groups, or everybody
 * @param fields the fields, when there are no groups; one with fewer than five on an insight has no say in it
 * @param choice agree for common ground, disagree for common rejection
 * @param statements id per insight
 * @param groups whose Polis consensus is given beside it
 * @returns by falling lowest share
 * @throws never
 */
export function commonOf(
  {
    parts,
    fields,
    groups,
  }: { readonly parts: readonly Part[]; readonly fields: readonly Part[]; readonly groups: readonly Part[] },
  choice: "agree" | "disagree",
  statements: readonly string[],
): Common[] {
  return statements
    .flatMap((statement, column) => {
      const shares = [...parts, ...fields.filter(({ tallies }) => castOf(tallies[column]!) >= smallestField)]
        .map(({ name, tallies }) => ({ name, chosen: tallies[column]![choice], cast: castOf(tallies[column]!) }))
        .map((part) => ({
          ...part,
          share: part.cast > 0 ? part.chosen / part.cast : 0,
          interval: wilson(part.chosen, part.cast, z90),
        }));
      const [lowest] = shares.toSorted((a, b) => a.share - b.share);
      if (!lowest || shares.some(({ share, interval }) => share < leastShare || interval.low < leastBound)) return [];
      const gac = groupAwareConsensus(
        groups.map(({ tallies }) => tallies[column]!),
        choice,
      );
      return [{ statement, choice, lowestShare: lowest.share, lowest: lowest.name, interval: lowest.interval, gac }];
    })
    .sort((a, b) => b.lowestShare - a.lowestShare);
}

/**
 * Polis' group-aware consensus: the product over groups of (A + 1) / (S + 2) [OG8].
 * @param tallies what each group chose on one insight
 * @returns 0..1; 1 without groups. Not comparable between numbers of groups
 * @throws never
 * @see Small et al. 2021, "Polis", group-informed consensus
 */
export function groupAwareConsensus(tallies: readonly Tally[], choice: "agree" | "disagree"): number {
  return tallies.reduce((product, tally) => product * ((tally[choice] + 1) / (castOf(tally) + 2)), 1);
}

/**
 * What divides the groups most: the difference between the highest and the lowest share that agrees, and between whom.
 * @returns by falling difference, where its 95% interval (Newcombe) leaves out 0
 * @throws never
 */
export function dividing(groups: readonly Part[], statements: readonly string[]): Divides[] {
  if (groups.length < 2) return [];
  return statements
    .flatMap((statement, column) => {
      const shares = groups
        .map(({ name, tallies }) => ({ name: name ?? "", count: tallies[column]!.agree, of: castOf(tallies[column]!) }))
        .filter(({ of }) => of >= smallestField)
        .map((part) => ({ ...part, share: part.count / part.of }))
        .sort((a, b) => b.share - a.share);
      const [first, last] = [shares[0], shares.at(-1)];
      if (!first || !last || first === last) return [];
      const { effect, interval } = difference(first.count, first.of, last.count, last.of);
      if (interval.low <= 0) return [];
      const shown = ({ name, ...share }: typeof first) => ({ group: name, ...share, interval: wilson(share.count, share.of) });
      return [{ statement, most: shown(first), least: shown(last), difference: effect, interval }];
    })
    .sort((a, b) => b.difference - a.difference);
}
