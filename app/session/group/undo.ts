import type { GroupId, PersonId } from "../../platform/ids.ts";

/** How people sat before what somebody of the team did last; ids only. */
export interface SeatsBefore {
  /** Milliseconds of the server's clock. */
  readonly at: number;
  readonly by: PersonId;
  readonly seats: readonly { readonly personId: PersonId; readonly groupId: GroupId | null; readonly locked: boolean }[];
}

/** As long as the button stands on the screen. */
export const undoMs = 10_000;
/** The way to the server takes a moment. */
const graceMs = 5_000;

export const mayUndo = (before: SeatsBefore | null, by: PersonId, now: number): boolean =>
  before !== null && before.by === by && now - before.at <= undoMs + graceMs;
