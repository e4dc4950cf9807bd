import fc from "fast-check";
import { expect, test } from "vitest";
import { type Edge, smallestCut } from "./smallest-cut.ts";

const edge = (from: string, to: string, people: number): Edge => ({ from, to, people });

test("finds the weakest tie", () => {
  const cut = smallestCut([edge("a", "b", 9), edge("b", "c", 2), edge("c", "d", 9)]);
  expect(cut?.people).toBe(2);
  expect([...(cut?.side ?? [])].sort().join("")).toMatch(/^(ab|cd)$/);
});

test("pieces that are apart are looked at one by one; without people there is nothing to cut", () => {
  expect(smallestCut([edge("a", "b", 9), edge("c", "d", 6)])?.people).toBe(6);
  expect(smallestCut([edge("a", "b", 0)])).toBeUndefined();
  expect(smallestCut([])).toBeUndefined();
});

test("equals trying every side", () => {
  const points = ["a", "b", "c", "d", "e", "f"];
  const anyEdges = fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom("d", "e", "f"), fc.nat(9)), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(anyEdges, (list) => {
      const edges = list.map(([from, to, people]) => edge(from, to, people));
      let lowest: number | undefined;
      for (let mask = 1; mask < 63; mask++) {
        const side = new Set(points.filter((_, i) => (mask >> i) & 1));
        const crossing = edges.filter(({ from, to, people }) => people > 0 && side.has(from) !== side.has(to));
        const people = crossing.reduce((sum, { people }) => sum + people, 0);
        if (people > 0 && (lowest === undefined || people < lowest)) lowest = people;
      }
      expect(smallestCut(edges)?.people).toBe(lowest);
    }),
  );
});
