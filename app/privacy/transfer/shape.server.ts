import { sql } from "drizzle-orm";
import type { Reader } from "../../platform/database/change.server.ts";
import { inOrder, type Reference, staysBehind } from "./tables.ts";

export interface Shape {
  /** Tables with rows of a dialogue, what is pointed at first; `person` and `dialogue` among them. */
  readonly tables: readonly string[];
  readonly references: readonly Reference[];
  /** Tables whose key is a number that the installation counts. */
  readonly counted: readonly string[];
  readonly columns: ReadonlyMap<string, readonly string[]>;
}

/** How the tables hang together, as the database itself knows it: a new table goes along by itself. */
export async function findShape(db: Reader): Promise<Shape> {
  const { rows: columnRows } = await db.execute<{ table: string; column: string; counted: boolean }>(sql`
    select c.table_name as table, c.column_name as column, coalesce(c.column_default like 'nextval%', false) as counted
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1, c.ordinal_position`);
  const { rows: found } = await db.execute<{ table: string; column: string; to: string }>(sql`
    select f.relname as table, a.attname as column, t.relname as to from pg_constraint k
      join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace and array_length(k.conkey, 1) = 1 order by 1, 2`);
  const columns = new Map(
    [...Map.groupBy(columnRows, ({ table }) => table)].map(([table, rows]) => [table, rows.map(({ column }) => column)] as const),
  );
  const stays = (table: string) => Object.hasOwn(staysBehind, table);
  const tables = [...columns.keys()].filter((table) => !stays(table));
  const references = found.filter(({ table, to }) => !stays(table) && !stays(to));
  return {
    tables: inOrder(tables, references),
    references,
    counted: columnRows.filter(({ column, counted }) => counted && column === "id").map(({ table }) => table),
    columns,
  };
}
