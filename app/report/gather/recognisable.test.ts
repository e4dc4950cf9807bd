import { describe, expect, test } from "vitest";
import { isOfFew, type Known, quotedIn } from "./recognisable.ts";

const people = (n: number, of: Partial<Known>): Known[] =>
  Array.from({ length: n }, () => ({ field: "wonen", party: "praktijk", province: "Limburg", ...of }));
const one = (of: Partial<Known> = {}) => people(1, of)[0] as Known;

describe("who may be known by their field [RP30]", () => {
  test("four of a field from one province are few, five are not", () => {
    expect(isOfFew(one(), people(4, {}))).toBe(true);
    expect(isOfFew(one(), people(5, {}))).toBe(false);
    expect(isOfFew(one(), [...people(4, {}), ...people(9, { province: "Zeeland" })])).toBe(true);
  });

  test("without a province the kind of party counts; without a field there is nothing to know somebody by", () => {
    expect(isOfFew(one({ province: null }), people(5, { province: null }))).toBe(false);
    expect(isOfFew(one({ province: null, party: "bewoner" }), people(5, {}))).toBe(true);
    expect(isOfFew(one({ field: null }), [])).toBe(false);
  });

  test("what is quoted is asked, not what a sentence rests on", () => {
    expect(quotedIn(["> #4\n\nZo is het. [#5]", "> #4\n> #6"])).toEqual([4, 6]);
  });
});
