import { expect } from "vitest";
import { isLong } from "./runs.ts";

/** Says how long it took. A machine that is busy is no fault: only `npm run test:long`, on a quiet one, holds it to the time. */
export function expectWithin(mostMs: number, what: string, tookMs: number): void {
  console.error(`${what}: ${Math.round(tookMs)} ms`);
  if (isLong) expect(tookMs, what).toBeLessThan(mostMs);
}
