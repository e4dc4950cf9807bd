/**
 * - `groups`: people choose alike in groups, more than their number, chance and a slope explain [OG5]
 * - `gradient`: opinions differ by degree; `groups` are then the two sides, to which nobody "belongs"
 * - `no-clear-groups`: no more structure than chance gives
 * - `too-few-votes`: see `needed`
 */
export type Status = "groups" | "gradient" | "no-clear-groups" | "too-few-votes";

/** Something else that was found lately, and in how many updates in a row. */
export type Rival<T> = { readonly value: T; readonly wins: number } | null;

/** What is kept between updates, so that the picture does not jump [OG6]. */
export type Calm = {
  /** what was said last; null before the first */
  readonly status: Status | null;
  readonly statusRival: Rival<Status>;
  /** number of groups shown; 0 before the first */
  readonly k: number;
  readonly rival: Rival<number>;
  /** who was in which group in the last result shown */
  readonly members: Readonly<Record<string, readonly string[]>>;
};
