import { expect, test } from "vitest";
import { aroundShown, insightAt, nextToAnswer, overview, type Tested } from "./tested.ts";

const one = (number: number, about: Partial<Tested> = {}): Tested => ({
  ...{ id: `i${number}`, number, version: 1, text: `Inzicht ${number}`, source: "", choice: null, fit: null },
  ...{ revealed: false, proposed: false, own: false, change: null },
  ...about,
});
const list = [one(4, { choice: "agree" }), one(2), one(7), one(1, { revealed: true })];
const ids = (insights: readonly Tested[]) => insights.map(({ id }) => id);

test("the address names an insight by its number; else it is the one put to all, else the first to answer", () => {
  expect(insightAt(list, "7", null)).toBe("i7");
  expect(insightAt(list, null, null)).toBe("i2");
  expect(insightAt(list, null, "i7")).toBe("i7");
  expect(insightAt(list, "4", "i7")).toBe("i4");
  expect(insightAt(list, "99", null)).toBe("i2");
  expect(insightAt(list, overview, "i7")).toBeNull();
  expect(insightAt([list[0] as Tested], null, null)).toBeNull();
  expect(insightAt(list, null, "gone")).toBe("i2");
});

test("the next is the first open one behind, else one before; never one that was shown", () => {
  expect(nextToAnswer(list, "i4")?.id).toBe("i2");
  expect(nextToAnswer(list, "i2")?.id).toBe("i7");
  expect(nextToAnswer(list, "i7")?.id).toBe("i2");
  expect(nextToAnswer([one(1, { choice: "skip" }), one(2)], "i2")).toBeNull();
});

test("what is on the screen stands right behind what was answered, whatever is added in front of it", () => {
  expect(ids(aroundShown([one(4, { choice: "agree" }), one(9), one(2)], "i2"))).toEqual(["i4", "i2", "i9"]);
  expect(ids(aroundShown([one(3), one(4, { choice: "agree" })], "i4"))).toEqual(["i4", "i3"]);
  expect(ids(aroundShown(list, null))).toEqual(["i4", "i2", "i7", "i1"]);
});
