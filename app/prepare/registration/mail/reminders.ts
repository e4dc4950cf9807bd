import { utcToZoned, zonedToUtc } from "../../../platform/time.ts";

const reminderKinds = ["7d", "1d", "30m"] as const;
export type ReminderKind = (typeof reminderKinds)[number];

export type Reminder = {
  readonly kind: ReminderKind;
  /** the same for the same date, so that one person gets it once, whatever restarts in between */
  readonly key: string;
  readonly dueAt: Date;
  /** after this it says nothing useful any more: a mail server that was down for a week sends no old reminders */
  readonly until: Date;
};

const minute = 60_000;
const hour = 60 * minute;

/** Who heard from us (admitted, or told of another date) less than this before a reminder needs no reminder: that letter said the same. */
const quiet: Record<ReminderKind, number> = { "7d": 24 * hour, "1d": 3 * hour, "30m": 10 * minute };

function reminderKey(sessionId: string, startsAt: Date, kind: ReminderKind): string {
  return `${sessionId}:${startsAt.toISOString()}:${kind}`;
}

/** Seven days and one day before at the same time on the clock, also over summer time; half an hour before. */
export function reminders(sessionId: string, startsAt: Date): readonly Reminder[] {
  const due: Record<ReminderKind, Date> = {
    "7d": daysBefore(startsAt, 7),
    "1d": daysBefore(startsAt, 1),
    "30m": new Date(startsAt.getTime() - 30 * minute),
  };
  const until: Record<ReminderKind, Date> = {
    "7d": new Date(due["1d"].getTime() - quiet["1d"]),
    "1d": new Date(due["30m"].getTime() - quiet["30m"]),
    "30m": new Date(startsAt.getTime() + 15 * minute),
  };
  return reminderKinds.map((kind) => ({
    kind,
    key: reminderKey(sessionId, startsAt, kind),
    dueAt: due[kind],
    until: until[kind],
  }));
}

/** Those that somebody still gets who heard from us last at `toldAt`. */
export function remindersAfter(sessionId: string, startsAt: Date, toldAt: Date): readonly Reminder[] {
  return reminders(sessionId, startsAt).filter((r) => r.dueAt.getTime() - toldAt.getTime() >= quiet[r.kind]);
}

function daysBefore(moment: Date, days: number): Date {
  const { date, time } = utcToZoned(moment);
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - days);
  return zonedToUtc(day.toISOString().slice(0, 10), time);
}
