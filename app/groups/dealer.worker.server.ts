import { parentPort } from "node:worker_threads";
import { makeRound, type Round } from "./round.ts";

// Deals beside the server, so that a thousand screens do not wait for it.
parentPort?.on("message", ({ id, round }: { id: number; round: Round }) => {
  try {
    parentPort?.postMessage({ id, made: makeRound(round) });
  } catch (fault) {
    parentPort?.postMessage({ id, fault: (fault as Error).message });
  }
});
