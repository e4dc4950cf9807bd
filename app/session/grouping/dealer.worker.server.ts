import { parentPort } from "node:worker_threads";
import type { Asked } from "../../platform/database/asking.server.ts";
import { makeRound, type Round } from "../group/round.ts";

// Deals beside the server, so that a thousand screens do not wait for it.
parentPort?.on("message", ({ id, question }: Asked<Round>) => {
  try {
    parentPort?.postMessage({ id, done: makeRound(question) });
  } catch (fault) {
    parentPort?.postMessage({ id, fault: (fault as Error).message });
  }
});
