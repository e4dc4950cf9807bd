import path from "node:path";
import { Worker } from "node:worker_threads";
import { projectRoot } from "../platform/root.server.ts";
import type { MadeRound, Round } from "./round.ts";

// Node runs the source: a built server has no file of its own for a worker.
const source = path.join(projectRoot, "app/groups/dealer.worker.server.ts");

type Answer<I extends string> = { readonly id: number } & ({ readonly made: MadeRound<I> } | { readonly fault: string });
type Waiting = { readonly resolve: (made: MadeRound<never>) => void; readonly reject: (fault: Error) => void };

let worker: Worker | null = null;
let last = 0;
const waiting = new Map<number, Waiting>();

/** Makes a round in the one thread of this process that deals; begun with the first, and again after a fault that ended it. */
export function makeRoundAside<I extends string, A extends string>(round: Round<I, A>): Promise<MadeRound<I>> {
  worker ??= start();
  const at = worker;
  const id = ++last;
  return new Promise<MadeRound<I>>((resolve, reject) => {
    waiting.set(id, { resolve: resolve as Waiting["resolve"], reject });
    at.ref();
    at.postMessage({ id, round });
  });
}

function start(): Worker {
  const made = new Worker(source);
  made.on("message", (answer: Answer<never>) => {
    const one = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) made.unref();
    if ("made" in answer) one?.resolve(answer.made);
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
  made.unref();
  return made;
}
