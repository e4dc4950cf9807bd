import { sql } from "drizzle-orm";
import type { Db } from "../app/platform/database/change.server.ts";

export interface Found {
  readonly table: string;
  readonly needle: string;
  readonly rows: number;
}

/** Looks for texts in every column of every table, of whatever schema: also those of the job runner and the migrations. */
export async function scanEverywhere(db: Db, needles: readonly string[]): Promise<{ tables: number; found: Found[] }> {
  const { rows: tables } = await db.execute<{ schema: string; name: string }>(sql`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'
    order by 1, 2`);
  const found: Found[] = [];
  for (const { schema, name } of tables) {
    const from = sql.raw(`"${schema}"."${name}"`);
    for (const needle of needles) {
      // as text, and as the bytes of a text would be shown
      const hex = Buffer.from(needle, "utf8").toString("hex");
      const { rows } = await db.execute<{ n: number }>(sql`
        select count(*)::int as n from ${from} as r
        where position(lower(${needle}) in lower(r::text)) > 0 or position(${hex} in r::text) > 0`);
      const n = rows[0]?.n ?? 0;
      if (n > 0) found.push({ table: `${schema}.${name}`, needle, rows: n });
    }
  }
  return { tables: tables.length, found };
}
