import { expect, test } from "vitest";
import { openAirtime, ownShare, spreadOf } from "./airtime.ts";

const minute = 60_000;

test("one's own share is said in a word, once there is something to say and somebody to share with", () => {
  expect(ownShare(minute, minute, 6)).toBeNull();
  expect(ownShare(5 * minute, 6 * minute, 2)).toBeNull();
  expect(ownShare(0, 6 * minute, 6)).toBe("less");
  expect(ownShare(minute, 6 * minute, 6)).toBe("even");
  expect(ownShare(3 * minute, 6 * minute, 6)).toBe("more");
});

test("a table's talk is spread or not, whoever it is that talks", () => {
  expect(spreadOf([minute / 2], 6)).toBeNull();
  expect(spreadOf([5 * minute, minute], 2)).toBeNull();
  expect(spreadOf([minute, minute, minute], 6)).toBe("even");
  expect(spreadOf([4 * minute, minute, minute], 6)).toBe("few");
  // who is silent counts as somebody at the table
  expect(spreadOf([2 * minute], 4)).toBe("few");
  expect(spreadOf([1.9 * minute, minute], 3)).toBe("even");
});

test("nobody is heard longer than there was time", () => {
  const airtime = openAirtime();
  airtime.note("a", "noor", 10 * minute, 0);
  airtime.note("a", "noor", 10 * minute, 10_000);
  expect(airtime.spread("a", 4)).toBeNull();
  for (let at = 20_000; at <= 120_000; at += 10_000) airtime.note("a", "noor", 10_000, at);
  expect(airtime.spread("a", 4)).toBe("few");
  for (let at = 130_000; at <= 220_000; at += 10_000) for (const person of ["sami", "ana"]) airtime.note("a", person, 10_000, at);
  expect(airtime.spread("a", 4)).toBe("even");
  expect(airtime.spread("b", 4)).toBeNull();
});
