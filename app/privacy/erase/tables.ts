import { sql } from "drizzle-orm";
import { pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { person } from "../../dialogue/tables.ts";
import { at, id, ref } from "../../platform/database/columns.ts";
import type { DialogueId, PersonId } from "../../platform/ids.ts";

/**
 * That a dialogue is to be erased whole: asked by one, done by another. Its id outlives it, so that a restored backup can be cleared
 * again; the reason does not.
 */
export const erasure = pgTable(
  "erasure",
  {
    id: id<string>(),
    dialogueId: ref<DialogueId>("dialogue_id").notNull(),
    /** Absent when a restored backup was cleared again. */
    askedBy: ref<PersonId>("asked_by").references(() => person.id),
    reason: text("reason").notNull().default(""),
    askedAt: at("asked_at").notNull().defaultNow(),
    settledBy: ref<PersonId>("settled_by").references(() => person.id),
    settledAt: at("settled_at"),
    outcome: text("outcome").$type<"erased" | "refused">(),
  },
  (t) => [uniqueIndex("erasure_open").on(t.dialogueId).where(sql`settled_at is null`)],
);
