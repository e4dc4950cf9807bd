import { sql } from "drizzle-orm";
import { pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";

/** Code and year are the key: borders change each 1 January. */
export const area = pgTable(
  "area",
  {
    code: text("code").notNull(),
    year: smallint("year").notNull(),
    name: text("name").notNull(),
    kind: text("kind").$type<"province" | "municipality" | "district" | "focus">().notNull(),
    parentCode: text("parent_code"),
    everydayName: text("everyday_name"),
    /** Of a municipality: the codes of those that went into it. */
    former: text("former").array().notNull().default(sql`'{}'`),
  },
  (t) => [primaryKey({ columns: [t.code, t.year] })],
);
