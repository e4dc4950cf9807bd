import { parentPort, workerData } from "node:worker_threads";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Asked } from "../../platform/database/asking.server.ts";
import type { DialogueId } from "../../platform/ids.ts";
import { updateAnalysis } from "./analyse.server.ts";

// A thread of its own, with a line of its own to the database: ballots, sums and results never pass by the event loop that serves pages.
const pool = new pg.Pool({ ...(workerData as pg.PoolConfig), max: 1 });
pool.on("error", () => {});
pool.on("connect", (client) => {
  client.on("error", () => {});
});
const db = drizzle(pool);
let turn = Promise.resolve();

parentPort?.on("message", ({ id, question: dialogueId }: Asked<DialogueId>) => {
  turn = turn.then(async () => {
    try {
      parentPort?.postMessage({ id, done: await updateAnalysis(db, dialogueId) });
    } catch (fault) {
      const { name, code } = fault as NodeJS.ErrnoException;
      parentPort?.postMessage({ id, fault: `${name} ${code ?? ""}`.trim() });
    }
  });
});
