import { z } from "zod";
import { readZoned, utcToZoned } from "../platform/time.ts";

/** The title of a dialogue, of a session: one line. */
export const longestTitle = 120;

/** Date and two times as people type them, on the clocks of the Netherlands. */
export const typedTimes = {
  date: z.string({ error: "missing" }).trim().min(1, "missing"),
  from: z.string({ error: "missing" }).trim().min(1, "missing"),
  until: z.string({ error: "missing" }).trim().min(1, "missing"),
};

export interface Times {
  readonly startsAt: Date;
  readonly endsAt: Date;
}
export type TimesRead =
  | { readonly ok: true; readonly times: Times }
  | { readonly ok: false; readonly errors: Readonly<Partial<Record<"date" | "from" | "until", "invalid" | "past" | "order">>> };

const aDay = 86_400_000;

export function readTimes(typed: { date: string; from: string; until: string }, now: Date): TimesRead {
  if (!readZoned(typed.date, "12:00")) return { ok: false, errors: { date: "invalid" } };
  const startsAt = readZoned(typed.date, typed.from);
  const endsAt = readZoned(typed.date, typed.until);
  if (!startsAt) return { ok: false, errors: { from: "invalid" } };
  if (!endsAt) return { ok: false, errors: { until: "invalid" } };
  if (endsAt <= startsAt) return { ok: false, errors: { until: "order" } };
  if (startsAt < now) return { ok: false, errors: { date: "past" } };
  return { ok: true, times: { startsAt, endsAt } };
}

/** A Thursday about six weeks ahead: time to invite people. */
export function usualDate(now: Date): string {
  const ahead = new Date(`${utcToZoned(new Date(now.getTime() + 40 * aDay)).date}T12:00:00Z`);
  const toThursday = (4 - ahead.getUTCDay() + 7) % 7;
  return new Date(ahead.getTime() + toThursday * aDay).toISOString().slice(0, 10);
}
