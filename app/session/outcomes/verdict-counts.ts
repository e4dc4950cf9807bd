export const choices = ["agree", "disagree", "skip", "not-my-field"] as const;
export type Choice = (typeof choices)[number];
export const fits = ["fits", "conditions", "not"] as const;
export type Fit = (typeof fits)[number];

/** What says nearly the same: joined first where few chose one, so that in which fields it holds, and who is for or against, stays told. */
export const kin = { ballots: [["skip", "not-my-field"]], fits: [["fits", "conditions"]] } as const;
