import { dateShort, type Locale, utcToZoned, zonedToUtc } from "../../platform/time.ts";

/** The day it is in the Netherlands, as YYYY-MM-DD. */
export const dayOf = (now: Date): string => utcToZoned(now).date;

/** "16 apr 2027" of a day as YYYY-MM-DD. */
export const dayShort = (day: string, locale: Locale): string => dateShort(zonedToUtc(day, "12:00"), locale);
