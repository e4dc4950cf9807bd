import type { Random } from "../random.ts";

/** What is known of an insight when one is to be shown next. */
export type Shown = {
  readonly id: string;
  /** how many people saw it: any choice, "not my field" included */
  readonly seen: number;
  readonly agree: number;
  readonly skip: number;
  /** of the last result [OG3]; 0 before there is one */
  readonly extremity: number;
};

/** Views that each insight gets before the draw has a say. */
export const viewsFirst = 10;

/**
 * How much showing an insight is worth [OG11]: more where few skip, many agree, and it lies far from the middle.
 * @returns 0 or more
 * @throws never
 * @see Small et al. 2021, "Polis", comment routing
 */
export function importance({ seen, agree, skip, extremity }: Shown): number {
  return (1 - (skip + 1) / (seen + 2)) * (extremity + 1) * ((agree + 1) / (seen + 2));
}

/** @returns importance, raised for what few have seen, squared; 0 or more [OG11] */
export function priority(insight: Shown): number {
  return (importance(insight) * (1 + 8 * 2 ** (-insight.seen / 5))) ** 2;
}

/**
 * Which insight somebody sees next [OG11]. As long as an insight that they did not see has fewer views than the floor, one of those with the
 * fewest; after that one drawn in proportion to priority. The formula alone shows what divides less often.
 * @param unseen what this person did not see yet
 * @param floor views that each insight gets first
 * @returns undefined when nothing is left
 * @throws never
 */
export function nextInsight<I extends Shown>(
  unseen: readonly I[],
  chance: Pick<Random, "next">,
  floor = viewsFirst,
): I | undefined {
  const fewest = Math.min(...unseen.map(({ seen }) => seen));
  if (fewest < floor) {
    const behind = unseen.filter(({ seen }) => seen === fewest);
    return behind[Math.floor(chance.next() * behind.length)];
  }
  const weights = unseen.map(priority);
  let left = chance.next() * weights.reduce((sum, weight) => sum + weight, 0);
  return (
    unseen.find((_, i) => {
      left -= weights[i]!;
      return left < 0;
    }) ?? unseen.at(-1)
  );
}
