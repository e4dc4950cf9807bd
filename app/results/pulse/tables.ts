import { sql } from "drizzle-orm";
import { date, pgTable, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { ofDialogue } from "../../dialogue/tables.ts";
import { at, id } from "../../platform/database/columns.ts";
import type { InsightId, PulseId } from "../../platform/ids.ts";

/** A few insights that people answer between two meetings, by a link from a mail. Their answers are ballots as any. */
export const pulse = pgTable(
  "pulse",
  {
    /** Chosen by the browser: sending twice asks once. */
    id: id<PulseId>(),
    dialogueId: ofDialogue(),
    insightIds: uuid("insight_ids").array().$type<InsightId[]>().notNull(),
    /** Up to and with this day people can answer. */
    until: date("until", { mode: "string" }).notNull(),
    askedAt: at("asked_at").notNull().defaultNow(),
    endedAt: at("ended_at"),
  },
  (t) => [uniqueIndex("pulse_open").on(t.dialogueId).where(sql`ended_at is null`)],
);
