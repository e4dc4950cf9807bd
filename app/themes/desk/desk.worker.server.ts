import { parentPort, workerData } from "node:worker_threads";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Asked } from "../../platform/database/asking.server.ts";
import { type DeskKeeper, makeDeskKeeper } from "../board/desk-keeper.server.ts";

/** A method of the keeper with what it takes. */
export type DeskQuestion = {
  [Name in keyof DeskKeeper]: { readonly ask: Name; readonly args: Parameters<DeskKeeper[Name]> };
}[keyof DeskKeeper];

// A thread of its own, with a line of its own to the database: thousands of needs never pass by the event loop that serves pages.
const pool = new pg.Pool({ ...(workerData as { config: pg.PoolConfig }).config, max: 1 }); // what desks.server.ts gives
pool.on("error", () => {});
pool.on("connect", (client) => {
  client.on("error", () => {});
});
const keeper = makeDeskKeeper(drizzle(pool));
let turn = Promise.resolve();

parentPort?.on("message", ({ id, question }: Asked<DeskQuestion>) => {
  turn = turn.then(async () => {
    try {
      const method = keeper[question.ask] as (...args: DeskQuestion["args"]) => Promise<unknown>; // the two belong together
      parentPort?.postMessage({ id, done: await method(...question.args) });
    } catch (fault) {
      const { name, code } = fault as NodeJS.ErrnoException;
      parentPort?.postMessage({ id, fault: `${name} ${code ?? ""}`.trim() });
    }
  });
});
