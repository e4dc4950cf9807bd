/** Thrown to a caller when more stands in line than can be done soon: try again in a moment. */
export class Busy extends Error {}

export interface Batch<T, R> {
  /** @returns what `write` answered for this item, after its batch was written */
  add(item: T): Promise<R>;
}

export interface BatchOptions {
  readonly most: number;
  readonly inFlight: number;
  readonly queueMost: number;
  /** Whether a fault is about all, such as a database that is away: then no item is tried by itself. */
  readonly isOfAll?: (error: unknown) => boolean;
}

/**
 * Writes items together: those that come in one turn of the loop, and all that come while a batch is being written. One bad item fails
 * a whole batch; then its halves are tried, and theirs, so that only the bad one is answered with its error.
 */
export function makeBatch<T, R>(write: (items: readonly T[]) => Promise<readonly R[]>, options: BatchOptions): Batch<T, R> {
  interface Waiting {
    readonly item: T;
    readonly done: (result: R) => void;
    readonly failed: (error: unknown) => void;
  }
  let queue: Waiting[] = [];
  let flying = 0;
  let waits = false;

  async function send(batch: readonly Waiting[]): Promise<void> {
    try {
      const results = await write(batch.map(({ item }) => item));
      batch.forEach(({ done }, i) => {
        done(results[i] as R); // one result per item, in order
      });
    } catch (error) {
      if (batch.length === 1 || options.isOfAll?.(error)) {
        for (const { failed } of batch) failed(error);
        return;
      }
      const half = Math.ceil(batch.length / 2);
      await send(batch.slice(0, half));
      await send(batch.slice(half));
    }
  }

  function go(): void {
    waits = false;
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
        else if (!waits && flying < options.inFlight) {
          waits = true;
          setImmediate(go);
        }
      }),
  };
}
