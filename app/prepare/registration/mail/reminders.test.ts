import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateTime, zonedToUtc } from "../../../platform/time.ts";
import { reminders, remindersAfter } from "./reminders.ts";

const startsAt = zonedToUtc("2026-04-16", "09:00");
const kinds = (toldAt: Date) => remindersAfter("s1", startsAt, toldAt).map((r) => r.kind);

describe("when reminders are due", () => {
  test("a week, a day and half an hour before", () => {
    expect(reminders("s1", startsAt).map((r) => [r.key, dateTime(r.dueAt, "nl")])).toEqual([
      ["s1:2026-04-16T07:00:00.000Z:7d", "donderdag 9 april 2026, 09.00 uur"],
      ["s1:2026-04-16T07:00:00.000Z:1d", "woensdag 15 april 2026, 09.00 uur"],
      ["s1:2026-04-16T07:00:00.000Z:30m", "donderdag 16 april 2026, 08.30 uur"],
    ]);
  });

  test("at the same time on the clock over summer time", () => {
    const [week, day] = reminders("s1", zonedToUtc("2026-03-29", "09:00"));
    expect(dateTime(week?.dueAt as Date, "nl")).toBe("zondag 22 maart 2026, 09.00 uur");
    expect(dateTime(day?.dueAt as Date, "nl")).toBe("zaterdag 28 maart 2026, 09.00 uur");
  });

  test("who is admitted later gets those that still tell something", () => {
    expect(kinds(zonedToUtc("2026-03-01", "12:00"))).toEqual(["7d", "1d", "30m"]);
    expect(kinds(zonedToUtc("2026-04-08", "12:00"))).toEqual(["1d", "30m"]);
    expect(kinds(zonedToUtc("2026-04-15", "07:00"))).toEqual(["30m"]);
    expect(kinds(zonedToUtc("2026-04-16", "08:19"))).toEqual(["30m"]);
    expect(kinds(zonedToUtc("2026-04-16", "08:25"))).toEqual([]);
  });
});

describe("another date", () => {
  test("the letter about it counts as a reminder", () => {
    const to = zonedToUtc("2026-04-23", "13:00");
    expect(remindersAfter("s1", to, zonedToUtc("2026-04-22", "12:00")).map((r) => r.kind)).toEqual(["30m"]);
  });

  test("keys of different dates, sessions and kinds all differ; those of one date are stable", () => {
    const moment = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) });
    fc.assert(
      fc.property(moment, moment, (one, other) => {
        fc.pre(one !== other);
        const keys = [reminders("a", new Date(one)), reminders("b", new Date(one)), reminders("a", new Date(other))]
          .flat()
          .map((r) => r.key);
        expect(new Set(keys).size).toBe(9);
        expect(reminders("a", new Date(one))).toEqual(reminders("a", new Date(one)));
        for (const r of reminders("a", new Date(one))) expect(r.dueAt < r.until).toBe(true);
      }),
    );
  });
});
