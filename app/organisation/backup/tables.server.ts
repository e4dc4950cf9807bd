import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Reader, Tx } from "../../platform/database/change.server.ts";

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}
/** What a table holds, whatever the order of its rows: their number, and the sum of the SHA-256 of each. */
export interface Counted {
  readonly rows: number;
  readonly digest: string;
}

/** Everything but the jobs: those are made again from what stands in the tables. */
export async function tablesOf(db: Reader): Promise<Table[]> {
  const { rows } = await db.execute<{ name: string; columns: string[] }>(sql`
    select t.table_name as name, array_agg(c.column_name::text order by c.ordinal_position) as columns
    from information_schema.tables t join information_schema.columns c using (table_schema, table_name)
    where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
    group by t.table_name order by t.table_name`);
  return rows;
}

/** Which schema this is: the same for two databases that one version of Klankbord made. */
export async function schemaMark(db: Reader): Promise<string> {
  const { rows } = await db.execute<{ hash: string }>(sql`select hash from drizzle.__drizzle_migrations order by created_at, id`);
  return createHash("sha256")
    .update(rows.map(({ hash }) => hash).join())
    .digest("hex")
    .slice(0, 16);
}

export const quoted = (name: string) => sql.raw(`"${name.replaceAll('"', '""')}"`);

/** Bytes at most in one batch: rows hold a line of text or a whole analysis. */
const mostBytes = 2_000_000;

/**
 * The rows of a table as JSON, some at a time, as one transaction sees them.
 * @param tx in which nothing else reads the table meanwhile
 */
export async function* rowsOf(tx: Tx, { name }: Table): AsyncGenerator<string[]> {
  await tx.execute(sql`set local time zone 'UTC'`);
  await tx.execute(sql`declare rows_of no scroll cursor for select to_jsonb(t)::text as row from ${quoted(name)} t`);
  for (let size = 100; ; ) {
    const { rows } = await tx.execute<{ row: string }>(sql.raw(`fetch ${size} from rows_of`));
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
    const bytes = rows.reduce((sum, { row }) => sum + row.length, 0);
    size = Math.max(1, Math.min(5_000, Math.floor((size * mostBytes) / Math.max(1, bytes))));
  }
  await tx.execute(sql`close rows_of`);
}

const whole = 1n << 256n;

/** Counts rows of one table, in any order. */
export function counter(): { add(rows: readonly string[]): void; counted(): Counted } {
  let rows = 0;
  let sum = 0n;
  return {
    add(some) {
      rows += some.length;
      for (const row of some) sum = (sum + BigInt(`0x${createHash("sha256").update(row).digest("hex")}`)) % whole;
    },
    counted: () => ({ rows, digest: sum.toString(16).padStart(64, "0") }),
  };
}

/** Counts a table where it lies. */
export async function countTable(tx: Tx, table: Table): Promise<Counted> {
  const here = counter();
  for await (const rows of rowsOf(tx, table)) here.add(rows);
  return here.counted();
}
