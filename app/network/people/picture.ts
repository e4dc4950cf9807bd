/** A number of people in steps, so that nobody's coming is seen: from five, from fifteen, from fifty. */
export const pictureSteps = [5, 15, 50] as const;
export type Step = (typeof pictureSteps)[number];

/** @returns the highest step that is reached; null below the first */
export const stepOf = (people: number): Step | null => pictureSteps.findLast((step) => people >= step) ?? null;

interface PictureField {
  readonly id: string;
  readonly name: string;
  readonly shape: number;
  /** Null: fewer than five show it, or nobody. */
  readonly people: Step | null;
}
interface Tie {
  readonly one: string;
  readonly other: string;
  readonly people: Step;
}

/** Fields in the order of the dialogue, and between which of them people wrote to each other [NW26]. */
export interface Picture {
  readonly fields: readonly PictureField[];
  readonly ties: readonly Tie[];
}
