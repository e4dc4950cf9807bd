import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StepId } from "../../platform/ids.ts";
import { stepKinds } from "../../prepare/run-sheet/step.ts";
import { stepsOfTemplate } from "../../prepare/run-sheet/templates/templates.ts";
import { type Coming, catchUp, floorOf, isProtected } from "./catch-up.ts";

const morning = stepsOfTemplate("online-dialogue", "nl").map((one, at): Coming => ({ ...one, id: `${at}` as StepId }));
/** What is cut, by kind, in minutes. */
const told = (coming: readonly Coming[], minutes: number) =>
  catchUp(coming, minutes * 60).cuts.map(({ id, from, to }) => [coming.find((one) => one.id === id)?.kind, from / 60, to / 60]);

describe("what to shorten when a session runs late", () => {
  test("nothing when it fits", () => {
    expect(catchUp(morning, 0)).toEqual({ cuts: [], wonSeconds: 0, stillSeconds: 0 });
    expect(catchUp(morning, -300)).toEqual({ cuts: [], wonSeconds: 0, stillSeconds: 0 });
  });

  test("the step with the most to spare first, and no more of them than are needed", () => {
    expect(told(morning.slice(2), 5)).toEqual([["group", 23, 18]]);
    expect(told(morning.slice(2), 9)).toEqual([
      ["group", 23, 16],
      ["prioritise", 10, 8],
    ]);
  });

  test("the break and the practice check are whole; what is over after all is said", () => {
    const late = catchUp(morning.slice(4), 20 * 60);
    expect(told(morning.slice(4), 20)).toEqual([
      ["prioritise", 10, 5],
      ["plenary", 10, 5],
      ["close", 5, 3],
    ]);
    expect([late.wonSeconds, late.stillSeconds]).toEqual([12 * 60, 8 * 60]);
  });

  test("an organiser who says that the practice check can do with less lets it give last", () => {
    const allowed = morning.slice(4).map((one) => (one.kind === "practice-check" ? { ...one, leastSeconds: 15 * 60 } : one));
    expect(told(allowed, 11).some(([kind]) => kind === "practice-check")).toBe(false);
    expect(told(allowed, 20)).toContainEqual(["practice-check", 25, 17]);
  });

  const step = fc.record({
    kind: fc.constantFrom(...stepKinds),
    seconds: fc.integer({ min: 1, max: 3000 }),
    leastSeconds: fc.option(fc.integer({ min: 1, max: 3000 })),
  });
  const coming = fc
    .array(step, { maxLength: 12 })
    .map((some) => some.map((one, at): Coming => ({ ...one, id: `${at}` as StepId })));

  test("the sum meets the end where it can; where it cannot, every step is as short as it may be and the rest is told", () => {
    fc.assert(
      fc.property(coming, fc.integer({ min: 0, max: 7200 }), (steps, late) => {
        const { cuts, wonSeconds, stillSeconds } = catchUp(steps, late);
        const after = steps.map((one) => ({ ...one, seconds: cuts.find(({ id }) => id === one.id)?.to ?? one.seconds }));
        const sum = (some: readonly Coming[]) => some.reduce((all, { seconds }) => all + seconds, 0);
        expect(sum(after)).toBe(sum(steps) - wonSeconds);
        expect(stillSeconds).toBe(Math.max(0, late - wonSeconds));
        // by the minute: never more than needed
        expect(wonSeconds).toBeLessThan(late + 60);
        for (const [at, { seconds }] of after.entries()) {
          expect(seconds).toBeGreaterThanOrEqual(floorOf(steps[at] as Coming));
          if (stillSeconds > 0) expect(seconds - floorOf(steps[at] as Coming)).toBeLessThan(60);
        }
      }),
    );
  });

  test("what is protected gives only what was allowed, and only after the others gave all they had", () => {
    fc.assert(
      fc.property(coming, fc.integer({ min: 0, max: 7200 }), (steps, late) => {
        const { cuts } = catchUp(steps, late);
        const now = (one: Coming) => cuts.find(({ id }) => id === one.id)?.to ?? one.seconds;
        for (const one of steps.filter(({ kind }) => isProtected(kind))) {
          if (one.leastSeconds === null) expect(now(one)).toBe(one.seconds);
          if (now(one) < one.seconds)
            for (const other of steps.filter(({ kind }) => !isProtected(kind)))
              expect(now(other) - floorOf(other)).toBeLessThan(60);
        }
      }),
    );
  });

  test("what was proposed and done asks for nothing more", () => {
    fc.assert(
      fc.property(coming, fc.integer({ min: 0, max: 7200 }), (steps, late) => {
        const first = catchUp(steps, late);
        const after = steps.map((one) => ({ ...one, seconds: first.cuts.find(({ id }) => id === one.id)?.to ?? one.seconds }));
        expect(catchUp(after, late - first.wonSeconds).cuts).toEqual([]);
      }),
    );
  });
});
