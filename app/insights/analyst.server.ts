import path from "node:path";
import { Worker } from "node:worker_threads";
import type pg from "pg";
import type { DialogueId } from "../ids.ts";
import { projectRoot } from "../platform/root.server.ts";
import type { Analysed } from "./analyse.server.ts";

export interface Analyst {
  /** Analyses anew in the worker, one dialogue after another, when ballots changed. */
  update(dialogueId: DialogueId): Promise<Analysed>;
  close(): Promise<void>;
}

// Node runs the source: a built server has no file of its own for a worker.
const source = path.join(projectRoot, "app/insights/analysis.worker.server.ts");

type Answer = { readonly id: number } & ({ readonly done: Analysed } | { readonly fault: string });
type Waiting = { readonly resolve: (done: Analysed) => void; readonly reject: (fault: Error) => void };

/** The thread in which this process analyses; begun with the first question, and again after a fault that ended it. */
export function openAnalyst(config: pg.PoolConfig): Analyst {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let last = 0;
  let closed = false;

  function start(): Worker {
    const made = new Worker(source, { workerData: config });
    made.unref();
    made.on("message", (answer: Answer) => {
      const one = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ("done" in answer) one?.resolve(answer.done);
      else one?.reject(new Error(answer.fault));
    });
    const end = (fault: Error) => {
      if (worker !== made) return;
      worker = null;
      for (const { reject } of waiting.values()) reject(fault);
      waiting.clear();
    };
    made.on("error", end);
    made.on("exit", () => end(new Error("the worker ended")));
    return made;
  }

  return {
    update(dialogueId) {
      if (closed) return Promise.reject(new Error("closed"));
      worker ??= start();
      const at = worker;
      const id = ++last;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        at.postMessage({ id, dialogueId });
      });
    },
    async close() {
      closed = true;
      await worker?.terminate();
    },
  };
}
