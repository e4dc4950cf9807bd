import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ContributionId } from "../../platform/ids.ts";
import { type Markable, markedAtOnce, seekingIn, toMark } from "./to-mark.ts";

const need = (n: number, more: Partial<Markable> = {}): Markable => ({
  id: `need-${n}` as ContributionId,
  number: n,
  text: `Behoefte ${n}`,
  field: n % 2 ? "Wonen" : "Opvoeding",
  shape: n % 2 ? 2 : 1,
  sameAs: null,
  ...more,
});
const hall = Array.from({ length: 200 }, (_, n) => need(n + 1));
const everything = seekingIn(new URLSearchParams());

describe("what one can weigh [SL17]", () => {
  test("a part at a time, in an order of one's own, and all of it in the end", () => {
    const anna = toMark(hall, "anna", [], everything);
    expect(anna.needs).toHaveLength(markedAtOnce);
    expect(anna).toMatchObject({ found: 200, total: 200 });
    expect(toMark(hall, "bram", [], everything).needs).not.toEqual(anna.needs);
    const more = toMark(hall, "anna", [], { ...everything, most: 120 });
    expect(more.needs.slice(0, markedAtOnce)).toEqual(anna.needs);
    expect(new Set(toMark(hall, "anna", [], { ...everything, most: 240 }).needs)).toEqual(new Set(hall));
  });

  test("each need is about as often among the first", () => {
    const first = new Map<number, number>();
    for (let n = 0; n < 600; n++)
      for (const { number } of toMark(hall, `person ${n}`, [], everything).needs) first.set(number, (first.get(number) ?? 0) + 1);
    // 600 x 60 / 200 = 180 each, with a standard deviation of 11
    for (const { number } of hall) expect(Math.abs((first.get(number) ?? 0) - 180)).toBeLessThan(60);
  });

  test("found by field and by words, without accents and capitals", () => {
    const found = toMark([...hall, need(201, { text: "Eén vast Gezicht" })], "anna", [], {
      ...everything,
      words: " GEZICHT een ",
    });
    expect(found.needs.map(({ number }) => number)).toEqual([201]);
    expect(toMark(hall, "anna", [], { ...everything, field: "Wonen" })).toMatchObject({ found: 100, total: 200 });
    expect(toMark(hall, "anna", [], { ...everything, words: "niets daarvan" }).needs).toEqual([]);
    expect(toMark(hall, "anna", [], everything).fields.map(({ name }) => name)).toEqual(["Opvoeding", "Wonen"]);
  });

  test("what one marked stands apart; other words for a need that is here weigh with it", () => {
    const all = [need(1), need(2, { sameAs: "need-1" as ContributionId }), need(3, { sameAs: "gone" as ContributionId })];
    const mine = toMark(all, "anna", ["need-1", "hidden"], everything);
    expect(mine.chosen.map(({ number }) => number)).toEqual([1]);
    expect(mine.gone).toEqual(["hidden"]);
    expect(mine.needs.map(({ number }) => number)).toEqual([3]);
    expect(toMark([], "anna", [], everything)).toEqual({ chosen: [], gone: [], needs: [], found: 0, fields: [], total: 0 });
  });

  test("whatever stands in the address, it is a question", () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), fc.string(), fc.string(), (query, tot, words) => {
        const asked = seekingIn(new URLSearchParams(`${query}&tot=${tot}&zoek=${words}`));
        expect(asked.most).toBeGreaterThanOrEqual(markedAtOnce);
        expect(asked.words.length).toBeLessThanOrEqual(100);
        expect(toMark(hall, "anna", [], asked).needs.length).toBeLessThanOrEqual(asked.most);
      }),
    );
  });
});
