import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Announced,
  announce,
  type ClockCommand,
  type ClockState,
  command,
  leftMs,
  offsetOf,
  plan,
  sampled,
  startClock,
} from "./clock.ts";

const steps = [{ seconds: 600 }, { seconds: 1200 }, { seconds: 420 }];
const begun = startClock(steps, 0) as ClockState;

function give(state: ClockState, order: ClockCommand, now: number): ClockState {
  const outcome = command(state, steps, order, now);
  if (outcome.status !== "done") throw new Error(JSON.stringify(outcome));
  return outcome.state;
}

describe("steering", () => {
  test("next begins the following step with its own time", () => {
    expect(give(begun, { type: "next", seenTurn: 1 }, 500_000)).toEqual({
      turn: 2,
      stepIndex: 1,
      startedAt: 500_000,
      endsAt: 1_700_000,
      pausedLeftMs: null,
      finishedAt: null,
    });
  });

  test("a double click on next moves once", () => {
    const next = give(begun, { type: "next", seenTurn: 1 }, 10);
    expect(command(next, steps, { type: "next", seenTurn: 1 }, 20)).toEqual({ status: "already-done" });
  });

  test("two facilitators who press at the same turn: the first counts", () => {
    const extended = give(begun, { type: "extend", seconds: 120, seenTurn: 1 }, 10);
    expect(command(extended, steps, { type: "finish", seenTurn: 1 }, 11)).toEqual({ status: "already-done" });
    expect(extended.endsAt).toBe(720_000);
  });

  test("there is nothing before the first step, nor after the last", () => {
    expect(command(begun, steps, { type: "back", seenTurn: 1 }, 0)).toEqual({ status: "refused", code: "first-step" });
    const last = give(begun, { type: "goTo", stepIndex: 2, seenTurn: 1 }, 0);
    expect(command(last, steps, { type: "next", seenTurn: 2 }, 0)).toEqual({ status: "refused", code: "last-step" });
    expect(command(begun, steps, { type: "goTo", stepIndex: 3, seenTurn: 1 }, 0)).toEqual({
      status: "refused",
      code: "no-such-step",
    });
    expect(command(begun, steps, { type: "goTo", stepIndex: 0, seenTurn: 1 }, 0)).toEqual({ status: "already-done" });
  });

  test("extending a step whose time is over counts from now", () => {
    expect(give(begun, { type: "extend", seconds: 120, seenTurn: 1 }, 700_000).endsAt).toBe(820_000);
  });

  test("shortening never ends a step in the past", () => {
    expect(give(begun, { type: "shorten", seconds: 300, seenTurn: 1 }, 500_000).endsAt).toBe(500_000);
    expect(command(begun, steps, { type: "shorten", seconds: 60, seenTurn: 1 }, 600_000)).toEqual({
      status: "refused",
      code: "time-is-over",
    });
  });

  test("a pause keeps what is left, also when extended meanwhile", () => {
    const paused = give(begun, { type: "pause", seenTurn: 1 }, 400_000);
    expect(leftMs(paused, 900_000)).toBe(200_000);
    const more = give(paused, { type: "extend", seconds: 60, seenTurn: 2 }, 900_000);
    expect(give(more, { type: "resume", seenTurn: 3 }, 1_000_000).endsAt).toBe(1_260_000);
    expect(command(paused, steps, { type: "pause", seenTurn: 2 }, 1)).toEqual({ status: "already-done" });
    expect(command(begun, steps, { type: "resume", seenTurn: 1 }, 1)).toEqual({ status: "already-done" });
  });

  test("seconds are whole, above zero and an hour at most", () => {
    for (const seconds of [0, -5, 1.5, 3601, Number.NaN])
      expect(command(begun, steps, { type: "extend", seconds, seenTurn: 1 }, 0)).toEqual({ status: "refused", code: "seconds" });
  });

  test("after the finish nothing moves", () => {
    const finished = give(begun, { type: "finish", seenTurn: 1 }, 5000);
    expect(finished.finishedAt).toBe(5000);
    expect(command(finished, steps, { type: "next", seenTurn: 2 }, 6000)).toEqual({ status: "refused", code: "finished" });
    expect(command(finished, steps, { type: "finish", seenTurn: 2 }, 6000)).toEqual({ status: "already-done" });
  });

  test("a turn that was never given out is refused", () => {
    expect(command(begun, steps, { type: "next", seenTurn: 7 }, 0)).toEqual({ status: "refused", code: "unknown-turn" });
  });

  test("no steps, no clock", () => {
    expect(startClock([], 0)).toBeNull();
  });
});

