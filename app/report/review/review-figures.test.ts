import fc from "fast-check";
import { expect, test } from "vitest";
import type { DissentId, FieldId } from "../../platform/ids.ts";
import { countReview, type Heard, type ReviewBasis, type ReviewFigures } from "./review-figures.ts";

const note = "n" as DissentId;
type Signer = Heard["signers"][number];
const signer = (at: number, more: Partial<Signer> = {}): Signer => ({
  id: note,
  number: 1,
  part: "nodig",
  field: null,
  named: false,
  at,
  ...more,
});
const signers = (n: number, more: Partial<Signer> = {}) => Array.from({ length: n }, (_, at) => signer(at + 1, more));
const at = (moment: number) => new Date(moment);
const count = (heard: Partial<Heard>, before: { figures: ReviewFigures; basis: ReviewBasis } | null = null, now = 1_000) =>
  countReview({ agreed: [], signers: [], ...heard }, before, at(now));

test("fewer than five are said in words, five are counted, and fields are named from five on [RP15]", () => {
  expect(count({ signers: signers(4) }).figures.dissents[0]?.under).toEqual({ status: "few" });
  const five = count({ signers: [...signers(5, { field: "wonen" as FieldId }), signer(9, { field: "zorg" as FieldId })] });
  expect(five.figures.dissents[0]).toMatchObject({ under: { status: "people", people: 6 } });
  // zorg is one: with wonen told, one could subtract
  expect(five.figures.dissents[0]?.fields).toEqual([]);
  expect(count({ signers: signers(5, { field: "wonen" as FieldId }) }).figures.dissents[0]?.fields).toEqual(["wonen"]);
});

test("with a name no number is told, and where a number was told no name comes beside it [RP15]", () => {
  const named = count({ signers: [...signers(6), signer(9, { named: true })] });
  expect(named.figures.dissents[0]?.under).toEqual({ status: "named" });
  const told = count({ signers: signers(6) });
  expect(count({ signers: [...signers(5), signer(6, { named: true })] }, told, 2_000).figures.dissents[0]?.under).toEqual({
    status: "people",
    people: 6,
  });
});

test("a later version moves by five or stays [RP15]", () => {
  const first = count({ signers: signers(4) });
  const one = count({ signers: [...signers(4), signer(1_500)] }, first, 2_000);
  expect(one.figures).toEqual(first.figures);
  const more = [...signers(4), ...Array.from({ length: 5 }, (_, n) => signer(1_500 + n))];
  expect(count({ signers: more }, one, 3_000).figures.dissents[0]?.under).toEqual({ status: "people", people: 9 });
});

test("over all versions, no figure and no difference of two speaks of one to four people [RP12, RP15]", () => {
  const step = fc.record({ come: fc.nat({ max: 7 }), go: fc.nat({ max: 7 }), named: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
      let people: Signer[] = [];
      let before: { figures: ReviewFigures; basis: ReviewBasis } | null = null;
      const told: number[] = [];
      for (const [turn, { come, go, named }] of steps.entries()) {
        const began = (turn + 1) * 1_000;
        people = [...people.slice(go), ...Array.from({ length: come }, (_, n) => signer(began + n, { named: named && n === 0 }))];
        before = count({ signers: people, agreed: people.map((one) => ({ part: "nodig", at: one.at })) }, before, began + 500);
        const [dissent] = before.figures.dissents;
        if (dissent?.under.status === "people") told.push(dissent.under.people);
        for (const { people: n } of before.figures.agreed) told.push(n);
      }
      for (const n of told) expect(n).toBeGreaterThanOrEqual(5);
    }),
  );
});

test("two versions that differ were parted by five people at the least [RP12]", () => {
  fc.assert(
    fc.property(fc.nat({ max: 9 }), fc.nat({ max: 9 }), fc.nat({ max: 9 }), (first, go, come) => {
      const people = signers(first);
      const later = [...people.slice(go), ...Array.from({ length: come }, (_, n) => signer(1_500 + n))];
      const a = count({ signers: people });
      const b = count({ signers: later }, a, 2_000);
      const changed = Math.max(Math.min(go, first), come);
      if (later.length > 0 && first > 0 && changed < 5)
        expect(b.figures.dissents[0]?.under).toEqual(a.figures.dissents[0]?.under);
    }),
  );
});
