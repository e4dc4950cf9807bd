import { utcToZoned, zonedToUtc } from "../platform/time.ts";
import type { DialogueState } from "./dialogue.ts";
import { mayDialogue } from "./dialogue.ts";
import type { Outside } from "./outside.ts";

/** A session as far as it decides what may be written outside its steps. */
export interface WritingPeriod {
  readonly state: string;
  /** Since when the organiser lets people prepare; null: not. */
  readonly prepareFrom: Date | null;
  /** So many days after the end things can still be added; 0: none. */
  readonly afterDays: number;
  /** null: not ended, or it is not known when. */
  readonly endedAt: Date | null;
}

export const mostAfterDays = 60;
const ahead: readonly string[] = ["planned", "registration-open", "registration-closed", "lobby"];

/** Until when things can be added: the end of a day on the clocks of the Netherlands. @returns null without such a period */
export function addUntil({ endedAt, afterDays }: Pick<WritingPeriod, "endedAt" | "afterDays">): Date | null {
  if (endedAt === null || afterDays === 0) return null;
  const day = new Date(`${utcToZoned(endedAt).date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + afterDays + 1);
  return zonedToUtc(day.toISOString().slice(0, 10), "00:00");
}

/** What may be written outside the steps of a session at this moment; null: nothing. A report that is out ends it. */
export function writingOutside(session: WritingPeriod, dialogue: DialogueState, now: Date): Outside | null {
  if (ahead.includes(session.state)) return session.prepareFrom && mayDialogue(dialogue, "contribute") ? "before" : null;
  const until = session.state === "ended" ? addUntil(session) : null;
  return until && now < until && mayDialogue(dialogue, "addAfterwards") ? "after" : null;
}
