import { expect, test } from "vitest";
import type { ReportContent } from "../gather/content.ts";
import { differenceOf, isSame } from "./difference.ts";

const need = (number: number) => ({ id: `n${number}`, number, people: 1 });
const theme = (id: string, name: string, ...numbers: number[]) => ({
  ...{ id, name, description: "", people: 5, fields: 1, needs: numbers.map(need) },
});
const insight = (number: number, id = `i${number}`) => ({ number, id, conditions: [], examples: [] });

function contentOf(more: Partial<Record<keyof ReportContent, unknown>> = {}): ReportContent {
  return {
    ...{ introduction: "Waarom dit gesprek.", conclusions: "", blocks: [{ id: "b1", text: "Eerst." }] },
    taken: { table: { total: { status: "people", people: 40 } } },
    ...{ works: [], chafes: [], suggestions: [], notes: [] },
    themes: [theme("t1", "Tijd", 1, 2), theme("t2", "Nabijheid", 3)],
    unplaced: [need(4)],
    insights: [insight(1), insight(2)],
    ...more,
  } as unknown as ReportContent;
}

test("the same draft differs in nothing", () => {
  expect(isSame(differenceOf(contentOf(), contentOf()))).toBe(true);
});

test("what came, went, moved, was renamed or rewritten is told [RP2]", () => {
  const now = contentOf({
    conclusions: "Wij gaan verder.",
    blocks: [{ id: "b1", text: "Anders." }],
    taken: { table: { total: { status: "people", people: 47 } } },
    themes: [theme("t1", "Rust", 1, 3, 4), theme("t3", "Geld", 5, 6)],
    unplaced: [],
    insights: [insight(1, "i1b"), insight(3)],
  });
  const found = differenceOf(contentOf(), now);
  expect(found).toEqual({
    people: [40, 47],
    ...{ came: 2, went: 1, moved: 2 },
    ...{ newThemes: ["Geld"], goneThemes: ["Nabijheid"], renamed: [["Tijd", "Rust"]] },
    ...{ newInsights: [3], goneInsights: [2], reworded: [1] },
    texts: { added: 1, changed: 1, gone: 0 },
  });
  expect(isSame(found)).toBe(false);
});

test("a number of people that is not told on one side tells nothing of the other", () => {
  const few = contentOf({ taken: { table: { total: { status: "withheld" } } } });
  expect(differenceOf(few, contentOf()).people).toBeNull();
});
