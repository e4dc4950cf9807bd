import { expect, test } from "vitest";
import { lookUp, type Upward, type UpwardState, weakness, wideLine } from "./weak-line.ts";

// docs/media.md: the rules between brackets.

const wide: Upward = { loss: 0, carries: 900_000, sendsPicture: true };
/** So many seconds of such a line. */
function live(from: UpwardState, seconds: number, line: Partial<Upward>, at = 0): UpwardState {
  let state = from;
  for (let n = 0; n < seconds; n++) {
    const sendsPicture = !state.holds;
    state = lookUp(state, { ...wide, sendsPicture, ...line }, (at + n) * 1_000);
  }
  return state;
}

test("some loss on a wide line, a short dip, and what is not known change nothing [ME6]", () => {
  expect(live(wideLine, 120, { loss: 0.05 }).holds).toBe(false);
  expect(live(wideLine, 120, { loss: 0.12 }).holds).toBe(false);
  expect(live(wideLine, 2, { loss: 0.4, carries: 30_000 }).holds).toBe(false);
  expect(live(wideLine, 120, { loss: null, carries: null }).holds).toBe(false);
  // a browser that begins believes in little
  expect(live(wideLine, 60, { loss: 0, carries: 60_000 }).holds).toBe(false);
});

test("a line that carries no picture sends none, and the voice goes on; it comes back after a calm while [ME19]", () => {
  const held = live(wideLine, 5, { loss: 0.1, carries: 40_000 });
  expect(held).toMatchObject({ holds: true, isBad: false });
  expect(live(held, 8, { loss: 0.08 }, 5).holds).toBe(true);
  expect(live(held, 8, { loss: 0 }, 5).holds).toBe(true);
  expect(live(held, 12, { loss: 0 }, 5).holds).toBe(false);
});

test("what came back too soon comes back later each time [ME19]", () => {
  let state = live(wideLine, 5, { loss: 0.3 });
  let at = 5;
  const waits: number[] = [];
  for (let round = 0; round < 4; round++) {
    let seconds = 0;
    for (; state.holds && seconds < 300; seconds++) state = live(state, 1, { loss: 0 }, at++);
    waits.push(seconds);
    for (let n = 0; !state.holds && n < 10; n++) state = live(state, 1, { loss: 0.3 }, at++);
  }
  expect(waits.toSorted((a, b) => a - b)).toEqual(waits);
  expect(waits[3]).toBeGreaterThan((waits[0] ?? 0) * 3);
});

test("when even the voice gets lost, text is what remains; and it says so until it is better [ME19]", () => {
  const bad = live(wideLine, 12, { loss: 0.4 });
  expect(bad).toMatchObject({ holds: true, isBad: true });
  expect(live(bad, 3, { loss: 0.15 }, 12).isBad).toBe(true);
  expect(live(bad, 3, { loss: 0.02 }, 12).isBad).toBe(false);
});

test("each step has a word of its own", () => {
  const [seen, held, off] = [
    { picture: true, heldBack: false },
    { picture: true, heldBack: true },
    { picture: false, heldBack: false },
  ];
  expect(weakness(wideLine, [seen, off])).toBe("no");
  expect(weakness(wideLine, [seen, held])).toBe("others");
  expect(weakness(wideLine, [held, off])).toBe("others");
  expect(weakness({ holds: true, isBad: false }, [seen])).toBe("own");
  expect(weakness({ holds: true, isBad: false }, [held])).toBe("sound");
  expect(weakness({ holds: true, isBad: false }, [off])).toBe("own");
  expect(weakness({ holds: true, isBad: true }, [seen])).toBe("text");
});
