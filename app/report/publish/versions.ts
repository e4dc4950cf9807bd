/** How many people must have changed before figures are counted again: two versions side by side say nothing about fewer. */
export const enoughChanged = 5;

/** When figures were counted, and how many people's answers stood in them: enough to see later how much changed, without keeping whose. */
export type Counted = { readonly at: string; readonly people: number };

/**
 * How many people changed at the least, told from moments alone.
 * @param now answers that are as they were at that moment, and those given or changed since
 * @returns never too many: who changed twice, or came as another left, counts once
 */
export function changedAtLeast(before: Counted, now: { readonly same: number; readonly later: number }): number {
  return Math.max(now.later, before.people - now.same);
}
