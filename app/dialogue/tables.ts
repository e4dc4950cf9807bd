import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { at, belongsTo, id, ref } from "../platform/database/columns.ts";
import type { DialogueId, FieldId, InsightId, PartyId, PersonId, SessionId, StepId } from "../platform/ids.ts";
import type { Collectable, Mix, Setting, StepKind } from "../prepare/run-sheet/step.ts";

export const person = pgTable(
  "person",
  {
    id: id<PersonId>(),
    /** Absent for people of an imported conversation, and after erasing. */
    mail: text("mail"),
    name: text("name").notNull().default(""),
    locale: text("locale").$type<"nl" | "en">().notNull().default("nl"),
    createdAt: at("created_at").notNull().defaultNow(),
    erasedAt: at("erased_at"),
  },
  (t) => [uniqueIndex("person_mail").on(sql`lower(${t.mail})`)],
);

export interface DialogueSettings {
  /** A new device of a participant is confirmed by mail first. */
  readonly confirmNewDevice: boolean;
  /** The calendar entry holds the personal link; else the page of the session (shared calendars). */
  readonly linkInCalendar: boolean;
  /** People are admitted in order of arrival, or chosen by the organiser. */
  readonly admission: "automatic" | "selection";
  /** Who writes nothing in a group for a while reads a friendly word about it; off unless the organiser wants it. */
  readonly silenceNudge?: boolean;
}

/** How a rehearsal is held. */
export interface RehearsalSettings {
  /** The session whose run sheet it follows. */
  readonly sessionId: SessionId;
  readonly speed: number;
  readonly people: number;
  /** Who began it. */
  readonly by: PersonId;
  readonly locale: "nl" | "en";
}

export const dialogue = pgTable(
  "dialogue",
  {
    id: id<DialogueId>(),
    slug: text("slug").notNull(),
    title: text("title").notNull(),
    /** In which its authors and participants write. */
    language: text("language").$type<"nl" | "en">().notNull().default("nl"),
    state: text("state").$type<"draft" | "open" | "harvest" | "published" | "archived">().notNull().default("draft"),
    houseRules: text("house_rules").notNull().default(""),
    /** Telephone or mail for technical help, shown on each page of a session. */
    helpContact: text("help_contact").notNull().default(""),
    settings: jsonb("settings")
      .$type<DialogueSettings>()
      .notNull()
      .default({ confirmNewDevice: false, linkInCalendar: true, admission: "automatic" }),
    /** Where imported data comes from, with its licence. */
    source: text("source"),
    licence: text("licence"),
    /** A copy in which this dialogue is rehearsed, one at a time; erased after a day. */
    rehearsalOf: ref<DialogueId>("rehearsal_of").references((): AnyPgColumn => dialogue.id),
    rehearsal: jsonb("rehearsal").$type<RehearsalSettings>(),
    /** A peer consultation that is held live: of nobody but who is in it, and erased when it is over. */
    consultation: boolean("consultation").notNull().default(false),
    /** The dialogue of which this one takes the harvest along; that one may be gone. */
    followsId: ref<DialogueId>("follows_id"),
    /** Since when everybody may read the programme. */
    programmeShownAt: at("programme_shown_at"),
    /** Since when participants may say of a draft whether it would help them, and until when. */
    programmeAskedAt: at("programme_asked_at"),
    programmeAskEndedAt: at("programme_ask_ended_at"),
    /** From here on the retention of what people said counts. */
    archivedAt: at("archived_at"),
    /** Legal hold: nothing of this dialogue goes by itself. */
    heldAt: at("held_at"),
    heldBecause: text("held_because").notNull().default(""),
    version: integer("version").notNull().default(1),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [uniqueIndex("dialogue_slug").on(t.slug), uniqueIndex("dialogue_rehearsal").on(t.rehearsalOf)],
);

export const call = pgTable("call", {
  dialogueId: ref<DialogueId>("dialogue_id")
    .primaryKey()
    .references(() => dialogue.id),
  /** Rises with each save; a save that was based on an older one is answered with both texts. */
  version: integer("version").notNull().default(1),
  lead: text("lead").notNull().default(""),
  purpose: text("purpose").notNull().default(""),
  background: text("background").notNull().default(""),
  forWhom: text("for_whom").notNull().default(""),
  whatHappens: text("what_happens").notNull().default(""),
  owner: text("owner").notNull().default(""),
  contact: text("contact").notNull().default(""),
  updatedBy: ref<PersonId>("updated_by"),
  updatedAt: at("updated_at").notNull().defaultNow(),
});

export const privacyText = pgTable(
  "privacy_text",
  {
    dialogueId: belongsTo<DialogueId>("dialogue_id", () => dialogue.id),
    version: integer("version").notNull(),
    text: text("text").notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.dialogueId, t.version] })],
);

