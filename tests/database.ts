import { randomBytes } from "node:crypto";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { inject } from "vitest";

/** A migrated, empty database of one's own: `await using database = await freshDatabase()`. */
export const freshDatabase = () => makeDatabase("klankbord_template");

/** One that holds nothing at all. */
export const emptyDatabase = () => makeDatabase("template0");

async function makeDatabase(template: string) {
  const at = inject("database");
  const name = `test_${randomBytes(8).toString("hex")}`;
  await asAdmin(at, `create database ${name} template ${template} strategy file_copy`);
  const pool = new pg.Pool({ ...at, database: name, max: 6 });
  // Dropping the database ends its clients.
  pool.on("error", () => {});
  pool.on("connect", (client) => {
    client.on("error", () => {});
  });
  return {
    db: drizzle(pool),
    pool,
    at: { ...at, database: name },
    url: `postgres://${at.user}@localhost:${at.port}/${name}?host=${encodeURIComponent(at.host)}`,
    async [Symbol.asyncDispose]() {
      await pool.end();
      await asAdmin(at, `drop database ${name} with (force)`);
    },
  };
}

export type FreshDatabase = Awaited<ReturnType<typeof makeDatabase>>;

async function asAdmin(at: { host: string; port: number; user: string }, statement: string): Promise<void> {
  const admin = new pg.Client({ ...at, database: "postgres" });
  await admin.connect();
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}
