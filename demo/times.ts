import { utcToZoned } from "../app/platform/time.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

/** A session of two hours that begins soon, or tomorrow morning when the day is too short for it. */
export function timesAfter(now: Date): { readonly date: string; readonly from: string; readonly until: string } {
  const step = 5 * minute;
  // Later than the lobby opens by itself: people still have to register.
  const start = new Date(Math.ceil((now.getTime() + 40 * minute) / step) * step);
  const from = utcToZoned(start);
  const until = utcToZoned(new Date(start.getTime() + 120 * minute));
  if (from.date === until.date && from.date === utcToZoned(now).date)
    return { date: from.date, from: from.time, until: until.time };
  return { date: utcToZoned(new Date(now.getTime() + day)).date, from: "09:00", until: "11:00" };
}
