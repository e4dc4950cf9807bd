import { expect, test } from "vitest";
import { checkPeriod } from "./check-period.ts";

const [early, from, between, until, late] = [1, 2, 3, 4, 5].map((hour) => new Date(Date.UTC(2026, 3, 16, hour)));
const both = { checkFrom: from ?? null, checkUntil: until ?? null };
const onlyFrom = { checkFrom: from ?? null, checkUntil: null };
const onlyUntil = { checkFrom: null, checkUntil: until ?? null };
const none = { checkFrom: null, checkUntil: null };

test.each([
  ["no period", "planned", none, between, "closed"],
  ["before it opens", "planned", both, early, "ahead"],
  ["from the moment it opens", "planned", both, from, "open"],
  ["in the lobby", "lobby", both, between, "open"],
  ["beside the session", "live", both, between, "open"],
  ["after the session", "ended", both, between, "open"],
  ["at its end", "ended", both, until, "over"],
  ["past its end, while the session goes on", "live", both, late, "over"],
  ["opened, without an end: before", "planned", onlyFrom, late, "open"],
  ["opened, without an end: after", "ended", onlyFrom, between, "over"],
  ["only an end: before the session", "planned", onlyUntil, early, "closed"],
  ["only an end: during it", "live", onlyUntil, between, "closed"],
  ["only an end: after it", "ended", onlyUntil, between, "open"],
  ["cancelled", "cancelled", both, between, "closed"],
] as const)("%s", (_, state, period, now, expected) => {
  expect(checkPeriod({ state, ...period }, now as Date)).toBe(expected);
});
