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
