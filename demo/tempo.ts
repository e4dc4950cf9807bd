import { setTimeout as sleep } from "node:timers/promises";
import type { Random } from "../app/method/random.ts";

/** Waits until it is time for the next of so many things somebody does in a step. Ends every wait when the demo ends. */
export type Tempo = (nth: number, of: number) => Promise<void>;

/** Spreads what somebody does over most of the step, each at a pace of their own. */
export function inTime(seconds: number, chance: Random, signal: AbortSignal): Tempo {
  return (nth, of) => {
    const share = (seconds * 1000) / Math.max(1, of);
    return sleep(share * (nth === 0 ? 0.6 * chance.next() : 0.6 + 0.4 * chance.next()), undefined, { signal });
  };
}

const soonMs = 8_000;
const laterMs = 900_000;

/** For a step that stays: half at once, so that there is something to see, the rest little by little. */
export function lingering(chance: Random, signal: AbortSignal): Tempo {
  return (nth, of) => {
    const share = nth < of / 2 ? (2 * soonMs) / Math.max(1, of) : laterMs / Math.max(1, of);
    return sleep(share * (0.3 + 1.4 * chance.next()), undefined, { signal });
  };
}
