/** Thrown to a caller when more stands in line than can be done soon: try again in a moment. */
export class Busy extends Error {}

export interface Batch<T, R> {
  /** @returns what `write` answered for this item, after its batch was written */
  add(item: T): Promise<R>;
}

export interface BatchOptions {
  /** How long the first of a batch waits for company. */
  readonly waitMs: number;
  readonly most: number;
  readonly inFlight: number;
  readonly queueMost: number;
}

/**
 * Collects items for a few milliseconds and writes them together. One bad item fails a whole batch;
 * then each is written by itself, so that only the bad one is answered with its error.
 */
export function makeBatch<T, R>(write: (items: readonly T[]) => Promise<readonly R[]>, options: BatchOptions): Batch<T, R> {
  interface Waiting {
    readonly item: T;
    readonly done: (result: R) => void;
    readonly failed: (error: unknown) => void;
  }
  let queue: Waiting[] = [];
  let flying = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;

  async function send(batch: readonly Waiting[]): Promise<void> {
    try {
      const results = await write(batch.map(({ item }) => item));
      batch.forEach(({ done }, i) => {
        done(results[i] as R); // one result per item, in order
      });
    } catch (error) {
      if (batch.length === 1) batch[0]?.failed(error);
      else for (const one of batch) await send([one]);
    }
  }

  function go(): void {
    timer = null;
    while (queue.length > 0 && flying < options.inFlight) {
      const batch = queue.slice(0, options.most);
      queue = queue.slice(options.most);
      flying += 1;
      void send(batch).finally(() => {
        flying -= 1;
        if (queue.length > 0) go();
      });
    }
  }

  return {
    add: (item) =>
      new Promise((done, failed) => {
        if (queue.length >= options.queueMost) return failed(new Busy());
        queue.push({ item, done, failed });
        if (queue.length >= options.most) go();
        else if (timer === null && flying < options.inFlight) timer = setTimeout(go, options.waitMs);
      }),
  };
}
