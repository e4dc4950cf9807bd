import { and, eq, getTableColumns, type SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

type Values<T extends PgTable> = { readonly [Name in keyof T["$inferSelect"]]?: NonNullable<T["$inferSelect"][Name]> };

/** Rows that hold each of these values, for `where`; at least one, so that a slip never means every row. */
export function matches<T extends PgTable>(table: T, values: Values<T>): SQL {
  const columns = getTableColumns(table);
  const all = and(...Object.entries(values).map(([name, value]) => eq(columns[name] as (typeof columns)[string], value)));
  if (!all) throw new Error("matches asks for at least one value");
  return all;
}
