/** What is known of an insight when one is to be shown next. */
export interface Shown {
  readonly id: string;
  /** How many people saw it: any choice, "not my field" included. */
  readonly seen: number;
  readonly agree: number;
  readonly skip: number;
  /** How far it lies from the middle in the last result [OG3]; 0 before there is one. */
  readonly extremity: number;
}

/** Views that each insight gets before the draw has a say. */
export const viewsFirst = 10;

/**
 * How much it is worth to show an insight [OG11]: more where few skip, many agree, and what few have seen.
 * @returns 0 or more
 * @see Small et al. 2021, "Polis: Scaling deliberation by mapping high dimensional opinion spaces"
 */
export function priority({ seen, agree, skip, extremity }: Shown): number {
  const importance = (1 - (skip + 1) / (seen + 2)) * (extremity + 1) * ((agree + 1) / (seen + 2));
  return (importance * (1 + 8 * 2 ** (-seen / 5))) ** 2;
}

/**
 * Which insight somebody sees next [OG11]: as long as one that they did not see has fewer views than the floor, one of those with the
 * fewest; after that one drawn in proportion to priority.
 * @param chance at least 0, below 1, asked once
 * @returns undefined when nothing is left
 */
export function nextInsight<I extends Shown>(
  unseen: readonly I[],
  chance: { next(): number },
  floor = viewsFirst,
): I | undefined {
  const fewest = Math.min(...unseen.map(({ seen }) => seen));
  if (fewest < floor) {
    const behind = unseen.filter(({ seen }) => seen === fewest);
    return behind[Math.floor(chance.next() * behind.length)];
  }
  const weights = unseen.map(priority);
  let left = chance.next() * weights.reduce((sum, weight) => sum + weight, 0);
  const drawn = unseen.find((_, i) => {
    left -= weights[i] ?? 0;
    return left < 0;
  });
  return drawn ?? unseen.at(-1);
}
