import { parentPort, workerData } from "node:worker_threads";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { makeSplitter } from "../../method/text/compounds.ts";
import { readLexicon } from "../../method/text/lexicon.server.ts";
import type { Asked } from "../../platform/database/asking.server.ts";
import { type Adviser, makeAdviser } from "./adviser.server.ts";
import { makeEmbedder } from "./embeddings.server.ts";
import { buffersOf, type PackedAdvice, type Unchanged } from "./packed-advice.ts";

export interface WorkerData {
  readonly config: pg.PoolConfig;
  readonly embeddingsUrl: string | null;
}

// A thread of its own, with a line of its own to the database: texts never pass by the event loop that serves pages.
const { config, embeddingsUrl } = workerData as WorkerData; // what suggesting.server.ts gives
const pool = new pg.Pool({ ...config, max: 1 });
pool.on("error", () => {});
pool.on("connect", (client) => {
  client.on("error", () => {});
});
const embedder = embeddingsUrl === null ? null : makeEmbedder(embeddingsUrl, (log) => parentPort?.postMessage({ log }));
const adviser = makeAdviser(drizzle(pool), { split: makeSplitter(readLexicon()) }, embedder);
let turn = Promise.resolve();

/** A method of the adviser with what it takes. */
export type Question = {
  [Name in keyof Adviser]: { readonly ask: Name; readonly args: Parameters<Adviser[Name]> };
}[keyof Adviser];

parentPort?.on("message", ({ id, question }: Asked<Question>) => {
  turn = turn.then(async () => {
    try {
      const method = adviser[question.ask] as (...args: Question["args"]) => Promise<unknown>; // the two belong together
      const done = await method(...question.args);
      parentPort?.postMessage({ id, done }, question.ask === "all" ? buffersOf(done as PackedAdvice | Unchanged) : []);
    } catch (fault) {
      const { name, code } = fault as NodeJS.ErrnoException;
      parentPort?.postMessage({ id, fault: `${name} ${code ?? ""}`.trim() });
    }
  });
});
