import { bigint, boolean, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at } from "./columns.ts";

/** The line in which changes of one scope stand: a dialogue, or the installation (nil uuid). */
export const ledger = pgTable("ledger", {
  scope: uuid("scope").primaryKey(),
  seq: bigint("seq", { mode: "number" }).notNull().default(0),
  /** Of a rehearsal: its lines are never sealed, and go with it. Does not change (trigger). */
  passing: boolean("passing").notNull().default(false),
});

/** Append-only (trigger). Random ids only: never a name, a text, a choice. */
export const audit = pgTable(
  "audit",
  {
    scope: uuid("scope").notNull(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    at: at("at").notNull().defaultNow(),
    actor: text("actor").notNull(),
    what: text("what").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.seq] }), index("audit_at").on(t.at)],
);

export const setting = pgTable("setting", { key: text("key").primaryKey(), value: jsonb("value").notNull() });
