import { describe, expect, test } from "vitest";
import { suppress } from "../../disclosure/suppression.ts";
import { changedAtLeast } from "../../report/publish/versions.ts";
import { leadColumns, shareOf, wholeLine } from "./figures.ts";

const all = ["fits", "conditions", "not"] as const;
const published = (fits: number, conditions: number, not: number) =>
  suppress({
    fields: [],
    parties: [],
    columns: all,
    cells: [fits, conditions, not].map((people, at) => ({ field: "", party: "", column: all[at] ?? "fits", people })),
  });

describe("what a bar shows", () => {
  test("the columns that say what was asked and nothing else", () => {
    expect(leadColumns([["fits"], ["conditions"], ["not"]], ["fits", "conditions"])).toEqual([0, 1]);
    expect(leadColumns([["fits"], ["conditions", "not"]], ["fits", "conditions"])).toEqual([0]);
    expect(leadColumns([["agree", "skip"], ["disagree"]], ["agree"])).toEqual([0]);
    // what rare answers were joined with reads as neither: its opposite reads as itself
    expect(leadColumns([["agree", "skip"], ["disagree"]], ["agree"], ["disagree"])).toEqual([1]);
    expect(leadColumns([["agree"], ["disagree", "skip"]], ["agree"], ["disagree"])).toEqual([0]);
  });
  test("the share has its interval; a row without counts has none", () => {
    const share = shareOf({ status: "counts", people: 12, counts: [10, 2] }, [0]);
    expect(share).toMatchObject({ chosen: 10, people: 12 });
    expect([share?.low, share?.high].map((part) => Math.round((part ?? 0) * 100))).toEqual([55, 95]);
    expect(shareOf({ status: "withheld" }, [0])).toBeNull();
  });
  test("the whole joins its columns as the rows do", () => {
    const few = published(20, 3, 9);
    expect(few.columns).toEqual([["fits"], ["conditions", "not"]]);
    expect(wholeLine(few, all)).toMatchObject({ counts: [20, 12] });
  });
});

describe("how many people changed, told from moments", () => {
  const before = { at: "2026-04-16T09:00:00.000Z", people: 10 };
  test("nobody", () => expect(changedAtLeast(before, { same: 10, later: 0 })).toBe(0));
  test("who changed counts once, not as gone and come", () => expect(changedAtLeast(before, { same: 6, later: 4 })).toBe(4));
  test("who went", () => expect(changedAtLeast(before, { same: 5, later: 0 })).toBe(5));
  test("who came", () => expect(changedAtLeast(before, { same: 10, later: 7 })).toBe(7));
});
