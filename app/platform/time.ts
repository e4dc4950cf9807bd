/** Own names of days and months: two builds of Intl may spell them differently, and then the browser redraws what the server drew. */
export type Locale = "nl" | "en";

const months = {
  nl: [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
  ],
  en: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
} as const;
const monthsShort = {
  nl: ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
} as const;
const days = {
  nl: ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
} as const;

/** "donderdag 16 april 2026" */
export function dateLong(d: Date, locale: Locale): string {
  return `${dateDay(d, locale)} ${wall(d).year}`;
}

/** "donderdag 16 april": where the year is clear */
export function dateDay(d: Date, locale: Locale): string {
  const { year, month, day } = wall(d);
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return `${days[locale][weekday]} ${day} ${months[locale][month - 1]}`;
}

/** "16 apr 2026" */
export function dateShort(d: Date, locale: Locale): string {
  const { year, month, day } = wall(d);
  return `${day} ${monthsShort[locale][month - 1]} ${year}`;
}

/** "09.00" in Dutch, "09:00" in English; the word "uur" is up to the sentence */
export function clock(d: Date, locale: Locale): string {
  const { hour, minute } = wall(d);
  return `${two(hour)}${locale === "nl" ? "." : ":"}${two(minute)}`;
}

/** "09.00 tot 11.00 uur", "09:00 to 11:00" */
export function clockRange(from: Date, to: Date, locale: Locale): string {
  return locale === "nl" ? `${clock(from, "nl")} tot ${clock(to, "nl")} uur` : `${clock(from, "en")} to ${clock(to, "en")}`;
}

/** "donderdag 16 april 2026, 09.00 uur" */
export function dateTime(d: Date, locale: Locale): string {
  return `${dateLong(d, locale)}, ${clock(d, locale)}${locale === "nl" ? " uur" : ""}`;
}

/** "donderdag 16 april 2026, 09.00 tot 11.00 uur"; both dates are named when the end is on another day */
export function dateTimeRange(from: Date, to: Date, locale: Locale): string {
  if (utcToZoned(from).date === utcToZoned(to).date) return `${dateLong(from, locale)}, ${clockRange(from, to, locale)}`;
  return `${dateTime(from, locale)} ${locale === "nl" ? "tot" : "to"} ${dateTime(to, locale)}`;
}

/** "6:20". Rounds up, so that 0:00 is shown only when the time is over; minutes run on past the hour. */
export function minutesSeconds(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${two(whole % 60)}`;
}

/** What the clocks in the Netherlands show: `date` "2026-10-25", `time` "09:00". */
export function utcToZoned(d: Date): { readonly date: string; readonly time: string } {
  const { year, month, day, hour, minute } = wall(d);
  return { date: `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`, time: `${two(hour)}:${two(minute)}` };
}

/**
 * The moment at which clocks in the Netherlands show this date and time.
 * An hour that does not exist (the clock jumps from 02:00 to 03:00 in March) moves on by that hour: 02:30 becomes 03:30.
 * An hour that comes twice (in October) is the first of the two, still summer time.
 * @throws RangeError when it is no date or time; `readZoned` gives null instead
 */
export function zonedToUtc(date: string, time: string): Date {
  const read = readZoned(date, time);
  if (!read) throw new RangeError("no date and time");
  return read;
}

/** `zonedToUtc` for what people type: null when it is no date and time. */
export function readZoned(date: string, time: string): Date | null {
  const ymd = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const hm = /^(\d{2})[:.](\d{2})(?::00)?$/.exec(time);
  if (!ymd || !hm) return null;
  const [year, month, day, hour, minute] = [ymd[1], ymd[2], ymd[3], hm[1], hm[2]].map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const wanted = Date.UTC(year, month - 1, day, hour, minute);
  const check = new Date(wanted);
  if (year < 1900 || check.getUTCMonth() !== month - 1 || check.getUTCDate() !== day || hour > 23 || minute > 59) return null;
  const before = wanted - offset(wanted - dayMs);
  if (before + offset(before) === wanted) return new Date(before);
  const after = wanted - offset(wanted + dayMs);
  return new Date(after + offset(after) === wanted ? after : before);
}

const dayMs = 86_400_000;
const parts = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
  timeZone: "Europe/Amsterdam",
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
});

type Wall = Record<"year" | "month" | "day" | "hour" | "minute" | "second", number>;

function wall(d: Date): Wall {
  return Object.fromEntries(parts.formatToParts(d).map((p) => [p.type, Number(p.value)])) as Wall;
}

function offset(ms: number): number {
  const w = wall(new Date(ms));
  return Date.UTC(w.year, w.month - 1, w.day, w.hour, w.minute, w.second) - Math.floor(ms / 1000) * 1000;
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}
