import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ContributionId, PersonId } from "../../platform/ids.ts";
import { type MarkedTheme, shownPriorities } from "./priorities.ts";

const people = (...names: string[]) => names as PersonId[];
const need = (number: number, ...who: string[]) => ({ id: `n${number}` as ContributionId, number, people: people(...who) });

describe("where the marks went", () => {
  test("a theme with marks of five people is shown, and its need that five marked", () => {
    const theme = { name: "Tijd", needs: [need(1, "a", "b", "c", "d", "e"), need(2)] };
    expect(shownPriorities([theme])).toEqual({
      themes: [{ name: "Tijd", marks: 5, needs: [{ id: "n1", number: 1, marks: 5 }] }],
      withheld: 0,
    });
  });
  test("six marks of two people are the marks of two people", () => {
    const theme = { name: "Geld", needs: [need(1, "a", "b"), need(2, "a", "b"), need(3, "a", "b")] };
    expect(shownPriorities([theme])).toEqual({ themes: [], withheld: 1 });
  });
  test("a need is not shown when what is left of its theme would speak of fewer than five", () => {
    const theme = { name: "Rust", needs: [need(1, "a", "b", "c", "d", "e", "f"), need(2, "a", "g")] };
    expect(shownPriorities([theme]).themes).toEqual([{ name: "Rust", marks: 8, needs: [] }]);
  });

  test("whatever is marked, no figure and no difference speaks of one to four people", () => {
    const person = fc.constantFrom(..."abcdefghijkl");
    const marked = fc.array(fc.uniqueArray(person, { maxLength: 9 }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(marked, { maxLength: 4 }), (drawn) => {
        let number = 0;
        const themes: MarkedTheme[] = drawn.map((needs, at) => ({
          name: `t${at}`,
          needs: needs.map((who) => need(++number, ...who)),
        }));
        const distinct = (needs: MarkedTheme["needs"]) => new Set(needs.flatMap((one) => one.people)).size;
        for (const { name, marks, needs } of shownPriorities(themes).themes) {
          const truth = themes.find((one) => one.name === name)?.needs ?? [];
          expect(marks).toBe(truth.reduce((sum, one) => sum + one.people.length, 0));
          expect(distinct(truth)).toBeGreaterThanOrEqual(5);
          for (const shown of needs) expect(shown.marks).toBeGreaterThanOrEqual(5);
          const rest = truth.filter((one) => !needs.some(({ id }) => id === one.id));
          const left = needs.length === 0 ? 5 : distinct(rest);
          expect(left === 0 || left >= 5).toBe(true);
        }
      }),
    );
  });
});
