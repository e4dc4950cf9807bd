import { expect, test } from "vitest";
import { timesAfter } from "./times.ts";

test("the session begins soon, after the lobby's half hour", () => {
  expect(timesAfter(new Date("2026-11-24T08:41:00Z"))).toMatchObject({ date: "2026-11-24", from: "10:25", until: "12:25" });
  expect(timesAfter(new Date("2026-07-01T08:41:00Z"))).toMatchObject({ date: "2026-07-01", from: "11:25", until: "13:25" });
});

test("late in the evening it is planned for tomorrow morning", () => {
  const tomorrow = { date: "2026-11-25", from: "09:00", until: "11:00" };
  expect(timesAfter(new Date("2026-11-24T20:30:00Z"))).toMatchObject(tomorrow);
  expect(timesAfter(new Date("2026-11-24T22:30:00Z"))).toMatchObject(tomorrow);
});
