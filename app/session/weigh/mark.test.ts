import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { marksEach, ownOrder, setMark } from "./mark.ts";

const need = fc.constantFrom("a", "b", "c", "d", "e", "f");

describe("three marks", () => {
  test("whatever is pressed, nobody has more than three, and none twice", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(need, fc.boolean()), { maxLength: 60 }), (presses) => {
        let marks: readonly string[] = [];
        for (const [id, on] of presses) {
          const outcome = setMark(marks, id, on);
          if (outcome.status === "done") marks = outcome.marks;
          if (outcome.status === "none-left") expect(marks).toHaveLength(marksEach);
          else expect(marks.includes(id)).toBe(on);
          expect(marks.length).toBeLessThanOrEqual(marksEach);
          expect(new Set(marks).size).toBe(marks.length);
        }
      }),
    );
  });

  test("given and taken back leaves what was", () => {
    fc.assert(
      fc.property(fc.uniqueArray(need, { maxLength: 2 }), need, (marks, id) => {
        fc.pre(!marks.includes(id));
        const given = setMark(marks, id, true);
        expect(given.status === "done" && setMark(given.marks, id, false)).toEqual({ status: "done", marks });
      }),
    );
  });

  test("pressed twice counts once", () => {
    expect(setMark(["a"], "a", true)).toEqual({ status: "already" });
    expect(setMark(["a"], "b", false)).toEqual({ status: "already" });
    expect(setMark(["a", "b", "c"], "d", true)).toEqual({ status: "none-left" });
  });
});

describe("an order of one's own", () => {
  const needs = Array.from({ length: 40 }, (_, i) => ({ id: `need-${i}` }));
  test("is the same at each visit, complete, and differs between people", () => {
    const mine = ownOrder(needs, "me");
    expect(ownOrder([...needs].reverse(), "me")).toEqual(mine);
    expect(new Set(mine)).toEqual(new Set(needs));
    expect(ownOrder(needs, "you")).not.toEqual(mine);
  });

  test("over many people no need stands first more than its share", () => {
    const firsts = new Map<string, number>();
    for (let person = 0; person < 2000; person++) {
      const first = ownOrder(needs, `person-${person}`)[0]?.id ?? "";
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    expect(Math.max(...firsts.values())).toBeLessThan(120);
  });
});
