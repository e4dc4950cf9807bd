import path from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { runMigrations } from "graphile-worker";
import type pg from "pg";

/** The database was made by another version of the schema than this program knows. */
export class OtherVersion extends Error {}

const MIGRATE = 4202;

/** Brings the database up to this version. Processes that start together wait for each other. */
export async function migrateAll(pool: pg.Pool, root: string): Promise<void> {
  const migrationsFolder = path.join(root, "app/platform/database/migrations");
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATE]);
    await refuseOtherVersion(client, migrationsFolder);
    await migrate(drizzle(pool), { migrationsFolder });
    await runMigrations({ pgPool: pool });
  } finally {
    await client.query("select pg_advisory_unlock($1)", [MIGRATE]).catch(() => {});
    client.release();
  }
}

/** drizzle goes by time alone: it would pass over a migration that was rewritten after it ran. */
async function refuseOtherVersion(client: pg.PoolClient, migrationsFolder: string): Promise<void> {
  const known = await client.query<{ found: boolean }>("select to_regclass('drizzle.__drizzle_migrations') is not null as found");
  if (!known.rows[0]?.found) return;
  const applied = await client.query<{ hash: string }>("select hash from drizzle.__drizzle_migrations order by created_at, id");
  const ours = readMigrationFiles({ migrationsFolder });
  if (applied.rows.every(({ hash }, index) => hash === ours[index]?.hash)) return;
  throw new OtherVersion(
    "De database hoort bij een andere versie van Klankbord. Gebruik die versie, of begin met een lege database (een andere DATA_DIR).",
  );
}
