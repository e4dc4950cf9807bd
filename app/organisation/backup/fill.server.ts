import { sql } from "drizzle-orm";
import type { Db, Tx } from "../../platform/database/change.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import { type Counted, countTable, quoted, type Table, tablesOf } from "./tables.server.ts";

/** Rows of one table, and at its end what they should come to. */
export interface Filled {
  readonly table: string;
  readonly rows: AsyncIterable<readonly string[]>;
  /** Known when the rows are through. */
  counted(): Counted;
}

/**
 * Fills an empty installation, in one transaction: all of it or nothing. Counts every table again where it landed.
 * @param settle what else happens before it counts
 * @throws Refused not-empty; Refused differs when a table does not hold what was put in
 */
export async function fill(db: Db, tables: AsyncIterable<Filled>, settle: (tx: Tx) => Promise<void>): Promise<number> {
  return db.transaction(async (tx) => {
    const here = await tablesOf(tx);
    await refuseFull(tx);
    const putBack = await loosen(tx, here);
    await tx.execute(
      sql`truncate ${sql.join(
        here.map(({ name }) => quoted(name)),
        sql`, `,
      )}`,
    );
    let total = 0;
    for await (const { table, rows, counted } of tables) {
      const at = here.find(({ name }) => name === table);
      if (!at) throw new Refused("differs");
      for await (const some of rows) await put(tx, at, some);
      const found = await countTable(tx, at);
      const { rows: count, digest } = counted();
      if (found.rows !== count || found.digest !== digest) throw new Refused("differs");
      total += count;
    }
    await putBack();
    await setSequences(tx);
    await settle(tx);
    return total;
  });
}

async function refuseFull(tx: Tx): Promise<void> {
  const { rows } = await tx.execute<{ full: boolean }>(
    sql`select exists (select 1 from person) or exists (select 1 from dialogue) as full`,
  );
  if (rows[0]?.full) throw new Refused("not-empty");
}

async function put(tx: Tx, { name, columns }: Table, rows: readonly string[]): Promise<void> {
  const list = sql.join(columns.map(quoted), sql`, `);
  await tx.execute(sql`
    insert into ${quoted(name)} (${list})
    select ${list} from jsonb_populate_recordset(null::${quoted(name)}, ${`[${rows.join(",")}]`}::jsonb)`);
}

/** Takes triggers and references off while tables are filled one by one. @returns what puts them back, and so checks every reference */
async function loosen(tx: Tx, tables: readonly Table[]): Promise<() => Promise<void>> {
  const { rows } = await tx.execute<{ table: string; name: string; rule: string }>(sql`
    select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as rule
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and n.nspname = 'public'`);
  for (const { table, name } of rows) await tx.execute(sql`alter table ${quoted(table)} drop constraint ${quoted(name)}`);
  for (const { name } of tables) await tx.execute(sql`alter table ${quoted(name)} disable trigger user`);
  return async () => {
    for (const { name } of tables) await tx.execute(sql`alter table ${quoted(name)} enable trigger user`);
    for (const { table, name, rule } of rows)
      await tx.execute(sql`alter table ${quoted(table)} add constraint ${quoted(name)} ${sql.raw(rule)}`);
  };
}

async function setSequences(tx: Tx): Promise<void> {
  const { rows } = await tx.execute<{ table: string; column: string; sequence: string }>(sql`
    select * from (
      select table_name as table, column_name as column,
        pg_get_serial_sequence(format('%I.%I', table_schema, table_name), column_name) as sequence
      from information_schema.columns
      where table_schema = 'public') as found
    where sequence is not null`);
  for (const { table, column, sequence } of rows)
    await tx.execute(sql`
      select setval(${sequence}::regclass, coalesce(max(${quoted(column)}), 0) + 1, false) from ${quoted(table)}`);
}
