import { expect, test } from "vitest";
import type { GroupId } from "../ids.ts";
import { attention, type GroupNow, heldOrder, keyOf, thinFields } from "./attention.ts";

const minute = 60_000;
const group = (number: number, over: Partial<GroupNow> = {}): GroupNow => ({
  id: `g${number}` as GroupId,
  number,
  seats: 6,
  here: 6,
  written: 3,
  lastWrittenAt: 19 * minute,
  ...over,
});
const step = { startedAt: 10 * minute, writes: true };
const kinds = (groups: readonly GroupNow[], help: Parameters<typeof attention>[1] = [], at = step) =>
  attention(groups, help, at, 20 * minute).map(({ kind, group: id }) => `${kind} ${id}`);

test("help comes first, the longest waiting on top, and a group stands in it once", () => {
  const help = [
    { id: "h1", groupId: "g2" as GroupId, raisedAt: 19 * minute },
    { id: "h2", groupId: "g3" as GroupId, raisedAt: 18 * minute },
  ];
  expect(kinds([group(1, { here: 0 }), group(2, { written: 0 }), group(3)], help)).toEqual(["help g3", "help g2", "nobody g1"]);
});

test("help from outside a group is there too", () => {
  expect(kinds([], [{ id: "h1", groupId: null, raisedAt: 0 }])).toEqual(["help null"]);
});

test("nobody, somebody alone, silence and an empty table, in that order; others go well", () => {
  const groups = [
    group(1),
    group(2, { written: 0, lastWrittenAt: null }),
    group(3, { lastWrittenAt: 15 * minute }),
    group(4, { here: 1 }),
    group(5, { here: 0 }),
  ];
  expect(kinds(groups)).toEqual(["nobody g5", "alone g4", "silent g3", "blank g2"]);
});

test("a step that has just begun, or asks nothing to be written, has no silence", () => {
  const quiet = [group(1, { written: 0, lastWrittenAt: null })];
  expect(kinds(quiet, [], { startedAt: 16 * minute, writes: true })).toEqual([]);
  expect(kinds(quiet, [], { startedAt: 0, writes: false })).toEqual([]);
});

test("silence is counted from the step's begin when the last words are of before", () => {
  expect(kinds([group(1, { lastWrittenAt: 2 * minute })], [], { startedAt: 18 * minute, writes: true })).toEqual([]);
});

test("a held order keeps who was there in place, and lets new ones in behind", () => {
  const found = attention([group(1, { here: 0 }), group(2, { here: 1 }), group(3, { here: 0 })], [], step, 20 * minute);
  const held = ["g2", "g1"];
  expect(heldOrder(held, found).map(keyOf)).toEqual(["g2", "g1", "g3"]);
});

test("thin is less than half of the average", () => {
  const fields = [10, 12, 4, 11, 0].map((here, i) => ({ name: `f${i}`, here }));
  expect(thinFields(fields).map(({ name }) => name)).toEqual(["f4"]);
  expect(thinFields([])).toEqual([]);
});
