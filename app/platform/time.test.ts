import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  clock,
  clockRange,
  dateDay,
  dateLong,
  dateShort,
  dateTime,
  dateTimeRange,
  minutesSeconds,
  readZoned,
  utcToZoned,
  zonedToUtc,
} from "./time.ts";

const start = zonedToUtc("2026-04-16", "09:00");
const end = zonedToUtc("2026-04-16", "11:00");

describe("what people read", () => {
  test("dates and times in Dutch", () => {
    expect(dateLong(start, "nl")).toBe("donderdag 16 april 2026");
    expect(dateDay(start, "nl")).toBe("donderdag 16 april");
    expect(dateShort(start, "nl")).toBe("16 apr 2026");
    expect(clock(start, "nl")).toBe("09.00");
    expect(clockRange(start, end, "nl")).toBe("09.00 tot 11.00 uur");
    expect(dateTime(start, "nl")).toBe("donderdag 16 april 2026, 09.00 uur");
    expect(dateTimeRange(start, end, "nl")).toBe("donderdag 16 april 2026, 09.00 tot 11.00 uur");
  });

  test("dates and times in English", () => {
    expect(dateLong(start, "en")).toBe("Thursday 16 April 2026");
    expect(dateShort(start, "en")).toBe("16 Apr 2026");
    expect(clock(start, "en")).toBe("09:00");
    expect(clockRange(start, end, "en")).toBe("09:00 to 11:00");
    expect(dateTime(start, "en")).toBe("Thursday 16 April 2026, 09:00");
  });

  test("a range over midnight names both days", () => {
    expect(dateTimeRange(start, zonedToUtc("2026-04-17", "00:30"), "nl")).toBe(
      "donderdag 16 april 2026, 09.00 uur tot vrijdag 17 april 2026, 00.30 uur",
    );
  });

  test("the day is that of the Netherlands, also just after midnight", () => {
    expect(dateLong(new Date("2026-12-31T23:30:00Z"), "nl")).toBe("vrijdag 1 januari 2027");
    expect(clock(new Date("2026-12-31T23:00:00Z"), "nl")).toBe("00.00");
  });

  test("minutes and seconds round up and stop at zero", () => {
    expect([380, 59.2, 0.4, 0, -3, 4500].map(minutesSeconds)).toEqual(["6:20", "1:00", "0:01", "0:00", "0:00", "75:00"]);
  });
});

describe("summer time", () => {
  test("winter is one hour ahead of UTC, summer two", () => {
    expect(zonedToUtc("2026-01-15", "09:00").toISOString()).toBe("2026-01-15T08:00:00.000Z");
    expect(zonedToUtc("2026-07-15", "09:00").toISOString()).toBe("2026-07-15T07:00:00.000Z");
  });

  test("nine o'clock on both days of the change", () => {
    expect(zonedToUtc("2026-03-29", "09:00").toISOString()).toBe("2026-03-29T07:00:00.000Z");
    expect(zonedToUtc("2026-10-25", "09:00").toISOString()).toBe("2026-10-25T08:00:00.000Z");
    expect(zonedToUtc("2026-03-29", "01:59").toISOString()).toBe("2026-03-29T00:59:00.000Z");
    expect(zonedToUtc("2026-03-29", "03:00").toISOString()).toBe("2026-03-29T01:00:00.000Z");
    expect(zonedToUtc("2026-10-25", "01:59").toISOString()).toBe("2026-10-24T23:59:00.000Z");
    expect(zonedToUtc("2026-10-25", "03:00").toISOString()).toBe("2026-10-25T02:00:00.000Z");
  });

  test("an hour that does not exist moves on by an hour", () => {
    expect(zonedToUtc("2026-03-29", "02:00").toISOString()).toBe("2026-03-29T01:00:00.000Z");
    expect(utcToZoned(zonedToUtc("2026-03-29", "02:30"))).toEqual({ date: "2026-03-29", time: "03:30" });
  });

  test("an hour that comes twice is the first of the two", () => {
    expect(zonedToUtc("2026-10-25", "02:30").toISOString()).toBe("2026-10-25T00:30:00.000Z");
    expect(utcToZoned(new Date("2026-10-25T00:30:00Z"))).toEqual({ date: "2026-10-25", time: "02:30" });
    expect(utcToZoned(new Date("2026-10-25T01:30:00Z"))).toEqual({ date: "2026-10-25", time: "02:30" });
  });

  test("every minute comes back, except the second of a double hour", () => {
    const minutes = fc.integer({ min: Date.UTC(2000, 0, 1) / 60_000, max: Date.UTC(2050, 0, 1) / 60_000 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const moment = new Date(minute * 60_000);
        const { date, time } = utcToZoned(moment);
        const back = zonedToUtc(date, time);
        expect([0, 3_600_000]).toContain(moment.getTime() - back.getTime());
        expect(utcToZoned(back)).toEqual({ date, time });
      }),
    );
  });
});

test("what is no date or time is null, or refused", () => {
  for (const [date, time] of [
    ["2026-02-30", "09:00"],
    ["2026-13-01", "09:00"],
    ["16-04-2026", "09:00"],
    ["2026-04-16", "24:00"],
    ["2026-04-16", "9:00"],
    ["", ""],
  ] as const) {
    expect(readZoned(date, time)).toBeNull();
    expect(() => zonedToUtc(date, time)).toThrow(RangeError);
  }
  expect(readZoned("2026-04-16", "09.00")).toEqual(start);
});
