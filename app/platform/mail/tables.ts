import { sql } from "drizzle-orm";
import { bigserial, index, jsonb, pgTable, smallint, text, uniqueIndex } from "drizzle-orm/pg-core";
import { dialogue, person, session } from "../../dialogue/tables.ts";
import { at, belongsTo, id, ref } from "../database/columns.ts";
import type { DialogueId, MailId, PersonId, SessionId } from "../ids.ts";

/** The outbox: once per (person, kind, event). The letter itself, with its fresh link, is made when it is sent. */
export const mail = pgTable(
  "mail",
  {
    id: id<MailId>(),
    personId: belongsTo<PersonId>("person_id", () => person.id),
    dialogueId: ref<DialogueId>("dialogue_id").references(() => dialogue.id),
    sessionId: ref<SessionId>("session_id").references(() => session.id),
    kind: text("kind").notNull(),
    event: text("event").notNull(),
    /** What the letter needs beside person, dialogue and session: ids, or the organiser's own words. */
    details: jsonb("details").$type<Record<string, string>>().notNull().default({}),
    state: text("state").$type<"waiting" | "sent" | "failed" | "cancelled">().notNull().default("waiting"),
    dueAt: at("due_at").notNull().defaultNow(),
    attempts: smallint("attempts").notNull().default(0),
    error: text("error"),
    sentAt: at("sent_at"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("mail_once").on(t.personId, t.kind, t.event),
    index("mail_dialogue").on(t.dialogueId),
    index("mail_waiting").on(t.dueAt).where(sql`${t.state} = 'waiting'`),
  ],
);

/** Where mail lands without SMTP_URL (development and demo). */
export const mailbox = pgTable("mailbox", {
  id: bigserial("id", { mode: "number" }).primaryKey(),
  mailId: belongsTo<MailId>("mail_id", () => mail.id, { onDelete: "cascade" }),
  address: text("address").notNull(),
  subject: text("subject").notNull(),
  text: text("text").notNull(),
  html: text("html").notNull(),
  calendar: text("calendar"),
  at: at("at").notNull().defaultNow(),
});
