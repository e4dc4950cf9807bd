import fc from "fast-check";
import { expect, test } from "vitest";
import { random } from "../random.ts";
import { importance, nextInsight, priority, type Shown, viewsFirst } from "./priority.ts";

test("[OG11] equals the formula, worked by hand", () => {
  // (1 - 3/12) x 2.5 x 7/12 = 1.09375; x (1 + 8 x 2^-2) = 3.28125; squared
  const insight = { id: "a", seen: 10, agree: 6, skip: 2, extremity: 1.5 };
  expect(importance(insight)).toBeCloseTo(1.09375, 12);
  expect(priority(insight)).toBeCloseTo(3.28125 ** 2, 10);
  // nothing known: (1 - 1/2) x 1 x 1/2 = 0.25; x 9
  expect(priority({ id: "b", seen: 0, agree: 0, skip: 0, extremity: 0 })).toBeCloseTo(2.25 ** 2, 12);
});

test("[OG11] after the floor insights are drawn in proportion to priority", () => {
  const insights = [
    { id: "a", seen: 40, agree: 30, skip: 2, extremity: 1 },
    { id: "b", seen: 20, agree: 10, skip: 5, extremity: 0.5 },
    { id: "c", seen: 60, agree: 6, skip: 30, extremity: 0 },
  ];
  const chance = random(1);
  const drawn = Array.from({ length: 20_000 }, () => nextInsight(insights, chance)!.id);
  const total = insights.reduce((sum, one) => sum + priority(one), 0);
  for (const one of insights) expect(drawn.filter((id) => id === one.id).length / 20_000).toBeCloseTo(priority(one) / total, 1);
});

test("[OG11] each insight gets its floor of views first, however people arrive", () => {
  const arrivals = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 30, maxLength: 80 });
  fc.assert(
    fc.property(arrivals, fc.integer(), (appetites, seed) => {
      const chance = random(seed);
      // one that everybody likes and many that nobody does: the formula alone would show the first
      const insights: Shown[] = Array.from({ length: 12 }, (_, i) => ({
        id: `s${i}`,
        seen: 0,
        agree: 0,
        skip: 0,
        extremity: i === 0 ? 5 : 0,
      }));
      for (const appetite of appetites) {
        const seenBefore = new Set<string>();
        for (let one = 0; one < appetite; one++) {
          const unseen = insights.filter(({ id }) => !seenBefore.has(id));
          const next = nextInsight(unseen, chance)!;
          const behind = unseen.filter(({ seen }) => seen < viewsFirst);
          if (behind.length > 0) expect(next.seen).toBe(Math.min(...unseen.map(({ seen }) => seen)));
          seenBefore.add(next.id);
          const at = insights.findIndex(({ id }) => id === next.id);
          insights[at] = { ...next, seen: next.seen + 1, agree: next.agree + (at === 0 ? 1 : 0) };
        }
      }
      const views = appetites.reduce((sum, one) => sum + one, 0);
      // nobody sees one twice, so the spread is at most one person's worth where the floor is not reached
      if (views < 12 * viewsFirst) expect(Math.max(...insights.map(({ seen }) => seen))).toBeLessThanOrEqual(viewsFirst + 1);
    }),
  );
});

test("[OG11] nothing unseen is nothing to show", () => {
  expect(nextInsight([], random(1))).toBeUndefined();
});
