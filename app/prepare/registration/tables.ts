import { sql } from "drizzle-orm";
import { bigserial, boolean, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { registration } from "../../dialogue/people/tables.ts";
import { dialogue, field, session } from "../../dialogue/tables.ts";
import { at, belongsTo, id, ref } from "../../platform/database/columns.ts";
import type { DialogueId, FieldId, PersonId, RegistrationId, SessionId } from "../../platform/ids.ts";
import type { Findings } from "./connection/checked.ts";

/** Consent per purpose with the text it was given to. Append-only (trigger). */
export const consent = pgTable(
  "consent",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    personId: ref<PersonId>("person_id").notNull(),
    dialogueId: ref<DialogueId>("dialogue_id"),
    purpose: text("purpose").notNull(),
    given: boolean("given").notNull(),
    textVersion: text("text_version").notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [index("consent_person").on(t.personId, t.dialogueId)],
);

/** Other fields beside the main one. */
export const registrationField = pgTable(
  "registration_field",
  {
    registrationId: belongsTo<RegistrationId>("registration_id", () => registration.id, { onDelete: "cascade" }),
    fieldId: belongsTo<FieldId>("field_id", () => field.id),
  },
  (t) => [primaryKey({ columns: [t.registrationId, t.fieldId] })],
);

/** A form as it was sent, until the mail address is confirmed: only then it becomes the registration's. */
export const registrationForm = pgTable(
  "registration_form",
  {
    id: id<string>(),
    registrationId: belongsTo<RegistrationId>("registration_id", () => registration.id, { onDelete: "cascade" }),
    answers: jsonb("answers").$type<unknown>().notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [index("registration_form_registration").on(t.registrationId)],
);

export type AccessNeedKind = "captions" | "sign-language" | "text-only";

/** May be health data: its own table, own consent, seen by those who arrange it only, deleted after the session. */
export const accessNeed = pgTable("access_need", {
  registrationId: ref<RegistrationId>("registration_id")
    .primaryKey()
    .references(() => registration.id, { onDelete: "cascade" }),
  kinds: text("kinds").array().$type<AccessNeedKind[]>().notNull().default(sql`'{}'`),
  text: text("text").notNull().default(""),
  at: at("at").notNull().defaultNow(),
});

/** How somebody's last test of their connection went. */
export const connectionCheck = pgTable("connection_check", {
  registrationId: ref<RegistrationId>("registration_id")
    .primaryKey()
    .references(() => registration.id, { onDelete: "cascade" }),
  findings: jsonb("findings").$type<Findings>().notNull(),
  at: at("at").notNull().defaultNow(),
});

/** The organiser's own words to many; the mails point here, so that they are kept once. */
export const message = pgTable(
  "message",
  {
    /** Chosen when the form was shown: sending twice is once. */
    id: id<string>(),
    dialogueId: belongsTo<DialogueId>("dialogue_id", () => dialogue.id),
    sessionId: ref<SessionId>("session_id").references(() => session.id),
    audience: text("audience").notNull(),
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    recipients: integer("recipients").notNull().default(0),
    byId: ref<PersonId>("by_id"),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [index("message_dialogue").on(t.dialogueId)],
);
