import { sql } from "drizzle-orm";
import { date, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { DialogueId, HandOverId, InsightId, PersonId, PulseId } from "../ids.ts";
import { at, id, ref } from "./columns.ts";
import { dialogue, person } from "./schema.ts";

const ofDialogue = () =>
  ref<DialogueId>("dialogue_id")
    .notNull()
    .references(() => dialogue.id);

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
