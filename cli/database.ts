import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Db } from "../app/platform/database/change.server.ts";
import { databaseLine } from "../app/platform/database/database-line.ts";
import { findRunning, holdEmbedded, isServed, startEmbedded } from "../app/platform/database/embedded.server.ts";
import { migrateAll } from "../app/platform/database/migrate.server.ts";
import type { Environment } from "../app/platform/environment.ts";
import { projectRoot } from "../app/platform/root.server.ts";
import { readSettings } from "../app/platform/settings.server.ts";
import type { Outcome } from "./command.ts";

/**
 * Gives a command the database that Klankbord uses: DATABASE_URL, else the embedded one, beside a running Klankbord or
 * started for as long as the command takes.
 */
export async function withDatabase(work: (db: Db, environment: Environment) => Promise<Outcome>): Promise<Outcome> {
  const read = readSettings(process.env);
  if (!read.ok) return { problem: read.line };
  const environment = read.value;
  const dataDir = path.resolve(environment.dataDir ?? path.join(projectRoot, "data"));
  const beside = environment.databaseUrl ? null : findRunning(dataDir);
  const own = environment.databaseUrl || beside ? null : await startEmbedded(dataDir, isServed, () => {});
  const at = beside ?? own;
  const hold = own ? await holdEmbedded(own) : null;
  const pool = new pg.Pool({
    ...(at
      ? { host: at.host, port: at.port, user: at.user, database: "klankbord" }
      : { connectionString: environment.databaseUrl }),
    max: 4,
  });
  pool.on("error", () => {});
  pool.on("connect", (client) => {
    client.on("error", () => {});
  });
  try {
    if (!beside) await migrateAll(pool, projectRoot);
    return await work(drizzle(pool), environment);
  } catch (error) {
    const problem = databaseLine((error as { cause?: unknown }).cause ?? error);
    if (problem === null) throw error;
    return { problem };
  } finally {
    await pool.end();
    await hold?.end();
    await own?.stop();
  }
}