const order = fc.record({
  type: fc.constantFrom("next", "back", "goTo", "extend", "shorten", "pause", "resume", "finish"),
  stepIndex: fc.integer({ min: -1, max: 4 }),
  seconds: fc.integer({ min: -10, max: 900 }),
  old: fc.integer({ min: 0, max: 2 }),
  wait: fc.integer({ min: 0, max: 900_000 }),
});

describe("whatever is pressed", () => {
  test("turns rise by one, no step ends before the moment of the command, old turns change nothing", () => {
    fc.assert(
      fc.property(fc.array(order, { maxLength: 40 }), (orders) => {
        let state = begun;
        let now = 0;
        for (const { old, wait, ...rest } of orders) {
          now += wait;
          const seenTurn = state.turn - old;
          const outcome = command(state, steps, { ...rest, seenTurn } as ClockCommand, now);
          if (old > 0) expect(outcome).toEqual({ status: "already-done" });
          if (outcome.status !== "done") continue;
          expect(outcome.state.turn).toBe(state.turn + 1);
          if (rest.type !== "pause" && outcome.state.pausedLeftMs === null)
            expect(outcome.state.endsAt).toBeGreaterThanOrEqual(now);
          expect(steps[outcome.state.stepIndex]).toBeDefined();
          expect(leftMs(outcome.state, now)).toBeGreaterThanOrEqual(0);
          state = outcome.state;
        }
      }),
    );
  });

  test("the same command sent twice counts once", () => {
    fc.assert(
      fc.property(order, ({ wait, old: _, ...rest }) => {
        const press = { ...rest, seenTurn: begun.turn } as ClockCommand;
        const once = command(begun, steps, press, wait);
        if (once.status === "done") expect(command(once.state, steps, press, wait + 1)).toEqual({ status: "already-done" });
      }),
    );
  });
});

describe("the plan", () => {
  test("a step that runs late pushes all later ones", () => {
    const late = plan(steps, begun, 660_000, 2_220_000);
    expect(late.steps).toEqual([
      { index: 0, startsAt: 0, endsAt: 660_000, leftSeconds: 600 },
      { index: 1, startsAt: 660_000, endsAt: 1_860_000, leftSeconds: 1140 },
      { index: 2, startsAt: 1_860_000, endsAt: 2_280_000, leftSeconds: 360 },
    ]);
    expect([late.overrunSeconds, late.spareSeconds]).toEqual([60, 0]);
  });

  test("on time there is no overrun, early there is time to spare", () => {
    expect(plan(steps, begun, 100_000, 2_220_000)).toMatchObject({ overrunSeconds: 0, spareSeconds: 0, endsAt: 2_220_000 });
    const early = give(begun, { type: "next", seenTurn: 1 }, 300_000);
    expect(plan(steps, early, 300_000, 2_220_000).spareSeconds).toBe(300);
  });

  test("when finished there is nothing to come", () => {
    const finished = give(begun, { type: "finish", seenTurn: 1 }, 5000);
    expect(plan(steps, finished, 9000, 2_220_000)).toMatchObject({ steps: [], endsAt: 5000 });
  });

  test("steps join without gaps and last as long as they should", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 60, max: 3600 }), { minLength: 1 }), fc.nat(9_000_000), (seconds, now) => {
        const list = seconds.map((s) => ({ seconds: s }));
        const planned = plan(list, startClock(list, 0) as ClockState, now, 0).steps;
        expect(planned).toHaveLength(list.length);
        planned.slice(1).forEach((step, i) => {
          expect(step.startsAt).toBe(planned[i]?.endsAt);
          expect(step.endsAt - step.startsAt).toBe((seconds[step.index] ?? 0) * 1000);
        });
      }),
    );
  });
});