export const field = pgTable(
  "field",
  {
    id: id<FieldId>(),
    dialogueId: belongsTo<DialogueId>("dialogue_id", () => dialogue.id),
    position: integer("position").notNull(),
    name: text("name").notNull(),
    /** 1 to 7: its mark, colour and shape together. */
    shape: smallint("shape").notNull(),
    target: integer("target"),
    removedAt: at("removed_at"),
  },
  (t) => [index("field_dialogue").on(t.dialogueId)],
);

export const party = pgTable(
  "party",
  {
    id: id<PartyId>(),
    dialogueId: belongsTo<DialogueId>("dialogue_id", () => dialogue.id),
    position: integer("position").notNull(),
    name: text("name").notNull(),
    /** Residents and volunteers need not name an organisation or function. */
    organisationOptional: boolean("organisation_optional").notNull().default(false),
    target: integer("target"),
    removedAt: at("removed_at"),
  },
  (t) => [index("party_dialogue").on(t.dialogueId)],
);

export type SessionState = "planned" | "registration-open" | "registration-closed" | "lobby" | "live" | "ended" | "cancelled";

export const session = pgTable(
  "session",
  {
    id: id<SessionId>(),
    dialogueId: belongsTo<DialogueId>("dialogue_id", () => dialogue.id),
    title: text("title").notNull(),
    state: text("state").$type<SessionState>().notNull().default("planned"),
    startsAt: at("starts_at").notNull(),
    endsAt: at("ends_at").notNull(),
    registrationClosesAt: at("registration_closes_at"),
    capacity: integer("capacity").notNull().default(72),
    /** Rises with each change that a calendar must hear of. */
    calendarSequence: integer("calendar_sequence").notNull().default(0),
    version: integer("version").notNull().default(1),
    // the clock
    currentStepId: ref<StepId>("current_step_id"),
    /** Rises with each command of the clock; a command that saw an older turn changes nothing. */
    turn: integer("turn").notNull().default(0),
    stepStartedAt: at("step_started_at"),
    stepEndsAt: at("step_ends_at"),
    pausedLeftMs: integer("paused_left_ms"),
    // what the facilitator shows
    announcement: text("announcement").notNull().default(""),
    projector: jsonb("projector")
      .$type<{ shows: "question" | "wall" | "brought" | "naming" | "results" | "nothing"; insightId?: InsightId }>()
      .notNull()
      .default({ shows: "question" }),
    /** Who writes along what is said in the plenary: somebody of the team. */
    captionerId: ref<PersonId>("captioner_id").references(() => person.id),
    /** The insight that the facilitator put to everybody at once. */
    focusId: ref<InsightId>("focus_id"),
    /** On the wall of the screen in the hall stands only what the team let through. */
    wallChecked: boolean("wall_checked").notNull().default(false),
    // the practice check outside the session itself
    checkFrom: at("check_from"),
    checkUntil: at("check_until"),
    // writing outside the session itself
    /** Since when needs can be prepared; until the session starts. */
    prepareFrom: at("prepare_from"),
    /** So many days after the end things can still be added. */
    afterDays: smallint("after_days").notNull().default(7),
    endedAt: at("ended_at"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [index("session_dialogue").on(t.dialogueId)],
);

export const step = pgTable(
  "step",
  {
    id: id<StepId>(),
    sessionId: belongsTo<SessionId>("session_id", () => session.id),
    position: integer("position").notNull(),
    kind: text("kind").$type<StepKind>().notNull(),
    collects: text("collects").array().$type<Collectable[]>().notNull().default(sql`'{}'`),
    setting: text("setting").$type<Setting>().notNull(),
    title: text("title").notNull(),
    seconds: integer("seconds").notNull(),
    /** It is never proposed to make it shorter than this; null: what fits its kind. */
    leastSeconds: integer("least_seconds"),
    question: text("question").notNull().default(""),
    instruction: text("instruction").notNull().default(""),
    /** What the facilitator may read aloud. */
    script: text("script").notNull().default(""),
    groupSize: smallint("group_size"),
    mix: text("mix").$type<Mix>().notNull().default("none"),
    /** What people choose from when groups are by theme. */
    topics: text("topics").array().$type<readonly string[]>().notNull().default(sql`'{}'`),
  },
  (t) => [index("step_session").on(t.sessionId)],
);

export const ofDialogue = () =>
  ref<DialogueId>("dialogue_id")
    .notNull()
    .references(() => dialogue.id);
