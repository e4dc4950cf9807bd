import { expect, test } from "vitest";
import type { ReportPage } from "../publish/page.ts";
import { isAnythingOpen, openQuestionsOf } from "./open-questions.ts";

const size = (people: number | null) => (people === null ? { status: "withheld" } : { status: "people", people });
const theme = (id: string) => ({ id, name: id, description: "", people: 5, fields: 1, needs: [] });

function pageOf(more: Record<string, unknown> = {}): ReportPage {
  const fields = [
    { id: "f1", name: "wonen", shape: 1, target: 10 },
    { id: "f2", name: "zorg", shape: 2, target: 20 },
    { id: "f3", name: "werk", shape: 3, target: 20 },
  ];
  const rows = [
    { id: "f1", size: size(9) },
    { id: "f2", size: size(9) },
    { id: "f3", size: size(null) },
  ];
  const taken = { table: { total: size(18), fields: rows, parties: [], cells: [] }, areas: [] };
  const content = { fields, parties: [], taken, themes: [theme("Tijd"), theme("Rust")], unplaced: [], insights: [], ...more };
  return { slug: "wijk", language: "nl", content, quotes: {}, insights: {} } as never;
}

test("who was hardly heard is open where that may be told; themes only once there is a programme [RP31]", () => {
  expect(openQuestionsOf(pageOf())).toMatchObject({ thin: ["zorg"], unanswered: [], divided: [], undecided: [] });
  const programme = { items: [{ themes: ["Tijd"] }], answers: [] };
  expect(openQuestionsOf(pageOf({ programme })).unanswered.map(({ name }) => name)).toEqual(["Rust"]);
});

test("an insight on which too few spoke is open, in a conversation where it was asked", () => {
  const none = { total: { status: "withheld" }, columns: [], fields: [], parties: [] };
  const insight = { id: "i7", number: 7, ballots: none, fits: none, heard: [], conditions: [], examples: [] };
  expect(openQuestionsOf(pageOf({ insights: [insight] })).undecided).toEqual([7]);
});

test("nothing open, nothing said", () => {
  const page = pageOf({ fields: [] });
  expect(isAnythingOpen(openQuestionsOf(page))).toBe(false);
});
