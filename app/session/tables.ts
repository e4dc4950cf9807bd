import { sql } from "drizzle-orm";
import { boolean, index, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { person, session, step } from "../dialogue/tables.ts";
import { at, belongsTo, id, ref } from "../platform/database/columns.ts";
import type { FloorId, GroupId, PersonId, SessionId, StepId, TeamNoteId } from "../platform/ids.ts";
import type { Before } from "./cockpit/take-back.ts";
import { group } from "./group/tables.ts";

export const attendance = pgTable(
  "attendance",
  {
    sessionId: belongsTo<SessionId>("session_id", () => session.id),
    personId: belongsTo<PersonId>("person_id", () => person.id),
    firstAt: at("first_at").notNull().defaultNow(),
    lastAt: at("last_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.personId] })],
);

/**
 * Who was heard of lately, over all server processes. A pulse, not a record: written without the doorway, in batches, gone
 * after the session. That somebody came at all is attendance.
 */
export const presence = pgTable(
  "presence",
  {
    sessionId: ref<SessionId>("session_id").notNull(),
    personId: ref<PersonId>("person_id").notNull(),
    seenAt: at("seen_at").notNull().defaultNow(),
    /** As the process that leads this dialogue settled it last: all servers count the same people. */
    here: boolean("here").notNull().default(true),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.personId] })],
);

/** Who was there for which step, and since when. Kept with the pulse, like presence, but stays. */
export const stepAttendance = pgTable(
  "step_attendance",
  {
    stepId: belongsTo<StepId>("step_id", () => step.id, { onDelete: "cascade" }),
    personId: belongsTo<PersonId>("person_id", () => person.id),
    firstAt: at("first_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.stepId, t.personId] }), index("step_attendance_person").on(t.personId)],
);

export const help = pgTable(
  "help",
  {
    id: id<string>(),
    sessionId: belongsTo<SessionId>("session_id", () => session.id),
    groupId: ref<GroupId>("group_id").references(() => group.id),
    personId: belongsTo<PersonId>("person_id", () => person.id),
    reason: text("reason").notNull().default(""),
    raisedAt: at("raised_at").notNull().defaultNow(),
    /** Who of the team takes it on: so that two do not both go. */
    claimedBy: ref<PersonId>("claimed_by").references(() => person.id),
    claimedAt: at("claimed_at"),
    answer: text("answer"),
    answeredAt: at("answered_at"),
    answeredBy: ref<PersonId>("answered_by"),
  },
  (t) => [index("help_session").on(t.sessionId)],
);

/** Who asked for the floor in a step, and had it. An ask that was never given and ended was taken back. */
export const floor = pgTable(
  "floor",
  {
    id: id<FloorId>(),
    sessionId: belongsTo<SessionId>("session_id", () => session.id),
    stepId: belongsTo<StepId>("step_id", () => step.id, { onDelete: "cascade" }),
    personId: belongsTo<PersonId>("person_id", () => person.id),
    /** With their voice, with or without picture; or in text. */
    how: text("how").$type<"aloud" | "text">().notNull(),
    askedAt: at("asked_at").notNull().default(sql`clock_timestamp()`),
    givenAt: at("given_at"),
    givenBy: ref<PersonId>("given_by"),
    endsAt: at("ends_at"),
    endedAt: at("ended_at"),
  },
  (t) => [
    uniqueIndex("floor_once").on(t.stepId, t.personId).where(sql`${t.endedAt} is null`),
    uniqueIndex("floor_one").on(t.sessionId).where(sql`${t.givenAt} is not null and ${t.endedAt} is null`),
    index("floor_person").on(t.personId),
  ],
);

/** Who leads from the cockpit now. A pulse, not a record: written without the doorway, gone after the session. */
export const teamPresence = pgTable(
  "team_presence",
  {
    sessionId: ref<SessionId>("session_id").notNull(),
    personId: ref<PersonId>("person_id").notNull(),
    seenAt: at("seen_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.personId] })],
);

/** What who leads a session writes for each other; never in the report. */
export const teamNote = pgTable(
  "team_note",
  {
    /** Chosen by the writer's browser: sending twice keeps one. */
    id: id<TeamNoteId>(),
    sessionId: belongsTo<SessionId>("session_id", () => session.id),
    stepId: ref<StepId>("step_id").references(() => step.id, { onDelete: "set null" }),
    byId: belongsTo<PersonId>("by_id", () => person.id),
    text: text("text").notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [index("team_note_session").on(t.sessionId)],
);

/** How it was before the last deed in a session that can be taken back; for some seconds only. */
export const lastDeed = pgTable("last_deed", {
  sessionId: ref<SessionId>("session_id")
    .primaryKey()
    .references(() => session.id),
  byId: ref<PersonId>("by_id").notNull(),
  before: jsonb("before").$type<Before>().notNull(),
  at: at("at").notNull().defaultNow(),
});
