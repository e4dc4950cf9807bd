import { describe, expect, test } from "vitest";
import type { ContributionId, InsightId } from "../platform/ids.ts";
import type { ReportContent } from "../report/gather/content.ts";
import { type Mine, whereIs } from "./where.ts";

const id = "c1" as ContributionId;
const mine: Mine = {
  id,
  kind: "need",
  state: "visible",
  shared: "all",
  hiddenReason: null,
  insightId: null,
  themeNow: null,
  named: null,
};
const reference = { id, number: 1, people: 1 };
const content = {
  works: [],
  chafes: [],
  suggestions: [],
  themes: [{ id: "t1", name: "Tijd", needs: [reference, { ...reference, id: "c2" }] }],
  unplaced: [],
  insights: [{ id: "i1", number: 3, conditions: [reference], examples: [] }],
  notes: [],
} as unknown as ReportContent;

describe("what became of a contribution", () => {
  test("a need goes by its theme into the report", () => {
    expect(whereIs(mine, content)).toEqual({
      between: { kind: "theme", name: "Tijd", id: "t1", needs: 2 },
      outcome: { status: "in-report" },
    });
  });
  test("before there is a report it waits, with the theme it has by now", () => {
    expect(whereIs({ ...mine, themeNow: "Rust" }, null)).toMatchObject({
      between: { kind: "theme", name: "Rust" },
      outcome: { status: "waits" },
    });
    expect(whereIs(mine, null).between).toEqual({ kind: "no-theme" });
  });
  test("a condition goes by its insight", () => {
    expect(whereIs({ ...mine, kind: "condition", insightId: "i1" as InsightId }, content)).toEqual({
      between: { kind: "insight", number: 3 },
      outcome: { status: "in-report" },
    });
  });
  test.each([
    [{ kind: "note" }, "not-chosen"],
    [{ kind: "introduction" }, "introduction"],
    [{ kind: "works" }, "too-late"],
    [{ shared: "private" }, "private"],
    [{ state: "withdrawn" }, "withdrawn"],
    [{ state: "hidden" }, "hidden"],
  ] as const)("%j: %s", (change, status) => {
    expect(whereIs({ ...mine, ...change }, content).outcome.status).toBe(status);
  });
});
