import { spawn, spawnSync } from "node:child_process";
import path from "node:path";
import { sql } from "drizzle-orm";
import { type Klankbord, startKlankbord } from "../tests/klankbord.ts";
import type { CrowdSetting } from "./crowd.ts";
import { openDatabase } from "./database.ts";
import { fill } from "./fill.ts";
import { addVoters } from "./voters.ts";

/** A server, or several on one database, with a session in its practice check, and people with a place in it. */
export async function openBenchHall(people: number, processes = 1) {
  const database = await openDatabase();
  const filled = await fill(database.db);
  await database.db.execute(
    sql`update session set current_step_id = ${filled.steps.find(({ kind }) => kind === "practice-check")?.id}`,
  );
  await database.db.execute(sql`delete from presence`);
  const voters = await addVoters(database.pool, filled, people);
  await database.pool.query("vacuum analyze");
  const start = (port?: number) =>
    startKlankbord({ env: { DATABASE_URL: database.url }, ...(port === undefined ? {} : { port }) });
  let klankbord = await start();
  const beside: Klankbord[] = [];
  // one site, as behind a balancer
  const env = { DATABASE_URL: database.url, ORIGIN: klankbord.origin };
  while (beside.length < processes - 1) beside.push(await startKlankbord({ env }));
  const setting: CrowdSetting = {
    ports: [klankbord, ...beside].map(({ port }) => port),
    origin: klankbord.origin,
    tongue: "klankbord",
    session: filled.sessionId,
    insights: filled.insights,
    cookies: voters.map(({ cookie }) => cookie),
  };
  return {
    database,
    filled,
    setting,
    get klankbord() {
      return klankbord;
    },
    get all() {
      return [klankbord, ...beside];
    },
    /** @param signal as for a new version, or as when a machine falls over */
    async restart(signal: NodeJS.Signals): Promise<void> {
      await klankbord.end(signal);
      klankbord = await start(klankbord.port);
    },
    async ballots(): Promise<number> {
      const { rows } = await database.pool.query<{ n: number }>("select ballots as n from tally where session_id = $1", [
        filled.sessionId,
      ]);
      return rows[0]?.n ?? 0;
    },
    async [Symbol.asyncDispose]() {
      for (const one of [...beside, klankbord]) await one[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
    },
  };
}

/** Puts socket.io in a folder of its own. @returns null where that cannot be; a line on stderr says why */
export function installSocketIo(dir: string): string | null {
  const made = spawnSync("npm", ["install", "--prefix", dir, "--no-audit", "--no-fund", "--ignore-scripts", "socket.io@4.8.4"], {
    encoding: "utf8",
  });
  if (made.status === 0) return dir;
  console.error(`socket.io doet niet mee: ${made.stderr.trim().split("\n").at(-1)}`);
  return null;
}

export async function startBareLines(kind: "ws" | "socket.io", length: number, tickMs: number, dir = "") {
  const child = spawn(
    process.execPath,
    [path.join(import.meta.dirname, "live-bare.ts"), kind, String(length), String(tickMs), dir],
    {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, NODE_ENV: "production" },
    },
  );
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.once("data", (line) => resolve(Number(String(line))));
    child.once("exit", () => reject(new Error(`${kind} ended`)));
  });
  return {
    port,
    pid: child.pid ?? 0,
    async [Symbol.asyncDispose]() {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill();
      await gone;
    },
  };
}
