import fc from "fast-check";
import { expect, test } from "vitest";
import { readTimes, usualDate } from "./session-times.ts";

const now = new Date("2026-01-10T08:00:00Z");
const read = (date: string, from = "09:00", until = "11:00") => readTimes({ date, from, until }, now);

test("times are those of clocks in the Netherlands, also in summer", () => {
  expect(read("2026-02-12")).toMatchObject({ times: { startsAt: new Date("2026-02-12T08:00Z") } });
  expect(read("2026-04-16", "09.00", "11.00")).toMatchObject({
    times: { startsAt: new Date("2026-04-16T07:00Z"), endsAt: new Date("2026-04-16T09:00Z") },
  });
});

test("what is wrong is told at its field", () => {
  expect(read("2026-02-30")).toEqual({ ok: false, errors: { date: "invalid" } });
  expect(read("2026-02-12", "9 uur")).toEqual({ ok: false, errors: { from: "invalid" } });
  expect(read("2026-02-12", "09:00", "25:00")).toEqual({ ok: false, errors: { until: "invalid" } });
  expect(read("2026-02-12", "11:00", "09:00")).toEqual({ ok: false, errors: { until: "order" } });
  expect(read("2026-01-09")).toEqual({ ok: false, errors: { date: "past" } });
});

test("the usual date is a Thursday, six weeks ahead or a few days less", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("2020-01-01"), max: new Date("2060-01-01"), noInvalidDate: true }), (from) => {
      const date = new Date(`${usualDate(from)}T12:00:00Z`);
      const days = (date.getTime() - from.getTime()) / 86_400_000;
      return date.getUTCDay() === 4 && days > 38 && days < 48;
    }),
  );
});
