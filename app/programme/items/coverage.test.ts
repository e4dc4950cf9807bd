import { expect, test } from "vitest";
import { besideList, coverageOf, needsLeft } from "./coverage.ts";

const item = (number: number, more: object = {}) => ({
  ...{
    number,
    state: "idea" as const,
    themeIds: [] as string[],
    fieldIds: [] as string[],
    partyIds: [],
    areaCodes: [] as string[],
  },
  ...more,
});
const list = (...names: string[]) => names.map((name) => ({ id: name, name }));

test("an item that names no field is for everybody; a stopped one is for nobody [PR14]", () => {
  const items = [
    item(1, { fieldIds: ["zorg"] }),
    item(2),
    item(3, { fieldIds: ["wonen"], state: "stopped" }),
    item(4, { areaCodes: ["PV20"] }),
  ];
  const { fields, areas } = coverageOf(items, { fields: list("wonen", "zorg"), parties: [], areas: list("PV20", "PV21") });
  expect(fields).toEqual({
    everybody: [2, 4],
    each: [
      { id: "wonen", name: "wonen", items: [] },
      { id: "zorg", name: "zorg", items: [1] },
    ],
  });
  expect(areas.everybody).toEqual([1, 2]);
  expect(areas.each.map(({ items: numbers }) => numbers)).toEqual([[4], []]);
});

test("a need is left when neither its theme nor an answer of its own leads to a living item [PR14]", () => {
  const items = [item(1, { themeIds: ["a"] }), item(2, { themeIds: ["b"], state: "stopped" })];
  const needs = ["a", "b", "c", "d"].map((theme, at) => ({ id: `n${at}`, theme: theme === "d" ? null : theme }));
  const named = new Map([
    ["n2", 1],
    ["n3", 2],
  ]);
  expect(needsLeft(items, needs, named).map(({ id }) => id)).toEqual(["n1", "n3"]);
});

test("the short list keeps its own order; what was chosen beside it stands apart [PR14]", () => {
  const themes = [
    { id: "a", name: "A", items: [1] },
    { id: "b", name: "B", items: [] },
    { id: "c", name: "C", items: [2, 3] },
  ];
  expect(besideList(["b", "a"], themes)).toEqual({
    listed: [
      { name: "B", items: [] },
      { name: "A", items: [1] },
    ],
    others: [{ name: "C", items: [2, 3] }],
  });
});
