import { bigint, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, bytea } from "../../platform/database/columns.ts";

/** What was sealed of the log, in one chain for the installation: a line that changes or goes shows. Append-only (trigger). */
export const auditSeal = pgTable(
  "audit_seal",
  {
    number: bigint("number", { mode: "number" }).primaryKey(),
    scope: uuid("scope").notNull(),
    first: bigint("first", { mode: "number" }).notNull(),
    last: bigint("last", { mode: "number" }).notNull(),
    /** SHA-256 of each line, one after the other. */
    digests: bytea("digests").notNull(),
    /** SHA-256 over the seal before it and all of this one. */
    hash: bytea("hash").notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [uniqueIndex("audit_seal_last").on(t.scope, t.last)],
);

/** Lines that are no longer in the log: of a month, as JSON lines, compressed. Their seals stay. Append-only (trigger). */
export const auditArchive = pgTable("audit_archive", {
  firstSeal: bigint("first_seal", { mode: "number" }).primaryKey(),
  lastSeal: bigint("last_seal", { mode: "number" }).notNull(),
  /** "2025-11", Dutch time. */
  month: text("month").notNull(),
  lines: bytea("lines").notNull(),
  at: at("at").notNull().defaultNow(),
});
