import fc from "fast-check";
import { expect, test } from "vitest";
import { suppress } from "../../disclosure/suppression.ts";
import { z95 } from "../../method/analysis/interval.ts";
import type { FieldId, PartyId } from "../../platform/ids.ts";
import { partOf } from "../insights/part.ts";
import { nextFigures, noFigures } from "./figures.ts";
import { verdictOf, verdictThresholds } from "./verdict.ts";
import { type Choice, choices, type Fit, fits } from "./verdict-counts.ts";

const fields = ["wonen", "zorg", "werk"] as FieldId[];
const parties = ["praktijk", "bewoners"] as PartyId[];
interface Verdict {
  readonly choice: Choice;
  readonly fit: Fit | null;
  readonly fieldId: FieldId | null;
  readonly partyId: PartyId | null;
}
const figuresOf = (verdicts: readonly Verdict[]) => {
  const standing = verdicts.map(({ fieldId, partyId, choice, fit }) => ({
    field: fieldId ?? "",
    party: partyId ?? "",
    choice,
    fit,
    since: 0,
    people: 1,
  }));
  const lists = { fields, parties };
  return nextFigures(null, standing, lists, "2026-01-01T09:00:00.000Z", "breakdown")?.figures ?? noFigures(lists);
};
type Given = Readonly<Record<string, readonly [fits: number, conditions: number, not: number]>>;

/** People per field and fit, half of each kind of party. */
function people(given: Given): Verdict[] {
  const one = (field: string, fit: Fit, i: number): Verdict => ({
    choice: fit === "not" ? "disagree" : "agree",
    fit,
    fieldId: field === "" ? null : (field as FieldId),
    partyId: parties[i % 2] ?? null,
  });
  return Object.entries(given).flatMap(([field, counts]) =>
    fits.flatMap((fit, column) => Array.from({ length: counts[column] ?? 0 }, (_, i) => one(field, fit, i))),
  );
}

const verdictFor = (verdicts: readonly Verdict[]) => verdictOf(figuresOf(verdicts), fields);
const outOf = (given: Given) => verdictFor(people(given));

test.each<[string, Given, object]>([
  ["nobody", {}, { status: "too-few", people: null, more: null, missing: fields }],
  ["four people: not even how many", { wonen: [4, 0, 0] }, { status: "too-few", people: null, more: null }],
  ["seven of one field", { wonen: [4, 0, 3] }, { status: "too-few", people: 7, more: 1, missing: ["zorg", "werk"] }],
  [
    "twelve, no field with five",
    { wonen: [2, 0, 2], zorg: [3, 0, 1], werk: [2, 0, 2] },
    { status: "too-few", people: 12, more: 0 },
  ],
  ["nine without a field", { "": [9, 0, 0] }, { status: "too-few", people: 9, more: 0, missing: fields }],
  ["all of one field, alike", { wonen: [8, 0, 0] }, { status: "confirmed", people: 8, missing: ["zorg", "werk"] }],
  ["eight of ten: the interval is too wide to confirm", { wonen: [8, 0, 2] }, { status: "under-conditions", people: 10 }],
  ["fourteen of twenty", { wonen: [14, 0, 6] }, { status: "under-conditions", fits: { least: 14, most: 14, of: 20 } }],
  ["sixteen of twenty", { wonen: [8, 0, 2], zorg: [8, 0, 2] }, { status: "confirmed", fits: { least: 16, most: 16, of: 20 } }],
  ["ten fit, ten under conditions", { wonen: [5, 5, 0], zorg: [5, 5, 0] }, { status: "under-conditions", holds: { least: 20 } }],
  ["six of ten hold", { wonen: [3, 3, 4] }, { status: "under-conditions", holds: { least: 6, of: 10 } }],
  ["a third each", { wonen: [4, 4, 12], zorg: [5, 5, 10] }, { status: "does-not-hold", not: { least: 22, of: 40 } }],
  ["just half does not fit, of many", { wonen: [10, 10, 20] }, { status: "does-not-hold" }],
  ["just half does not fit, of ten", { wonen: [2, 3, 5] }, { status: "undecided" }],
  ["nobody fits", { wonen: [0, 0, 9] }, { status: "does-not-hold", not: { least: 9 - 1, most: 9 } }],
  [
    "two fields apart",
    { wonen: [18, 0, 2], zorg: [3, 0, 17] },
    {
      status: "contested",
      between: [
        { kind: "field", id: "wonen", holds: { least: 18, of: 20 } },
        { id: "zorg", holds: { least: 3 } },
      ],
    },
  ],
  [
    "two fields apart, where few named conditions",
    { wonen: [16, 2, 2], zorg: [3, 1, 16] },
    {
      status: "contested",
      between: [
        { id: "wonen", holds: { least: 18, of: 20 } },
        { id: "zorg", holds: { least: 4 } },
      ],
    },
  ],
  ["apart, with intervals that overlap", { wonen: [5, 0, 2], zorg: [3, 0, 5] }, { status: "undecided" }],
])("%s [OG10]", (_, given, expected) => {
  const verdict = outOf(given);
  if (verdict.status === "does-not-hold" && verdict.not.least !== verdict.not.most)
    expect(verdict.not).toMatchObject({ most: 9 });
  expect(verdict).toMatchObject(expected);
});

