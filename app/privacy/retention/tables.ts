import { bigserial, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { at } from "../../platform/database/columns.ts";

/** What went by itself, and how much of it: counts only. */
export const retentionLog = pgTable(
  "retention_log",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    at: at("at").notNull().defaultNow(),
    kind: text("kind").notNull(),
    days: integer("days").notNull(),
    count: integer("count").notNull(),
  },
  (t) => [index("retention_log_at").on(t.at)],
);
