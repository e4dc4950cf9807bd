import { sql } from "drizzle-orm";
import { date, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { ofDialogue, person } from "../../dialogue/tables.ts";
import { at, id, ref } from "../../platform/database/columns.ts";
import type { HandOverId, PersonId } from "../../platform/ids.ts";

/** A dialogue that goes to another organisation: people are asked first, and who does not agree stays out. */
export const handOver = pgTable(
  "hand_over",
  {
    id: id<HandOverId>(),
    dialogueId: ofDialogue(),
    /** The organisation that goes on with it. */
    toName: text("to_name").notNull(),
    /** The organiser who goes on with it; null when that person was erased. */
    toPersonId: ref<PersonId>("to_person_id").references(() => person.id),
    /** Up to and with this day people can say whether they agree. */
    until: date("until", { mode: "string" }).notNull(),
    askedAt: at("asked_at").notNull().defaultNow(),
    stoppedAt: at("stopped_at"),
    doneAt: at("done_at"),
  },
  (t) => [
    index("hand_over_person").on(t.toPersonId),
    uniqueIndex("hand_over_open").on(t.dialogueId).where(sql`stopped_at is null and done_at is null`),
  ],
);
