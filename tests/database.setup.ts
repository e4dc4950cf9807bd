import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "../app/platform/database/embedded.server.ts";
import { migrateAll } from "../app/platform/database/migrate.server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    database: { host: string; port: number; user: string };
  }
}

const root = path.resolve(import.meta.dirname, "..");
const forSpeed = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"];

/** One PostgreSQL for the run, with a migrated template that every test copies. */
export default async function setup(project: TestProject) {
  const dir = mkdtempSync(path.join(tmpdir(), "klankbord-db-"));
  const server = await startEmbedded(
    dir,
    async () => false,
    console.error,
    forSpeed.flatMap((setting) => ["-c", setting]),
  );
  const stop = async () => {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  const at = { host: server.host, port: server.port, user: server.user };
  try {
    await makeTemplate(at);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide("database", at);
  return stop;
}

async function makeTemplate(at: { host: string; port: number; user: string }): Promise<void> {
  const admin = new pg.Client({ ...at, database: "postgres" });
  await admin.connect();
  await admin.query("create database klankbord_template");
  await admin.end();
  const pool = new pg.Pool({ ...at, database: "klankbord_template" });
  pool.on("error", () => {});
  pool.on("connect", (client) => {
    client.on("error", () => {});
  });
  try {
    await migrateAll(pool, root);
  } finally {
    await pool.end();
  }
}