describe("announcements", () => {
  /** What is said, with the time left then. */
  function hear(lefts: readonly number[], begin: Announced = { step: "a", said: null }): (readonly [number, 60 | 10])[] {
    let at = begin;
    return lefts.flatMap((left) => {
      const { say, now } = announce(at, "a", left * 1000);
      at = now;
      return say ? [[left, say] as const] : [];
    });
  }

  test("at a minute and at ten seconds, not long after", () => {
    const due = [61, 60, 55.5, 55, 30, 10.1, 10, 6.5, 6, 0, -5].map((left) => hear([left])[0]?.[1] ?? null);
    expect(due).toEqual([null, 60, 60, null, null, null, 10, 10, null, null, null]);
  });

  test("who looks every second hears each once, also when it stands still for a moment or looks again", () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 600 }), fc.array(fc.nat(600), { maxLength: 20 }), (whole, again) => {
        const lefts = Array.from({ length: whole }, (_, at) => whole - at);
        const looked = lefts.flatMap((left) => (again.includes(left) ? [left, left - 0.1] : [left]));
        expect(hear(looked).map(([, say]) => say)).toEqual([60, 10]);
      }),
    );
  });

  test("a page that is loaded again goes on from what was said", () => {
    expect(hear([58, 57], { step: "a", said: 60 })).toEqual([]);
    expect(hear([9, 8], { step: "a", said: 10 })).toEqual([]);
    expect(hear([9], { step: "a", said: 60 })).toEqual([[9, 10]]);
    expect(hear([58], { step: "the one before", said: 10 })).toEqual([[58, 60]]);
  });

  test("made longer, it comes again", () => {
    expect(hear([60, 30, 150, 60, 10, 40, 10])).toEqual([
      [60, 60],
      [60, 60],
      [10, 10],
      [10, 10],
    ]);
  });
});

describe("the offset of a browser's clock", () => {
  test("is exact when both ways take as long", () => {
    fc.assert(
      fc.property(fc.integer({ min: -5e6, max: 5e6 }), fc.array(fc.nat(2000), { minLength: 1 }), (offset, trips) => {
        const samples = trips.map((trip) => ({ sentAt: 0, serverAt: offset + trip / 2, receivedAt: trip }));
        expect(offsetOf(samples)).toBeCloseTo(offset);
      }),
    );
  });

  test("is off by half the slowest of the quick trips at most", () => {
    const trips = fc.array(fc.record({ out: fc.nat(3000), back: fc.nat(3000) }), { minLength: 5 });
    fc.assert(
      fc.property(fc.integer({ min: -5e6, max: 5e6 }), trips, (offset, list) => {
        const samples = list.map((t) => ({ sentAt: 100, serverAt: 100 + offset + t.out, receivedAt: 100 + t.out + t.back }));
        const fifth = list.map((t) => t.out + t.back).sort((a, b) => a - b)[4] ?? 0;
        expect(Math.abs(offsetOf(samples) - offset)).toBeLessThanOrEqual(fifth / 2);
      }),
    );
  });

  test("without samples, or with a clock that was set back, it is zero", () => {
    expect(offsetOf([])).toBe(0);
    expect(offsetOf([{ sentAt: 10, serverAt: 99, receivedAt: 5 }])).toBe(0);
  });
});

describe("the clock while a browser follows", () => {
  const trip = (sentAt: number, ms: number, offset: number) => ({
    sentAt,
    serverAt: sentAt + ms / 2 + offset,
    receivedAt: sentAt + ms,
  });
  const follow = (samples: readonly ReturnType<typeof trip>[]) =>
    samples.reduce((held, one) => sampled(held.samples, one), { samples: [], offset: 0 } as ReturnType<typeof sampled>);

  test("keeps the last twelve round trips, so that a drift is followed", () => {
    const drifting = Array.from({ length: 40 }, (_, at) => trip(at * 5_000, 40, 300_000 + at * 10));
    const held = follow(drifting);
    expect(held.samples).toHaveLength(12);
    expect(held.offset).toBeGreaterThan(300_280);
  });
  test("a clock that was put right meanwhile counts from there, and nothing of before is left", () => {
    const held = follow([...[0, 1, 2, 3].map((at) => trip(at * 5_000, 40, 300_000)), trip(320_000, 60, 0)]);
    expect(held).toEqual({ samples: [trip(320_000, 60, 0)], offset: 0 });
  });
  test("one slow answer is no other clock", () => {
    const slow = { sentAt: 20_000, serverAt: 20_050 + 7_000, receivedAt: 29_000 };
    const held = follow([...[0, 1, 2].map((at) => trip(at * 5_000, 40, 7_000)), slow]);
    expect(held.samples).toHaveLength(4);
    expect(held.offset).toBeCloseTo(7_000);
  });
  test("an answer from before its question tells nothing, and makes what was known doubtful", () => {
    const before = [trip(0, 40, 500), trip(5_000, 40, 500)];
    expect(sampled(before, { sentAt: 10_000, serverAt: 1, receivedAt: 9_000 })).toEqual({ samples: [], offset: 0 });
  });
});
