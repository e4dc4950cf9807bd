import type { RegistrationId } from "../../../platform/ids.ts";
import { utcToZoned } from "../../../platform/time.ts";

/** A place in a calendar. CANCEL takes away what REQUEST put there. */
export type CalendarEntry = {
  readonly method: "REQUEST" | "CANCEL";
  readonly registrationId: RegistrationId;
  /** The host of this installation: with the registration it makes the entry unique in the world. */
  readonly host: string;
  /** Higher than in every earlier file for this registration when a date changes, a session is cancelled or somebody signs off. */
  readonly sequence: number;
  readonly madeAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly title: string;
  readonly description: string;
  /** A personal link makes the entry private, for those who share their calendar. */
  readonly link: { readonly url: string; readonly personal: boolean };
  readonly organizer: { readonly name: string; readonly mail: string };
  readonly attendee: { readonly name: string; readonly mail: string };
};

/** The .ics file (RFC 5545, 5546). Written by hand: ical-generator writes the server's local time under the zone of Amsterdam. */
export function calendarText(entry: CalendarEntry): string {
  const { method, link, organizer, attendee } = entry;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Klankbord//Klankbord//NL",
    "CALSCALE:GREGORIAN",
    `METHOD:${method}`,
    ...amsterdam,
    "BEGIN:VEVENT",
    `UID:${text(`${entry.registrationId}@${entry.host}`)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${entry.madeAt.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART;TZID=Europe/Amsterdam:${local(entry.startsAt)}`,
    `DTEND;TZID=Europe/Amsterdam:${local(entry.endsAt)}`,
    `SUMMARY:${text(entry.title)}`,
    `DESCRIPTION:${text(`${entry.description}\n\n${uri(link.url)}`)}`,
    `LOCATION:${text(uri(link.url))}`,
    `URL:${uri(link.url)}`,
    `CLASS:${link.personal ? "PRIVATE" : "PUBLIC"}`,
    `STATUS:${method === "CANCEL" ? "CANCELLED" : "CONFIRMED"}`,
    "TRANSP:OPAQUE",
    `ORGANIZER;CN=${quoted(organizer.name)}:${uri(`mailto:${organizer.mail}`)}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE;CN=${quoted(attendee.name)}:${uri(`mailto:${attendee.mail}`)}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return `${lines.flatMap(fold).join("\r\n")}\r\n`;
}

// Rules of the European Union since 1996, as in the tz database
const amsterdam = [
  "BEGIN:VTIMEZONE",
  "TZID:Europe/Amsterdam",
  "BEGIN:DAYLIGHT",
  "DTSTART:19960331T020000",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "TZNAME:CEST",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "DTSTART:19961027T030000",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "TZNAME:CET",
  "END:STANDARD",
  "END:VTIMEZONE",
];

/** "Dialoogteam <dialoog@example.nl>" -> "dialoog@example.nl" */
export const addressOf = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from.trim();

function local(moment: Date): string {
  const { date, time } = utcToZoned(moment);
  return `${date.replaceAll("-", "")}T${time.replace(":", "")}00`;
}

function text(value: string): string {
  return clean(value)
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");
}

/** A parameter cannot hold a double quote; ^ begins an escape of RFC 6868. */
function quoted(name: string): string {
  return `"${clean(name).replaceAll("\n", " ").replaceAll('"', "'").replaceAll("^", "^^")}"`;
}

function uri(value: string): string {
  return encodeURI(clean(value).replaceAll("\n", "")).replace(/%25([0-9a-f]{2})/gi, "%$1"); // what was encoded stays as it was
}

function clean(value: string): string {
  return value
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[^\P{Cc}\n]/gu, "");
}

/** Lines of at most 75 octets; a character is never split. */
function fold(line: string): string[] {
  const folded: string[] = [];
  let [part, octets] = ["", 0];
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > 75) {
      folded.push(part);
      [part, octets] = [" ", 1];
    }
    part += character;
    octets += size;
  }
  return [...folded, part];
}
