/** What a line of the history of an item tells. */
const newsKinds = ["told", "moved", "changed", "merged", "split"] as const;
export type NewsKind = (typeof newsKinds)[number];

/** How often somebody hears what becomes of their input. */
export const newsChoices = ["each", "weekly", "never"] as const;
export type NewsChoice = (typeof newsChoices)[number];
