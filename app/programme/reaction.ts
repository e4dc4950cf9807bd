/** Whether an item would help in somebody's own work. */
export const reactions = ["fits", "conditions", "not", "not-mine"] as const;
export type Reaction = (typeof reactions)[number];
