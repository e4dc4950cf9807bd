import { setTimeout as sleep } from "node:timers/promises";

/** Waits for what will come; the time limit of the test is the only one. */
export async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await holds())) await sleep(50);
}
