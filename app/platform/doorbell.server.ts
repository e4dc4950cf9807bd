import pg from "pg";

export interface Ring {
  readonly scope: string;
  readonly seq: number;
}
export interface Doorbell {
  on(hear: (ring: Ring) => void): () => void;
  close(): Promise<void>;
}

/** Hears of each committed change, also those of other processes, over a connection of its own that comes back by itself. */
export async function openDoorbell(config: pg.ClientConfig, log: (line: string) => void): Promise<Doorbell> {
  const hearers = new Set<(ring: Ring) => void>();
  let client: pg.Client | null = null;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client(config);
    next.on("error", () => next.end().catch(() => {}));
    next.on("end", () => again(next));
    next.on("notification", (message) => {
      const [scope, seq] = (message.payload ?? "").split(" ");
      if (scope) for (const hear of hearers) hear({ scope, seq: Number(seq) });
    });
    await next.connect();
    await next.query("listen klankbord");
    client = next;
    // What happened while the line was down: hearers read on from their own last number.
    for (const hear of hearers) hear({ scope: "*", seq: 0 });
  }
  function again(old: pg.Client): void {
    if (closed || (client !== null && client !== old)) return;
    client = null;
    clearTimeout(timer);
    timer = setTimeout(() => connect().catch(() => again(old)), 500);
  }
  await connect();
  return {
    on(hear) {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch((error: Error) => log(error.name));
    },
  };
}
