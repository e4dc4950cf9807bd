import { sql } from "drizzle-orm";
import { customType, type ReferenceConfig, timestamp, uuid } from "drizzle-orm/pg-core";

/** A moment, to the millisecond. */
export const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
export const id = <T extends string>() => uuid("id").primaryKey().default(sql`gen_random_uuid()`).$type<T>();
export const ref = <T extends string>(name: string) => uuid(name).$type<T>();
export const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });
/** What a row cannot be without: a row of another table. */
export const belongsTo = <T extends string>(name: string, to: ReferenceConfig["ref"], actions?: ReferenceConfig["actions"]) =>
  ref<T>(name).notNull().references(to, actions);
