import { Worker, type WorkerOptions } from "node:worker_threads";

/** What a worker answers: to a question by its number, or a line for the log. */
type Answer = { readonly log: string } | ({ readonly id: number } & ({ readonly done: unknown } | { readonly fault: string }));

export interface Asked<Question> {
  readonly id: number;
  readonly question: Question;
}

interface Waiting {
  readonly resolve: (done: unknown) => void;
  readonly reject: (fault: Error) => void;
}

interface Asker<Question> {
  /** @throws when the thread ends before it answers; the next question begins another */
  ask<T>(question: Question, moved?: readonly ArrayBuffer[]): Promise<T>;
  close(): Promise<void>;
}

/** Without a question for so long the thread ends, and gives its memory back. */
const idleMs = 15 * 60_000;

/** Much is read and soon forgotten: with room for all of it a thread would take twice the memory. */
const resourceLimits = { maxYoungGenerationSizeMb: 24 };

/** A thread that answers questions; begun with the first, and again after a fault that ended it. */
export function openAsker<Question>(
  source: string,
  options: WorkerOptions,
  { log = () => {}, began = () => {} }: { readonly log?: (line: string) => void; readonly began?: () => void } = {},
): Asker<Question> {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last = 0;
  let closed = false;

  function start(): Worker {
    const made = new Worker(source, { resourceLimits, ...options });
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
    began();
    return made;
  }

  function rest(): void {
    if (waiting.size > 0) return;
    const resting = worker;
    worker = null;
    void resting?.terminate();
  }

  return {
    ask<T>(question: Question, moved: readonly ArrayBuffer[] = []): Promise<T> {
      if (closed) return Promise.reject(new Error("closed"));
      clearTimeout(idle);
      idle = setTimeout(rest, idleMs).unref();
      worker ??= start();
      const at = worker;
      last += 1;
      const asked: Asked<Question> = { id: last, question };
      return new Promise<T>((resolve, reject) => {
        waiting.set(asked.id, { resolve: resolve as Waiting["resolve"], reject }); // the worker answers what was asked
        at.postMessage(asked, moved);
      });
    },
    async close() {
      closed = true;
      clearTimeout(idle);
      await worker?.terminate();
    },
  };
}
