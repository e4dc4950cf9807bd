import { rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { openProxy, type Weather } from "./bad-network.ts";
import { freshDatabase } from "./database.ts";
import { freePort, startKlankbord } from "./klankbord.ts";
import { startCluster } from "./three-processes.ts";

/** An empty installation to walk on, however it is built. */
export interface Ground {
  readonly origin: string;
  claimLink(): string;
  /** Straight from the database. */
  query<T extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<T[]>;
  /** `kill -9` in the middle of something, and a new start. */
  crash(meanwhile: () => Promise<unknown>): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}
type Env = Readonly<Record<string, string>>;
export type OpenGround = (env: Env) => Promise<Ground>;

/** One process with a database of its own, straight or behind a proxy that does something to the network. */
export const oneProcess =
  (weather?: Weather): OpenGround =>
  async (env) => {
    const port = await freePort();
    const proxy = weather ? await openProxy({ port, origin: "" }, weather) : null;
    const own = proxy ? { ...env, ORIGIN: proxy.origin } : env;
    let klankbord = await startKlankbord({ port, env: own });
    const { dataDir } = klankbord;
    return {
      origin: proxy?.origin ?? klankbord.origin,
      claimLink: () => klankbord.claimLink(),
      async query(text, values = []) {
        const client = new pg.Client({ host: path.join(dataDir, "socket"), user: "klankbord", database: "klankbord" });
        await client.connect();
        try {
          return (await client.query(text, values)).rows;
        } finally {
          await client.end();
        }
      },
      async crash(meanwhile) {
        await Promise.all([klankbord.end("SIGKILL"), meanwhile()]);
        klankbord = await startKlankbord({ port, dataDir, env: own });
      },
      async [Symbol.asyncDispose]() {
        await klankbord[Symbol.asyncDispose]();
        await proxy?.[Symbol.asyncDispose]();
        rmSync(dataDir, { recursive: true, force: true });
      },
    };
  };

/** Three processes on one database behind a balancer; the crash takes two of them, one after the other. */
export const threeProcesses: OpenGround = async (env) => {
  const database = await freshDatabase();
  const cluster = await startCluster(database, { env });
  return {
    origin: cluster.origin,
    claimLink() {
      // each start makes a new one, and the last holds
      const teller = cluster.processes.findLast((one) => one.said().includes("/claim/"));
      if (!teller) throw new Error("no claim link");
      return teller.claimLink();
    },
    query: async (text, values = []) => (await database.pool.query(text, values)).rows,
    async crash(meanwhile) {
      await Promise.all([cluster.kill(1), meanwhile()]);
      await cluster.kill(2);
    },
    async [Symbol.asyncDispose]() {
      await cluster.end();
      await database[Symbol.asyncDispose]();
    },
  };
};
