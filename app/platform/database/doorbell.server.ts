import { sql } from "drizzle-orm";
import pg from "pg";
import type { Reader } from "./change.server.ts";

export interface Ring {
  /** `*` when the line was down: everything may have changed */
  readonly scope: string;
  readonly seq: number;
  /** `ballots`: many small ones, counted and not listed */
  readonly kind: "change" | "ballots";
}
export interface Doorbell {
  on(hear: (ring: Ring) => void): () => void;
  /** Hears words that are kept nowhere, such as who looks at what; whoever was not listening missed them. */
  onWord(hear: (word: string) => void): () => void;
  /**
   * Whether this process does for this scope what one does for all. The first that asks, for as long as its line to the database
   * lives: so one that is gone is followed up by the next that asks.
   */
  leads(scope: string): Promise<boolean>;
  resign(scope: string): Promise<void>;
  /** Whether other processes listen; known anew every two seconds. */
  isOneOfMany(): boolean;
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
  const led = new Set<string>();
  let client: pg.Client | null = null;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client({ ...config, keepAlive: true, application_name: `klankbord ${process.pid}` });
    next.on("error", () => next.end().catch(() => {}));
    next.on("end", () => again(next));
    next.on("notification", (message) => {
      if (message.channel === wordChannel) {
        for (const hear of wordHearers) hear(message.payload ?? "");
        return;
      }
      const [scope, seq, kind] = (message.payload ?? "").split(" ");
      const ring = { seq: Number(seq), kind: kind === "ballots" ? ("ballots" as const) : ("change" as const) };
      if (scope) for (const hear of hearers) hear({ scope, ...ring });
    });
    await next.connect();
    // A machine that is gone without a word loses its locks within seconds too.
    await next.query("set tcp_keepalives_idle = 2; set tcp_keepalives_interval = 1; set tcp_keepalives_count = 2");
    await next.query(`listen klankbord; listen ${wordChannel}`);
    client = next;
    // What happened while the line was down: hearers read on from their own last number.
    for (const hear of hearers) hear({ scope: "*", seq: 0, kind: "change" });
  }
  function again(old: pg.Client): void {
    if (closed || (client !== null && client !== old)) return;
    client = null;
    // The locks went with the line.
    led.clear();
    clearTimeout(timer);
    timer = setTimeout(() => connect().catch(() => again(old)), 500);
  }
  await connect();
  // Until it is counted there may be others.
  let many = true;
  const countOthers = async () => {
    const rows = await ask<{ n: number }>(
      "select count(*)::int as n from pg_stat_activity where datname = current_database() and application_name like $1",
      "klankbord %",
    ).catch(() => []);
    many = (rows[0]?.n ?? 2) > 1;
  };
  const count = setInterval(countOthers, 2_000);
  count.unref();
  let line: Promise<unknown> = Promise.resolve();
  /** One question at a time over the one connection. */
  function ask<T extends pg.QueryResultRow>(text: string, value: string): Promise<readonly T[]> {
    const answer = line.then(async () => (client ? (await client.query<T>(text, [value])).rows : []));
    line = answer.catch(() => {});
    return answer;
  }
  void countOthers();
  return {
    on(hear) {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    onWord(hear) {
      wordHearers.add(hear);
      return () => wordHearers.delete(hear);
    },
    async leads(scope) {
      if (!client || led.has(scope)) return client !== null;
      const asked = client;
      const name = `lead ${scope}`;
      const [row] = await ask<{ mine: boolean }>("select pg_try_advisory_lock(hashtextextended($1, 0)) as mine", name);
      if (row?.mine && asked === client) led.add(scope);
      return led.has(scope);
    },
    async resign(scope) {
      if (led.delete(scope)) await ask("select pg_advisory_unlock(hashtextextended($1, 0))", `lead ${scope}`);
    },
    isOneOfMany: () => many,
    async close() {
      closed = true;
      clearInterval(count);
      clearTimeout(timer);
      await client?.end().catch((error: Error) => log(error.name));
    },
  };
}
