import path from "node:path";
import { Worker } from "node:worker_threads";
import type pg from "pg";
import type { ContributionId, DialogueId } from "../ids.ts";
import { projectRoot } from "../platform/root.server.ts";
import type { AdvicePage, NameAdvice, NeedAdvice, PlacedByItself, Price, ReadingOrder } from "./advice.ts";
import type { Question, WorkerData } from "./advice.worker.server.ts";

/** What the machine suggests to who themes. Everything is computed in a worker, anew when texts or themes changed; nothing is placed. */
export interface Suggesting {
  /**
   * The needs in no theme yet, alike ones together, each with its two best suggestions and its near-duplicates.
   * @param count at most 500
   */
  page(dialogueId: DialogueId, from: number, count: number): Promise<AdvicePage>;
  order(dialogueId: DialogueId): Promise<ReadingOrder>;
  /** The same as `page` for needs asked for, at most 500; those that are placed or may not be read are left out. */
  of(dialogueId: DialogueId, needs: readonly ContributionId[]): Promise<NeedAdvice[]>;
  /** @param threshold 0 to 1 */
  price(dialogueId: DialogueId, threshold: number): Promise<Price>;
  /** What would be placed by itself, at most 500 at a time; none until it was measured how often suggestions are right. */
  above(dialogueId: DialogueId, threshold: number): Promise<PlacedByItself[]>;
  name(dialogueId: DialogueId, needs: readonly ContributionId[]): Promise<NameAdvice>;
  close(): Promise<void>;
}

// Node runs the source: a built server has no file of its own for a worker.
const source = path.join(projectRoot, "app/themes/advice.worker.server.ts");

/** Much is read and soon forgotten: with room for all of it the thread would take twice the memory. */
const maxYoungGenerationSizeMb = 24;

/** Without a question for so long the thread ends, and gives its memory back. */
const idleMs = 15 * 60_000;

type Answer = { readonly log: string } | Answered;
type Answered = { readonly id: number } & ({ readonly done: unknown } | { readonly fault: string });
type Waiting = { readonly resolve: (done: unknown) => void; readonly reject: (fault: Error) => void };

interface Options {
  /** An embedding service that adds to the suggestions, where the installation has one. */
  readonly embeddingsUrl?: string | undefined;
  readonly log?: (line: string) => void;
}

/** The thread in which this process reads and compares texts; begun with the first question, and again after a fault that ended it. */
export function openSuggesting(config: pg.PoolConfig, { embeddingsUrl, log = () => {} }: Options = {}): Suggesting {
  const workerData: WorkerData = { config, embeddingsUrl: embeddingsUrl ?? null };
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last = 0;
  let closed = false;

  function start(): Worker {
    const made = new Worker(source, { workerData, resourceLimits: { maxYoungGenerationSizeMb } });
    made.unref();
    const end = (fault: Error) => {
      if (worker !== made) return;
      worker = null;
      for (const { reject } of waiting.values()) reject(fault);
      waiting.clear();
    };
    made.on("message", (answer: Answer) => {
      if ("log" in answer) return log(answer.log);
      const one = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ("done" in answer) one?.resolve(answer.done);
      else one?.reject(new Error(answer.fault));
    });
    made.on("error", end);
    made.on("exit", () => end(new Error("the worker ended")));
    return made;
  }

  function rest(): void {
    if (waiting.size > 0) return;
    const resting = worker;
    worker = null;
    void resting?.terminate();
  }

  function ask<T>(question: Question): Promise<T> {
    if (closed) return Promise.reject(new Error("closed"));
    clearTimeout(idle);
    idle = setTimeout(rest, idleMs).unref();
    worker ??= start();
    const at = worker;
    const id = ++last;
    return new Promise<T>((resolve, reject) => {
      waiting.set(id, { resolve: resolve as Waiting["resolve"], reject }); // the worker answers what was asked
      at.postMessage({ id, question });
    });
  }

  return {
    page: (...args) => ask({ ask: "page", args }),
    order: (...args) => ask({ ask: "order", args }),
    of: (...args) => ask({ ask: "of", args }),
    price: (...args) => ask({ ask: "price", args }),
    above: (...args) => ask({ ask: "above", args }),
    name: (...args) => ask({ ask: "name", args }),
    async close() {
      closed = true;
      clearTimeout(idle);
      await worker?.terminate();
    },
  };
}
