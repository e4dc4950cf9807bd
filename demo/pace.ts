import { setTimeout as sleep } from "node:timers/promises";

/** Time as the bots live it. Ends every wait when the demo ends. */
export interface Pace {
  readonly signal: AbortSignal;
  /** waits so many seconds of the morning */
  wait(seconds: number): Promise<void>;
  /** waits a while between the two, in seconds of the morning */
  ponder(least: number, most: number): Promise<void>;
}

export function makePace(speed: number, signal: AbortSignal, random: () => number): Pace {
  const wait = (seconds: number) => sleep((Math.max(0, seconds) * 1000) / speed, undefined, { signal });
  return { signal, wait, ponder: (least, most) => wait(least + random() * (most - least)) };
}
