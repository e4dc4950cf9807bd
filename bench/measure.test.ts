import { expect, test } from "vitest";
import { asLine, percentile } from "./measure.ts";

test("a figure is one line of JSON, with its ratio when it is held against another", () => {
  expect(JSON.parse(asLine({ name: "start.mib", value: 123.456, unit: "MiB" }))).toEqual({
    name: "start.mib",
    value: 123,
    unit: "MiB",
    against: null,
    ratio: null,
  });
  expect(JSON.parse(asLine({ name: "x", value: 9001.7, unit: "1/s", against: 3000 }))).toMatchObject({ value: 9002, ratio: 3 });
});

test("a percentile is one of the values", () => {
  expect(percentile([5, 1, 4, 2, 3], 0.95)).toBe(5);
  expect(percentile([5, 1, 4, 2, 3], 0.5)).toBe(3);
  expect(() => percentile([], 0.5)).toThrow();
});
