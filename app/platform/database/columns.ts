import { sql } from "drizzle-orm";
import { customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** A moment, to the millisecond. */
export const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
export const id = <T extends string>() => uuid("id").primaryKey().default(sql`gen_random_uuid()`).$type<T>();
export const ref = <T extends string>(name: string) => uuid(name).$type<T>();
export const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });
