import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Db } from "../app/platform/database/change.server.ts";
import { startEmbedded } from "../app/platform/database/embedded.server.ts";
import { migrateAll } from "../app/platform/database/migrate.server.ts";

const root = path.resolve(import.meta.dirname, "..");

export interface Database {
  readonly db: Db;
  readonly url: string;
  readonly pool: pg.Pool;
  readonly pid: number;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A database as an installation has it: durable, migrated, empty. */
export async function openDatabase(): Promise<Database> {
  const dir = mkdtempSync(path.join(tmpdir(), "klankbord-bench-db-"));
  const server = await startEmbedded(dir, async () => false, console.error);
  const { host, port, user } = server;
  const admin = new pg.Client({ host, port, user, database: "postgres" });
  await admin.connect();
  await admin.query("create database klankbord");
  await admin.end();
  const pool = new pg.Pool({ host, port, user, database: "klankbord", max: 8 });
  pool.on("error", () => {});
  pool.on("connect", (client) => {
    client.on("error", () => {});
  });
  const close = async () => {
    await pool.end();
    await server.stop();
    rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    await migrateAll(pool, root);
  } catch (error) {
    await close();
    throw error;
  }
  const url = `postgres://${user}@localhost:${port}/klankbord?host=${encodeURIComponent(host)}`;
  const pid = Number(readFileSync(path.join(dir, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
  return { db: drizzle(pool), url, pool, pid, [Symbol.asyncDispose]: close };
}
