export const choices = ["agree", "disagree", "skip", "not-my-field"] as const;
export type Choice = (typeof choices)[number];
export const fits = ["fits", "conditions", "not"] as const;
export type Fit = (typeof fits)[number];
