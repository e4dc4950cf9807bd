import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import type { RegistrationId } from "../../../platform/ids.ts";
import { type CalendarEntry, calendarText } from "./calendar.ts";

const entry: CalendarEntry = {
  method: "REQUEST",
  registrationId: "3f0c2f6e-7d5c-4d3a-9b59-0f4c1a2b3c4d" as RegistrationId,
  host: "dialoog.example.nl",
  sequence: 0,
  madeAt: new Date("2026-03-01T10:11:12.345Z"),
  startsAt: new Date("2026-04-16T07:00:00Z"),
  endsAt: new Date("2026-04-16T09:00:00Z"),
  title: "Online dialoog: veerkracht in de wijk",
  description: "Doe mee met uw eigen link.",
  link: { url: "https://dialoog.example.nl/mee/abc_DEF-123", personal: true },
  organizer: { name: "Team Veerkracht", mail: "dialoog@example.nl" },
  attendee: { name: "Marloes Terpstra-Oud", mail: "marloes@example.nl" },
};

function parse(ics: string) {
  const calendar = new ICAL.Component(ICAL.parse(ics));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents("vevent");
  const [event] = events;
  if (event === undefined || events.length !== 1) throw new Error(`${events.length} events`);
  return { calendar, component: event, event: new ICAL.Event(event) };
}
const moments = (starts: string, ends: string) => {
  const { event } = parse(calendarText({ ...entry, startsAt: new Date(starts), endsAt: new Date(ends) }));
  return [event.startDate.toString(), event.startDate.toJSDate().toISOString(), event.endDate.toJSDate().toISOString()];
};

describe("the calendar file", () => {
  test("says what, when, where and for whom", () => {
    const { calendar, component, event } = parse(calendarText(entry));
    expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
    expect(event).toMatchObject({ uid: `${entry.registrationId}@${entry.host}`, sequence: 0, summary: entry.title });
    expect(event.description).toBe(`${entry.description}\n\n${entry.link.url}`);
    expect(event.location).toBe(entry.link.url);
    expect(component.getFirstPropertyValue("url")).toBe(entry.link.url);
    expect(event.organizer).toBe("mailto:dialoog@example.nl");
    expect(event.attendees.map((attendee) => [attendee.getFirstValue(), attendee.getFirstParameter("cn")])).toEqual([
      ["mailto:marloes@example.nl", "Marloes Terpstra-Oud"],
    ]);
    expect(String(component.getFirstPropertyValue("dtstamp"))).toBe("2026-03-01T10:11:12Z");
    expect(component.getAllSubcomponents("valarm")).toEqual([]);
  });

  test("is right on both sides of summer time, with the zone's own rules", () => {
    expect(moments("2026-03-27T08:00:00Z", "2026-03-27T10:00:00Z")).toEqual([
      "2026-03-27T09:00:00",
      "2026-03-27T08:00:00.000Z",
      "2026-03-27T10:00:00.000Z",
    ]);
    expect(moments("2026-03-30T07:00:00Z", "2026-03-30T09:00:00Z")).toEqual([
      "2026-03-30T09:00:00",
      "2026-03-30T07:00:00.000Z",
      "2026-03-30T09:00:00.000Z",
    ]);
    expect(moments("2026-10-26T08:00:00Z", "2026-10-26T10:00:00Z")[1]).toBe("2026-10-26T08:00:00.000Z");
    expect(moments("2027-10-29T07:00:00Z", "2027-10-29T09:00:00Z")[1]).toBe("2027-10-29T07:00:00.000Z");
  });

  test("any moment comes back as it was, but for the hour that comes twice", () => {
    const anyMinute = fc.integer({ min: Date.UTC(2025, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 });
    fc.assert(
      fc.property(anyMinute, (minute) => {
        const startsAt = new Date(minute * 60_000);
        fc.pre(!(startsAt.getUTCMonth() === 9 && startsAt.getUTCDate() > 24 && startsAt.getUTCHours() < 2));
        const { event } = parse(calendarText({ ...entry, startsAt, endsAt: new Date((minute + 120) * 60_000) }));
        expect(event.startDate.toJSDate()).toEqual(startsAt);
      }),
    );
  });

  test("a new date and a cancellation are the same entry with a higher sequence", () => {
    const files = [
      entry,
      { ...entry, sequence: 1, startsAt: new Date("2026-04-17T07:00:00Z"), endsAt: new Date("2026-04-17T09:00:00Z") },
      { ...entry, sequence: 2, method: "CANCEL" as const },
    ].map((one) => parse(calendarText(one)));
    expect(new Set(files.map(({ event }) => event.uid)).size).toBe(1);
    expect(files.map(({ event }) => event.sequence)).toEqual([0, 1, 2]);
    expect(files.map(({ calendar }) => calendar.getFirstPropertyValue("method"))).toEqual(["REQUEST", "REQUEST", "CANCEL"]);
    expect(files.map(({ component }) => component.getFirstPropertyValue("status"))).toEqual([
      "CONFIRMED",
      "CONFIRMED",
      "CANCELLED",
    ]);
  });

  test("is private with a personal link, not with the page of the session", () => {
    const page = { url: "https://dialoog.example.nl/dialoog/veerkracht", personal: false };
    expect(calendarText(entry)).toContain("CLASS:PRIVATE");
    expect(calendarText({ ...entry, link: page })).toContain("CLASS:PUBLIC");
  });
});

describe("hostile text", () => {
  const evil = 'Jan "de\r\nATTENDEE:mailto:x@evil.example\nEND:VEVENT\rBEGIN:VALARM\u2028, ; \\ \\n ^n : \u0000\u001b😀👩‍👩‍👧‍👦𝄞';
  const hostile = {
    ...entry,
    title: evil,
    description: evil,
    organizer: { name: evil, mail: "a@b.nl\r\nX-EVIL:1" },
    attendee: { name: evil, mail: "a@b.nl" },
    link: { url: "https://x.nl/a\r\nX-EVIL:1", personal: true },
  };

  test("stays text: no line, property or component of its own", () => {
    const { component, event } = parse(calendarText(hostile));
    expect(
      component
        .getAllProperties()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(
      parse(calendarText(entry))
        .component.getAllProperties()
        .map(({ name }) => name)
        .sort(),
    );
    expect(component.getAllSubcomponents()).toEqual([]);
    expect(event.attendees).toHaveLength(1);
    expect(event.summary).toContain(", ; \\ \\n ^n : 😀👩‍👩‍👧‍👦𝄞");
    expect(calendarText(hostile)).not.toMatch(/^X-EVIL/m);
  });

  test("any text comes back, in lines of at most 75 octets that never split a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (title) => {
        const ics = calendarText({ ...entry, title, description: title, attendee: { ...entry.attendee, name: title } });
        const lines = ics.split("\r\n");
        expect(lines.pop()).toBe("");
        for (const line of lines) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
          expect(line.isWellFormed()).toBe(true);
          expect(line).not.toMatch(/\p{Cc}/u);
        }
        const expected = title
          .toWellFormed()
          .replace(/\r\n?|[\u2028\u2029]/g, "\n")
          .replace(/[^\P{Cc}\n]/gu, "");
        expect(parse(ics).event.summary).toBe(expected);
      }),
    );
  });

  test("a link keeps its encoding", () => {
    const url = "https://x.nl/mee/a%20b?c=%C3%A9&d=1,2;3#e";
    const { component } = parse(calendarText({ ...entry, link: { url, personal: true } }));
    expect(component.getFirstPropertyValue("url")).toBe(url);
  });
});
