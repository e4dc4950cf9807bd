import fc from "fast-check";
import { expect, test } from "vitest";
import type { FieldId, InsightId, PartyId } from "../ids.ts";
import { suppress } from "../report/suppression.ts";
import { choices, countVerdicts, fits, type Verdict } from "./verdict-counts.ts";

const insight = (id: string) => id as InsightId;
const lists = {
  insights: [insight("i1"), insight("i2")],
  fields: ["wonen", "zorg"] as FieldId[],
  parties: ["praktijk", "bewoner"] as PartyId[],
};
const verdict = (
  choice: Verdict["choice"],
  fit: Verdict["fit"] = null,
  field: string | null = "wonen",
  party: string | null = "praktijk",
): Verdict => ({
  insightId: insight("i1"),
  choice,
  fit,
  fieldId: field as FieldId | null,
  partyId: party as PartyId | null,
});

test("counts per insight, field and party", () => {
  const [first, second] = countVerdicts(
    [verdict("agree", "fits"), verdict("agree", "conditions"), verdict("skip"), verdict("disagree", "not", "zorg", "bewoner")],
    lists,
  );
  expect(first?.ballots.cells).toEqual([
    { field: "wonen", party: "praktijk", column: "agree", people: 2 },
    { field: "wonen", party: "praktijk", column: "skip", people: 1 },
    { field: "zorg", party: "bewoner", column: "disagree", people: 1 },
  ]);
  expect(first?.fits.cells.map(({ column, people }) => [column, people])).toEqual([
    ["fits", 1],
    ["conditions", 1],
    ["not", 1],
  ]);
  expect(second).toMatchObject({ insightId: "i2", ballots: { cells: [] }, fits: { cells: [] } });
});

test("somebody without a field counts in all and in no row", () => {
  const verdicts = Array.from({ length: 12 }, (_, i) => verdict(i % 2 ? "agree" : "disagree", null, null, null));
  const [counted] = countVerdicts(verdicts, lists);
  const published = suppress(counted?.ballots ?? { fields: [], parties: [], columns: choices, cells: [] });
  expect(published.total).toEqual({ status: "counts", people: 12, counts: [6, 6, 0, 0] });
  expect(published.fields.map(({ line }) => line.status)).toEqual(["withheld", "withheld"]);
});

test("each verdict is counted once: choices add up to the ballots, fits to those given", () => {
  const anyVerdict = fc.record({
    insightId: fc.constantFrom(...lists.insights),
    choice: fc.constantFrom(...choices),
    fit: fc.constantFrom(...fits, null),
    fieldId: fc.constantFrom(...lists.fields, null),
    partyId: fc.constantFrom(...lists.parties, null),
  });
  fc.assert(
    fc.property(fc.array(anyVerdict), (verdicts) => {
      for (const { insightId, ballots, fits: given } of countVerdicts(verdicts, lists)) {
        const own = verdicts.filter((one) => one.insightId === insightId);
        const sum = (cells: readonly { people: number }[]) => cells.reduce((all, { people }) => all + people, 0);
        expect(sum(ballots.cells)).toBe(own.length);
        expect(sum(given.cells)).toBe(own.filter(({ fit }) => fit !== null).length);
        for (const column of choices) {
          const there = ballots.cells.filter((cell) => cell.column === column);
          expect(sum(there)).toBe(own.filter(({ choice }) => choice === column).length);
        }
      }
    }),
  );
});