test("each has its own interval, and the thresholds go with it", () => {
  const verdict = outOf({ wonen: [10, 4, 6], zorg: [8, 6, 6] });
  expect(verdict).toMatchObject({ status: "under-conditions", fits: { least: 18, of: 40 }, holds: { least: 28, of: 40 } });
  if (verdict.status !== "under-conditions") throw new Error("another verdict");
  expect(verdict.holds.low).toBeCloseTo(0.546, 3);
  expect(verdict.holds.high).toBeCloseTo(0.819, 3);
  expect(verdictThresholds).toMatchObject({ fits: 8, fieldFits: 5, difference: 0.3, not: 0.5, confirmed: 0.6, holds: 0.6 });
});

test("a difference of exactly three tenths counts", () => {
  const given = { wonen: [70, 0, 30], zorg: [40, 0, 60] } as const;
  expect(outOf(given)).toMatchObject({ status: "contested", between: [{ id: "wonen" }, { id: "zorg" }] });
  expect(outOf({ ...given, wonen: [69, 0, 31] }).status).toBe("undecided");
});

test("opinion groups are compared with each other, never with fields; of a group the share alone is told", () => {
  const figures = figuresOf(people({ wonen: [16, 0, 4], zorg: [16, 0, 4] }));
  const part = (who: string, yes: number, of: number) => ({ who, ...partOf(yes, of, z95) });
  expect(verdictOf(figures, fields).status).toBe("confirmed");
  const apart = verdictOf({ ...figures, groups: [part("A", 17, 20), part("B", 5, 20)] }, fields);
  expect(apart).toMatchObject({ status: "contested", between: [{ kind: "group", id: "A" }, { id: "B" }] });
  expect(apart).toMatchObject({ between: [{ holds: { share: 0.85 } }, { holds: { share: 0.25 } }] });
  // nearly all stands for the least that it says, nearly none for the most
  const nearly = verdictOf({ ...figures, groups: [part("A", 20, 20), part("B", 0, 20)] }, fields);
  expect(nearly).toMatchObject({
    between: [{ holds: { nearly: "all", share: 0.9 } }, { holds: { nearly: "none", share: 0.1 } }],
  });
  // a group in which nearly all say so is no less side, however few that may be
  expect(verdictOf({ ...figures, groups: [part("A", 17, 20), part("B", 19, 20)] }, fields).status).toBe("confirmed");
  expect(verdictOf({ ...figures, groups: [] }, fields).status).toBe("confirmed");
});

test("the conditions with most people are named", () => {
  const figures = figuresOf(people({ wonen: [5, 5, 2] }));
  const conditions = [3, 9, 1, 4].map((n) => ({ id: `c${n}`, people: n }));
  expect(verdictOf({ ...figures, conditions }, fields)).toMatchObject({ status: "under-conditions", named: ["c9", "c4", "c3"] });
});

test("left to others by half: about the work of some", () => {
  const verdicts = people({ wonen: [10, 0, 0] });
  const others = Array.from({ length: 10 }, (): Verdict => ({ ...(verdicts[0] as Verdict), choice: "not-my-field", fit: null }));
  expect(verdictFor(verdicts).forSome).toBe(false);
  expect(verdictFor([...verdicts, ...others])).toMatchObject({ status: "confirmed", forSome: true });
});

const anyVerdict = fc.record({
  choice: fc.constantFrom<Choice>(...choices),
  fit: fc.constantFrom<Fit | null>(...fits, null),
  fieldId: fc.constantFrom(...fields, null),
  partyId: fc.constantFrom(...parties, null),
});

test("always a verdict, the same in any order, with no number on fewer than five", () => {
  fc.assert(
    fc.property(fc.array(anyVerdict, { maxLength: 60 }), (verdicts) => {
      const verdict = verdictFor(verdicts);
      expect(verdictFor(verdicts.toReversed())).toEqual(verdict);
      const said = verdicts.filter(({ fit }) => fit !== null);
      if (said.length < 5) expect(verdict).toMatchObject({ status: "too-few", people: null, more: null });
      for (const id of fields) {
        const few = said.filter(({ fieldId }) => fieldId === id).length < verdictThresholds.fieldFits;
        expect(verdict.missing.includes(id)).toBe(few);
        if (few && verdict.status === "contested") expect(verdict.between.map((side) => side.id)).not.toContain(id);
      }
    }),
  );
});

test("it goes by what is published alone: equal figures, equal verdict", () => {
  // Two rooms that differ in one person, whom "nearly everybody" covers.
  const [all, butOne] = [people({ wonen: [12, 0, 0] }), people({ wonen: [11, 0, 1] })];
  const published = (verdicts: Verdict[]) => figuresOf(verdicts).fits;
  expect(published(all)).toEqual(published(butOne));
  expect(verdictFor(all)).toEqual({ ...verdictFor(butOne), forSome: verdictFor(all).forSome });
  expect(suppress({ fields: [], parties: [], columns: fits, cells: [] }).total.status).toBe("withheld");
});
