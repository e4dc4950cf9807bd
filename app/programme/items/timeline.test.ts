import { expect, test } from "vitest";
import { timelineOf } from "./timeline.ts";

const step = (text: string, due: string | null, done = false) => ({ text, due, done });

test("what has a day stands in order, with its place between the first day and the last", () => {
  const items = [
    { number: 1, steps: [step("Bellen", "2031-01-11"), step("Zonder dag", null)], late: "2031-01-08" },
    { number: 2, steps: [step("Zoeken", "2031-01-01", true), step("Huren", "2031-01-06")], late: "2031-01-08" },
  ];
  const line = timelineOf(items, [{ item: 2, day: "2031-01-03", state: "running" }], "2031-01-08");
  expect(line?.moments.map(({ item, text, standing, at }) => [item, text, standing, at])).toEqual([
    [2, "Zoeken", "done", 0],
    [2, "", "moved", 0.2],
    [2, "Huren", "late", 0.5],
    [1, "Bellen", "ahead", 1],
  ]);
  expect(line).toMatchObject({ from: "2031-01-01", to: "2031-01-11", today: 0.7, done: 1, late: 1, steps: 3 });
});

test("one moment, or none, is no line; on one day all stand in the middle; outside it today is not drawn", () => {
  const one = { number: 1, steps: [step("Bellen", "2031-01-11")], late: "2031-01-01" };
  expect(timelineOf([], [], "2031-01-01")).toBeNull();
  expect(timelineOf([one], [], "2031-01-01")).toBeNull();
  const two = timelineOf([one, { ...one, number: 2 }], [], "2031-01-12");
  expect(two?.moments.map(({ at }) => at)).toEqual([0.5, 0.5]);
  expect(two?.today).toBeNull();
});
