import { sql } from "drizzle-orm";
import pg from "pg";
import type { Reader } from "./change.server.ts";

export interface Ring {
  readonly scope: string;
  readonly seq: number;
}
export interface Doorbell {
  on(hear: (ring: Ring) => void): () => void;
  /** Hears words that are kept nowhere, such as who looks at what; whoever was not listening missed them. */
  onWord(hear: (word: string) => void): () => void;
  close(): Promise<void>;
}

const wordChannel = "klankbord_word";

/** Says a word to every process that listens now; it is written down nowhere. */
export async function sayWord(db: Reader, word: string): Promise<void> {
  await db.execute(sql`select pg_notify(${wordChannel}, ${word})`);
}

/** Hears of each committed change, also those of other processes, over a connection of its own that comes back by itself. */
export async function openDoorbell(config: pg.ClientConfig, log: (line: string) => void): Promise<Doorbell> {
  const hearers = new Set<(ring: Ring) => void>();
  const wordHearers = new Set<(word: string) => void>();
  let client: pg.Client | null = null;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client(config);
    next.on("error", () => next.end().catch(() => {}));
    next.on("end", () => again(next));
    next.on("notification", (message) => {
      if (message.channel === wordChannel) {
        for (const hear of wordHearers) hear(message.payload ?? "");
        return;
      }
      const [scope, seq] = (message.payload ?? "").split(" ");
      if (scope) for (const hear of hearers) hear({ scope, seq: Number(seq) });
    });
    await next.connect();
    await next.query(`listen klankbord; listen ${wordChannel}`);
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
    onWord(hear) {
      wordHearers.add(hear);
      return () => wordHearers.delete(hear);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch((error: Error) => log(error.name));
    },
  };
}
