/** How many people must have changed before figures are counted again: two versions side by side say nothing about fewer. */
export const enoughChanged = 5;

/**
 * The figures of a later version: counted again when at least five people added, changed or withdrew something since the
 * figures that are repeated were counted, else those figures.
 * @param before the figures last published, with what each person had then; undefined for a first version
 * @param now one text per person that differs when they change something; the moment of their last change will do, so that no
 *   version needs to keep what anybody chose. The order of people does not matter
 */
export function figuresFor<F>(
  before: { figures: F; answers: ReadonlyMap<string, string> } | undefined,
  now: ReadonlyMap<string, string>,
  count: () => F,
): { status: "counted" | "repeated"; figures: F; changed: number } {
  if (before === undefined) return { status: "counted", figures: count(), changed: now.size };
  const changed = peopleChanged(before.answers, now);
  if (changed >= enoughChanged) return { status: "counted", figures: count(), changed };
  return { status: "repeated", figures: before.figures, changed };
}

/** People whose answer differs, who came and who went. */
export function peopleChanged(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): number {
  const people = new Set([...before.keys(), ...now.keys()]);
  return [...people].filter((person) => before.get(person) !== now.get(person)).length;
}

/** When figures were counted, and how many people's answers stood in them: enough to see later how much changed, without keeping whose. */
export type Counted = { readonly at: string; readonly people: number };

/**
 * How many people changed at the least, told from moments alone.
 * @param now answers that are as they were at that moment, and those given or changed since
 * @returns never more than `peopleChanged` would: who changed twice, or came as another left, counts once
 */
export function changedAtLeast(before: Counted, now: { readonly same: number; readonly later: number }): number {
  return Math.max(now.later, before.people - now.same);
}
