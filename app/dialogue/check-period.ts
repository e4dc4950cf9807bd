/** A session as far as it decides when its insights may be tested. */
export interface CheckPeriod {
  readonly state: string;
  /** The organiser opened the check from here, before or during the session; null: it begins with its step. */
  readonly checkFrom: Date | null;
  /** Until here, also after the session; null: until the session ends. */
  readonly checkUntil: Date | null;
}

/**
 * Whether people may test outside the step itself, by the period that the organiser set. During the step it is open in any case.
 * @returns `ahead`: it opens later; `over`: it was open
 */
export function checkPeriod({ state, checkFrom, checkUntil }: CheckPeriod, now: Date): "open" | "ahead" | "over" | "closed" {
  if (state === "cancelled" || (checkFrom === null && checkUntil === null)) return "closed";
  const after = state === "ended";
  if (checkUntil !== null && now >= checkUntil) return "over";
  if (after && checkUntil === null) return "over";
  if (checkFrom !== null && now < checkFrom) return "ahead";
  // Without a beginning it begins with its step; before the end of the session only that step opens it.
  return checkFrom !== null || after ? "open" : "closed";
}

export const checkIsOpen = (session: CheckPeriod, now: Date): boolean => checkPeriod(session, now) === "open";
