import type { PersonId, ThemeId } from "../../platform/ids.ts";

/** What somebody has open on the desk. */
export interface Spot {
  /** The number of a need. */
  readonly need: number | null;
  readonly theme: ThemeId | null;
}
/** Somebody at work here, as the others see it. */
export interface AtWork extends Spot {
  readonly id: PersonId;
  readonly name: string | null;
}
/** What a screen that looks on is told: when the picture changed it is fetched anew, with the reader's own rights. */
export interface DeskNews {
  readonly stand: string;
  readonly here: readonly AtWork[];
}
