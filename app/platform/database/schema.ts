import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  bigserial,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { FlagOutcome, FlagReason } from "../../contribution/flag.ts";
import type { SignInWay } from "../../dialogue/people/sign-in-way.ts";
import type { History } from "../../disclosure/tell.ts";
import type { FindingKind } from "../../method/guard/finding.ts";
import type { Findings } from "../../prepare/registration/connection/checked.ts";
import type { Collectable, Mix, Setting, StepKind } from "../../prepare/run-sheet/step.ts";
import type { Verdict } from "../../programme/answers/answer.ts";
import type { Reaction, ReactionFigures, ReactionHistory } from "../../programme/answers/reaction.ts";
import type { ItemKind, ItemState } from "../../programme/items/item.ts";
import type { NewsChoice, NewsKind } from "../../programme/news/news.ts";
import type { ReportBasis, ReportContent } from "../../report/gather/content.ts";
import type { AnalysisSettings, StoredAnalysis } from "../../session/analysis/analysis.ts";
import type { Before } from "../../session/cockpit/take-back.ts";
import type { GatherKind } from "../../session/group/gather.ts";
import type { SeatsBefore } from "../../session/group/undo.ts";
import type { Weights } from "../../session/grouping/deal-tables.ts";
import type { AgainCounted } from "../../session/insights/again.ts";
import type { Figures } from "../../session/outcomes/figures.ts";
import type { CountedFits } from "../../session/outcomes/groups-told.ts";
import type { ShortLists } from "../../session/weigh/short-lists.ts";
import type { NamingState } from "../../themes/naming/naming.ts";
import type {
  AnalysisId,
  BlockId,
  ContributionId,
  DialogueId,
  DissentId,
  FieldId,
  FloorId,
  GroupId,
  GroupingId,
  InsightId,
  ItemId,
  MailId,
  NamingId,
  PartyId,
  PasskeyId,
  PersonId,
  ReactionId,
  RegistrationId,
  RemarkId,
  ReviewId,
  SessionId,
  StepId,
  TeamNoteId,
  ThemeId,
  TogetherId,
  WordingId,
} from "../ids.ts";
import { at, bytea, id, ref } from "./columns.ts";

// ---- Ground ----

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

/** What went by itself, and how much of it: counts only. */
export const retentionLog = pgTable(
  "retention_log",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    at: at("at").notNull().defaultNow(),
    kind: text("kind").notNull(),
    days: integer("days").notNull(),
    count: integer("count").notNull(),
  },
  (t) => [index("retention_log_at").on(t.at)],
);

export const setting = pgTable("setting", { key: text("key").primaryKey(), value: jsonb("value").notNull() });

// ---- People ----

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

/** A role in the team of a dialogue; without dialogue it holds for the installation. */
export const membership = pgTable(
  "membership",
  {
    id: id<string>(),
    personId: ref<PersonId>("person_id")
      .notNull()
      .references(() => person.id),
    dialogueId: ref<DialogueId>("dialogue_id").references(() => dialogue.id),
    role: text("role").$type<"administrator" | "organiser" | "facilitator" | "analyst" | "note-taker" | "observer">().notNull(),
    invitedAt: at("invited_at").notNull().defaultNow(),
    acceptedAt: at("accepted_at"),
    endedAt: at("ended_at"),
  },
  (t) => [
    uniqueIndex("membership_once").on(t.personId, t.dialogueId, t.role).where(sql`${t.endedAt} is null`),
    index("membership_dialogue").on(t.dialogueId),
  ],
);

/** Every link with a secret that Klankbord hands out. Only the hash of the secret is kept. */
export const link = pgTable(
  "link",
  {
    tokenHash: bytea("token_hash").primaryKey(),
    kind: text("kind")
      .$type<
        | "claim"
        | "sign-in"
        | "invite"
        | "confirm"
        | "personal"
        | "device"
        | "invitation"
        | "passkey"
        | "item-owner"
        | "programme-news"
        | "pulse"
        | "reply"
      >()
      .notNull(),
    personId: ref<PersonId>("person_id").references(() => person.id),
    dialogueId: ref<DialogueId>("dialogue_id").references(() => dialogue.id),
    /** What the link is about: a registration, a membership, a device. */
    subjectId: uuid("subject_id"),
    createdAt: at("created_at").notNull().defaultNow(),
    expiresAt: at("expires_at"),
    usedAt: at("used_at"),
    endedAt: at("ended_at"),
  },
  (t) => [index("link_person").on(t.personId)],
);

/** A browser in which somebody is signed in: as the team, or as participant. */
export const device = pgTable(
  "device",
  {
    id: id<string>(),
    tokenHash: bytea("token_hash").notNull(),
    kind: text("kind").$type<"team" | "participant">().notNull(),
    personId: ref<PersonId>("person_id")
      .notNull()
      .references(() => person.id),
    /** Participants: the dialogue whose link was used. */
    dialogueId: ref<DialogueId>("dialogue_id").references(() => dialogue.id),
    name: text("name").notNull().default(""),
    createdAt: at("created_at").notNull().defaultNow(),
    seenAt: at("seen_at").notNull().defaultNow(),
    expiresAt: at("expires_at").notNull(),
    /** Absent while the organiser's rule asks to confirm a new device by mail. */
    confirmedAt: at("confirmed_at"),
    /** How the team came in. */
    way: text("way").$type<SignInWay>(),
    endedAt: at("ended_at"),
    /** Ended from another device: the next time somebody signs in on it counts as new. */
    distrusted: boolean("distrusted").notNull().default(false),
  },
  (t) => [uniqueIndex("device_token").on(t.tokenHash), index("device_person").on(t.personId)],
);

/** Who somebody is for the sign-in of the organisation: its word for them, which never changes as a mail address may. */
export const oidcAccount = pgTable(
  "oidc_account",
  {
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    personId: ref<PersonId>("person_id")
      .notNull()
      .references(() => person.id),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.subject] }), index("oidc_account_person").on(t.personId)],
);

/** What somebody of the team signs in with instead of a mail: the public half; the other half never leaves their device. */
export const passkey = pgTable(
  "passkey",
  {
    id: id<PasskeyId>(),
    personId: ref<PersonId>("person_id")
      .notNull()
      .references(() => person.id),
    /** What it opens: who takes part may have come by a mail alone, so such a key opens no team. */
    kind: text("kind").$type<"team" | "participant">().notNull().default("team"),
    credentialId: bytea("credential_id").notNull(),
    publicKey: bytea("public_key").notNull(),
    counter: bigint("counter", { mode: "number" }).notNull(),
    transports: text("transports").array().notNull().default(sql`'{}'`),
    name: text("name").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    usedAt: at("used_at"),
  },
  (t) => [uniqueIndex("passkey_credential").on(t.credentialId), index("passkey_person").on(t.personId)],
);

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

// ---- Prepare ----

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
    dialogueId: ref<DialogueId>("dialogue_id")
      .notNull()
      .references(() => dialogue.id),
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
    dialogueId: ref<DialogueId>("dialogue_id")
      .notNull()
      .references(() => dialogue.id),
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
    dialogueId: ref<DialogueId>("dialogue_id")
      .notNull()
      .references(() => dialogue.id),
    position: integer("position").notNull(),
    name: text("name").notNull(),
    /** Residents and volunteers need not name an organisation or function. */
    organisationOptional: boolean("organisation_optional").notNull().default(false),
    target: integer("target"),
    removedAt: at("removed_at"),
  },
  (t) => [index("party_dialogue").on(t.dialogueId)],
);

/** Code and year are the key: borders change each 1 January. */
export const area = pgTable(
  "area",
  {
    code: text("code").notNull(),
    year: smallint("year").notNull(),
    name: text("name").notNull(),
    kind: text("kind").$type<"province" | "municipality" | "district" | "focus">().notNull(),
    parentCode: text("parent_code"),
    everydayName: text("everyday_name"),
    /** Of a municipality: the codes of those that went into it. */
    former: text("former").array().notNull().default(sql`'{}'`),
  },
  (t) => [primaryKey({ columns: [t.code, t.year] })],
);

export type SessionState = "planned" | "registration-open" | "registration-closed" | "lobby" | "live" | "ended" | "cancelled";

export const session = pgTable(
  "session",
  {
    id: id<SessionId>(),
    dialogueId: ref<DialogueId>("dialogue_id")
      .notNull()
      .references(() => dialogue.id),
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
    sessionId: ref<SessionId>("session_id")
      .notNull()
      .references(() => session.id),
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

export type RegistrationState = "pending" | "confirmed" | "waiting" | "admitted" | "declined" | "withdrawn";

export const registration = pgTable(
  "registration",
  {
    id: id<RegistrationId>(),
    dialogueId: ref<DialogueId>("dialogue_id")
      .notNull()
      .references(() => dialogue.id),
    sessionId: ref<SessionId>("session_id")
      .notNull()
      .references(() => session.id),
    personId: ref<PersonId>("person_id")
      .notNull()
      .references(() => person.id),
    state: text("state").$type<RegistrationState>().notNull().default("pending"),
    name: text("name").notNull(),
    organisation: text("organisation").notNull().default(""),
    function: text("function").notNull().default(""),
    partyId: ref<PartyId>("party_id").references(() => party.id),
    fieldId: ref<FieldId>("field_id").references(() => field.id),
    areaCode: text("area_code"),
    areaYear: smallint("area_year"),
    brings: text("brings").notNull().default(""),
    shownAs: text("shown_as").$type<"full" | "function" | "none">().notNull().default("full"),
    locale: text("locale").$type<"nl" | "en">().notNull().default("nl"),
    source: text("source").$type<"form" | "invitation" | "substitute" | "import" | "demo">().notNull().default("form"),
    /** Whose place this was. */
    substituteFor: ref<RegistrationId>("substitute_for"),
    /** Who offered their place to this colleague; it changes hands when the colleague sends the form. */
    offeredBy: ref<RegistrationId>("offered_by"),
    /** Place in the line: milliseconds at which the address was confirmed, never the same twice in a session. */
    queue: bigint("queue", { mode: "number" }),
    /** Rises with each mail about the place, so that letters and calendars tell an old one from a new one. */
    letterSequence: integer("letter_sequence").notNull().default(0),
    createdAt: at("created_at").notNull().defaultNow(),
    confirmedAt: at("confirmed_at"),
    waitingSince: at("waiting_since"),
    admittedAt: at("admitted_at"),
    withdrawnAt: at("withdrawn_at"),
    /** When it was declined, or last changed by its person; for the list of the organiser. */
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("registration_once").on(t.sessionId, t.personId),
    index("registration_dialogue").on(t.dialogueId),
    index("registration_person").on(t.personId),
  ],
);

/** Other fields beside the main one. */
export const registrationField = pgTable(
  "registration_field",
  {
    registrationId: ref<RegistrationId>("registration_id")
      .notNull()
      .references(() => registration.id, { onDelete: "cascade" }),
    fieldId: ref<FieldId>("field_id")
      .notNull()
      .references(() => field.id),
  },
  (t) => [primaryKey({ columns: [t.registrationId, t.fieldId] })],
);

/** A form as it was sent, until the mail address is confirmed: only then it becomes the registration's. */
export const registrationForm = pgTable(
  "registration_form",
  {
    id: id<string>(),
    registrationId: ref<RegistrationId>("registration_id")
      .notNull()
      .references(() => registration.id, { onDelete: "cascade" }),
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

// ---- Mail ----

/** The outbox: once per (person, kind, event). The letter itself, with its fresh link, is made when it is sent. */
export const mail = pgTable(
  "mail",
  {
    id: id<MailId>(),
    personId: ref<PersonId>("person_id")
      .notNull()
      .references(() => person.id),
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

/** The organiser's own words to many; the mails point here, so that they are kept once. */
export const message = pgTable(
  "message",
  {
    /** Chosen when the form was shown: sending twice is once. */
    id: id<string>(),
    dialogueId: ref<DialogueId>("dialogue_id")
      .notNull()
      .references(() => dialogue.id),
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

/** Where mail lands without SMTP_URL (development and demo). */
export const mailbox = pgTable("mailbox", {
  id: bigserial("id", { mode: "number" }).primaryKey(),
  mailId: ref<MailId>("mail_id")
    .notNull()
    .references(() => mail.id, { onDelete: "cascade" }),
  address: text("address").notNull(),
  subject: text("subject").notNull(),
  text: text("text").notNull(),
  html: text("html").notNull(),
  calendar: text("calendar"),
  at: at("at").notNull().defaultNow(),
});

// ---- Hold ----

/** Kennismakingskaart: one per person and dialogue. */
export const card = pgTable(
  "card",
  {
    dialogueId: ref<DialogueId>("dialogue_id")
      .notNull()
      .references(() => dialogue.id),
    personId: ref<PersonId>("person_id")
      .notNull()
      .references(() => person.id),
    does: text("does").notNull().default(""),
    place: text("place").notNull().default(""),
    offers: text("offers").notNull().default(""),
    looksFor: text("looks_for").notNull().default(""),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.dialogueId, t.personId] })],
);

export const attendance = pgTable(
  "attendance",
  {
    sessionId: ref<SessionId>("session_id")
      .notNull()
      .references(() => session.id),
    personId: ref<PersonId>("person_id")
      .notNull()
      .references(() => person.id),
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
    stepId: ref<StepId>("step_id")
      .notNull()
      .references(() => step.id, { onDelete: "cascade" }),
    personId: ref<PersonId>("person_id")
      .notNull()
      .references(() => person.id),
    firstAt: at("first_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.stepId, t.personId] }), index("step_attendance_person").on(t.personId)],
);

/**
 * One deal of the people over groups; a step with mix "keep" uses the grouping before it. A proposal is what the facilitator
 * prepares before the step begins.
 */
export const grouping = pgTable(
  "grouping",
  {
    id: id<GroupingId>(),
    sessionId: ref<SessionId>("session_id")
      .notNull()
      .references(() => session.id),
    stepId: ref<StepId>("step_id")
      .notNull()
      .references(() => step.id),
    state: text("state").$type<"proposed" | "dealt">().notNull().default("dealt"),
    seed: integer("seed").notNull(),
    size: smallint("size").notNull(),
    /** With the seed, the people and who met before: enough to make the deal again. */
    weights: jsonb("weights").$type<Weights>(),
    /** Since when people see where they go. */
    shownAt: at("shown_at"),
    /** How people sat before what the facilitator did last, to turn it back. */
    before: jsonb("before").$type<SeatsBefore>(),
    dealtAt: at("dealt_at").notNull().defaultNow(),
  },
  (t) => [uniqueIndex("grouping_step").on(t.stepId)],
);

export const group = pgTable(
  "group",
  {
    id: id<GroupId>(),
    groupingId: ref<GroupingId>("grouping_id")
      .notNull()
      .references(() => grouping.id),
    sessionId: ref<SessionId>("session_id")
      .notNull()
      .references(() => session.id),
    number: smallint("number").notNull(),
    /** What its people have in common or chose: a field, an area, a theme; empty for a mixed group. */
    topic: text("topic").notNull().default(""),
    noteTakerId: ref<PersonId>("note_taker_id").references(() => person.id),
    /** Who speaks for the group afterwards. */
    speakerId: ref<PersonId>("speaker_id").references(() => person.id),
    /** Whose turn it is in a round of speaking, and since when. */
    turnId: ref<PersonId>("turn_id").references(() => person.id),
    turnAt: at("turn_at"),
    /** What the facilitator says to this table alone. */
    announcement: text("announcement").notNull().default(""),
  },
  (t) => [uniqueIndex("group_number").on(t.groupingId, t.number), index("group_session").on(t.sessionId)],
);

export const seat = pgTable(
  "seat",
  {
    groupingId: ref<GroupingId>("grouping_id")
      .notNull()
      .references(() => grouping.id),
    personId: ref<PersonId>("person_id")
      .notNull()
      .references(() => person.id),
    groupId: ref<GroupId>("group_id")
      .notNull()
      .references(() => group.id),
    seatedAt: at("seated_at").notNull().defaultNow(),
    /** Stays where it is when the others are dealt again. */
    locked: boolean("locked").notNull().default(false),
    /** Rises with each move; the browser of its person tells which one it shows. */
    version: integer("version").notNull().default(1),
    seenVersion: integer("seen_version").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.groupingId, t.personId] }), index("seat_group").on(t.groupId)],
);

/** Two people whom the facilitator keeps together, as an interpreter with whom they work for, or apart; in every deal of the session. */
export const seatWish = pgTable(
  "seat_wish",
  {
    sessionId: ref<SessionId>("session_id")
      .notNull()
      .references(() => session.id),
    aId: ref<PersonId>("a_id")
      .notNull()
      .references(() => person.id),
    bId: ref<PersonId>("b_id")
      .notNull()
      .references(() => person.id),
    kind: text("kind").$type<"together" | "apart">().notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.aId, t.bId] })],
);

/** Who took the notes or spoke for a group, in which step: so that roles go round. */
export const roleTurn = pgTable(
  "role_turn",
  {
    groupId: ref<GroupId>("group_id")
      .notNull()
      .references(() => group.id, { onDelete: "cascade" }),
    stepId: ref<StepId>("step_id")
      .notNull()
      .references(() => step.id, { onDelete: "cascade" }),
    role: text("role").$type<"note-taker" | "speaker">().notNull(),
    personId: ref<PersonId>("person_id")
      .notNull()
      .references(() => person.id),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.stepId, t.role] }), index("role_turn_person").on(t.personId)],
);

/** A facilitator who sits down at a table for a while; the group sees it. */
export const groupVisit = pgTable(
  "group_visit",
  {
    groupId: ref<GroupId>("group_id")
      .notNull()
      .references(() => group.id, { onDelete: "cascade" }),
    personId: ref<PersonId>("person_id")
      .notNull()
      .references(() => person.id),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.personId] })],
);

/** A group read back what it wrote in a step, and says that it is right; what is written later is not in it. */
export const notesConfirmed = pgTable(
  "notes_confirmed",
  {
    groupId: ref<GroupId>("group_id")
      .notNull()
      .references(() => group.id, { onDelete: "cascade" }),
    stepId: ref<StepId>("step_id")
      .notNull()
      .references(() => step.id, { onDelete: "cascade" }),
    byId: ref<PersonId>("by_id")
      .notNull()
      .references(() => person.id),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.stepId] })],
);

export const help = pgTable(
  "help",
  {
    id: id<string>(),
    sessionId: ref<SessionId>("session_id")
      .notNull()
      .references(() => session.id),
    groupId: ref<GroupId>("group_id").references(() => group.id),
    personId: ref<PersonId>("person_id")
      .notNull()
      .references(() => person.id),
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
    sessionId: ref<SessionId>("session_id")
      .notNull()
      .references(() => session.id),
    stepId: ref<StepId>("step_id")
      .notNull()
      .references(() => step.id, { onDelete: "cascade" }),
    personId: ref<PersonId>("person_id")
      .notNull()
      .references(() => person.id),
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
    sessionId: ref<SessionId>("session_id")
      .notNull()
      .references(() => session.id),
    stepId: ref<StepId>("step_id").references(() => step.id, { onDelete: "set null" }),
    byId: ref<PersonId>("by_id")
      .notNull()
      .references(() => person.id),
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

/** What a facilitator did about a disturbing person; reversible. */
export const measure = pgTable(
  "measure",
  {
    id: id<string>(),
    sessionId: ref<SessionId>("session_id")
      .notNull()
      .references(() => session.id),
    personId: ref<PersonId>("person_id")
      .notNull()
      .references(() => person.id),
    kind: text("kind").$type<"asked" | "muted" | "removed">().notNull(),
    reason: text("reason").notNull(),
    byId: ref<PersonId>("by_id").notNull(),
    at: at("at").notNull().defaultNow(),
    liftedAt: at("lifted_at"),
    liftedBy: ref<PersonId>("lifted_by"),
  },
  (t) => [index("measure_session").on(t.sessionId)],
);

export type ContributionKind =
  | "introduction"
  | "works"
  | "chafes"
  | "suggestion"
  | "need"
  | "note"
  | "talk"
  | "condition"
  | "example"
  | "name";

/** Everything a participant writes, with its provenance. */
export const contribution = pgTable(
  "contribution",
  {
    /** Chosen by the writer's browser: sending twice keeps one. */
    id: id<ContributionId>(),
    dialogueId: ref<DialogueId>("dialogue_id")
      .notNull()
      .references(() => dialogue.id),
    /** Rises within the dialogue: "Bijdrage 47". */
    number: integer("number").notNull(),
    kind: text("kind").$type<ContributionKind>().notNull(),
    text: text("text").notNull(),
    situation: text("situation").notNull().default(""),
    forWhom: text("for_whom").notNull().default(""),
    tried: text("tried").notNull().default(""),
    weight: text("weight").$type<"" | "light" | "heavy" | "very-heavy">().notNull().default(""),
    howOften: text("how_often").$type<"" | "yearly" | "monthly" | "weekly" | "daily">().notNull().default(""),
    wouldHelp: text("would_help").notNull().default(""),
    /** Fields of the dialogue that a need touches, by its writer. */
    touches: uuid("touches").array().$type<FieldId[]>().notNull().default(sql`'{}'`),
    /** A need that its writer found to be the same: these are other words for it. */
    sameAs: ref<ContributionId>("same_as").references((): AnyPgColumn => contribution.id),
    /** Whom it is shown to: the writer, the group, everybody in the session. */
    shared: text("shared").$type<"private" | "group" | "all">().notNull(),
    state: text("state").$type<"visible" | "withdrawn" | "hidden" | "erased">().notNull().default("visible"),
    hiddenReason: text("hidden_reason"),
    hiddenBy: ref<PersonId>("hidden_by"),
    /** Why words of it were replaced; its writer reads it. */
    redactedReason: text("redacted_reason"),
    // provenance
    /** Before the session, in it, or after it. */
    phase: text("phase").$type<"before" | "during" | "after">().notNull().default("during"),
    personId: ref<PersonId>("person_id").references(() => person.id),
    fieldId: ref<FieldId>("field_id").references(() => field.id),
    partyId: ref<PartyId>("party_id").references(() => party.id),
    sessionId: ref<SessionId>("session_id").references(() => session.id),
    stepId: ref<StepId>("step_id").references(() => step.id),
    groupId: ref<GroupId>("group_id").references(() => group.id),
    insightId: ref<InsightId>("insight_id").references(() => insight.id),
    /** Of a name for a theme: when it was proposed. */
    namingId: ref<NamingId>("naming_id").references((): AnyPgColumn => themeNaming.id),
    /** Needs with the same one were put together at their table. */
    togetherId: ref<TogetherId>("together_id"),
    /** Since when its table brings it to the plenary: then everybody in the session may read it. */
    broughtAt: at("brought_at"),
    /** Its writer asked for no field beside it in the report. */
    withoutField: boolean("without_field").notNull().default(false),
    /** Since when the team lets it stand on the screen in the hall, where that is asked. */
    onWallAt: at("on_wall_at"),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("contribution_number").on(t.dialogueId, t.number),
    index("contribution_session").on(t.sessionId, t.kind),
    index("contribution_group").on(t.groupId),
    index("contribution_person").on(t.personId),
    index("contribution_insight").on(t.insightId),
    index("contribution_same").on(t.sameAs),
    index("contribution_naming").on(t.namingId),
  ],
);

/** Something the facilitator should look at: by the guard of personal data, or by a participant ("Meld dit"). */
export const flag = pgTable(
  "flag",
  {
    id: id<string>(),
    dialogueId: ref<DialogueId>("dialogue_id")
      .notNull()
      .references(() => dialogue.id),
    sessionId: ref<SessionId>("session_id")
      .notNull()
      .references(() => session.id),
    /** A card is named by its person. */
    subjectKind: text("subject_kind").$type<"contribution" | "insight" | "card">().notNull(),
    subjectId: uuid("subject_id").notNull(),
    why: text("why").$type<FlagReason>().notNull(),
    /** What the guard found, by kind; never the words. */
    kinds: text("kinds").array().$type<FindingKind[]>().notNull().default(sql`'{}'`),
    /** The reporter's own words. */
    text: text("text").notNull().default(""),
    reporterId: ref<PersonId>("reporter_id").references(() => person.id),
    at: at("at").notNull().defaultNow(),
    settledAt: at("settled_at"),
    settledBy: ref<PersonId>("settled_by"),
    outcome: text("outcome").$type<FlagOutcome>(),
    answer: text("answer").notNull().default(""),
  },
  (t) => [
    uniqueIndex("flag_once").on(t.subjectId, t.why, t.reporterId).where(sql`${t.settledAt} is null`),
    uniqueIndex("flag_guard_once").on(t.subjectId).where(sql`${t.settledAt} is null and ${t.why} = 'guard'`),
    index("flag_session").on(t.sessionId),
    index("flag_reporter").on(t.reporterId),
  ],
);

/** What was done with needs on a table, ids only, append-only (trigger): replay gives `togetherId` and what is brought. */
export const gatherEvent = pgTable(
  "gather_event",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    sessionId: ref<SessionId>("session_id").notNull(),
    kind: text("kind").$type<GatherKind>().notNull(),
    needs: uuid("needs").array().$type<ContributionId[]>().notNull(),
    /** Of needs put together: what they then share. */
    togetherId: ref<TogetherId>("together_id"),
    byId: ref<PersonId>("by_id").notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [index("gather_event_session").on(t.sessionId)],
);

/** "Dit herken ik": people behind a need besides its writer. */
export const backing = pgTable(
  "backing",
  {
    contributionId: ref<ContributionId>("contribution_id")
      .notNull()
      .references(() => contribution.id),
    personId: ref<PersonId>("person_id")
      .notNull()
      .references(() => person.id),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.contributionId, t.personId] })],
);

/** What weighs most: three marks per person and session. */
export const mark = pgTable(
  "mark",
  {
    sessionId: ref<SessionId>("session_id")
      .notNull()
      .references(() => session.id),
    personId: ref<PersonId>("person_id")
      .notNull()
      .references(() => person.id),
    contributionId: ref<ContributionId>("contribution_id")
      .notNull()
      .references(() => contribution.id),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.personId, t.contributionId] }), index("mark_contribution").on(t.contributionId)],
);

/** As `mark`, in a step that asks for themes. */
export const themeMark = pgTable(
  "theme_mark",
  {
    sessionId: ref<SessionId>("session_id")
      .notNull()
      .references(() => session.id),
    personId: ref<PersonId>("person_id")
      .notNull()
      .references(() => person.id),
    themeId: ref<ThemeId>("theme_id")
      .notNull()
      .references(() => theme.id),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.personId, t.themeId] }), index("theme_mark_theme").on(t.themeId)],
);

/** What came of the marks of a dialogue: how long its lists are, and the figures as they were shown. */
export const shortList = pgTable("short_list", {
  dialogueId: ref<DialogueId>("dialogue_id")
    .primaryKey()
    .references(() => dialogue.id),
  length: smallint("length").notNull().default(5),
  over: text("over").$type<"themes" | "needs">().notNull().default("themes"),
  figures: jsonb("figures").$type<ShortLists>(),
  figuresAt: at("figures_at"),
  /** How many people's marks were counted. */
  people: integer("people").notNull().default(0),
  /** Since when participants and the report see it. */
  revealedAt: at("revealed_at"),
});

export const insight = pgTable(
  "insight",
  {
    id: id<InsightId>(),
    dialogueId: ref<DialogueId>("dialogue_id")
      .notNull()
      .references(() => dialogue.id),
    number: integer("number").notNull(),
    position: integer("position").notNull(),
    text: text("text").notNull(),
    source: text("source").notNull().default(""),
    /**
     * open: to be tested; replaced: a later version is; proposed: a participant's own, waits for the facilitator; refused and
     * removed are not shown.
     */
    state: text("state").$type<"open" | "replaced" | "proposed" | "refused" | "removed">().notNull().default("open"),
    reason: text("reason"),
    authorId: ref<PersonId>("author_id").references(() => person.id),
    sessionId: ref<SessionId>("session_id").references(() => session.id),
    revealedAt: at("revealed_at"),
    /** The outcome as it may be shown, after the rule of five; moves in steps of five people at the least. */
    figures: jsonb("figures").$type<Figures>(),
    figuresAt: at("figures_at"),
    /** Of whom was told when: so that the next figures single out nobody beside the former ones. Shown to nobody. */
    history: jsonb("history").$type<History>(),
    /** Versions of one insight share its number. Each is a row of its own: ballots stay with the words they were cast on. */
    version: integer("version").notNull().default(1),
    replacesId: ref<InsightId>("replaces_id").references((): AnyPgColumn => insight.id),
    /** Why the words changed; of a first version empty. */
    changedBecause: text("changed_because").notNull().default(""),
    /** The insight of which these are the words once more, at a later meeting or in a later dialogue: that one may be gone. */
    repeatsId: ref<InsightId>("repeats_id"),
    /** What may be told of who answered both times; moves in steps of five people at the least. */
    again: jsonb("again").$type<AgainCounted>(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [uniqueIndex("insight_number").on(t.dialogueId, t.number, t.version), uniqueIndex("insight_replaces").on(t.replacesId)],
);

/** Conditions and examples that led to a new version. */
export const insightCause = pgTable(
  "insight_cause",
  {
    insightId: ref<InsightId>("insight_id")
      .notNull()
      .references(() => insight.id),
    contributionId: ref<ContributionId>("contribution_id")
      .notNull()
      .references(() => contribution.id),
  },
  (t) => [primaryKey({ columns: [t.insightId, t.contributionId] }), index("insight_cause_contribution").on(t.contributionId)],
);

/** One person, one insight, the last choice. Never shown per person. */
export const ballot = pgTable(
  "ballot",
  {
    insightId: ref<InsightId>("insight_id")
      .notNull()
      .references(() => insight.id),
    personId: ref<PersonId>("person_id")
      .notNull()
      .references(() => person.id),
    choice: text("choice").$type<"agree" | "disagree" | "skip" | "not-my-field">().notNull(),
    fit: text("fit").$type<"fits" | "conditions" | "not">(),
    fieldId: ref<FieldId>("field_id"),
    partyId: ref<PartyId>("party_id"),
    sessionId: ref<SessionId>("session_id"),
    at: at("at").notNull().defaultNow(),
    /** When this insight was answered first: the order in which somebody went through the check. */
    firstAt: at("first_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.insightId, t.personId] }), index("ballot_person").on(t.personId)],
);

/** How many ballots stand in a session. Triggers on `ballot` keep it, whatever way one comes or goes. */
export const tally = pgTable("tally", {
  sessionId: ref<SessionId>("session_id").primaryKey(),
  ballots: integer("ballots").notNull(),
});

/**
 * What the method found in the ballots of one moment, with all that is needed to find it again. Sums and places only: no
 * person stands in it, and no choice of one.
 */
export const analysis = pgTable(
  "analysis",
  {
    id: id<AnalysisId>(),
    dialogueId: ref<DialogueId>("dialogue_id")
      .notNull()
      .references(() => dialogue.id),
    /** The session that was live; null outside one. */
    sessionId: ref<SessionId>("session_id").references(() => session.id),
    /** The dialogue's line when the ballots were read. */
    seq: bigint("seq", { mode: "number" }).notNull(),
    at: at("at").notNull().defaultNow(),
    method: integer("method").notNull(),
    settings: jsonb("settings").$type<AnalysisSettings>().notNull(),
    people: integer("people").notNull(),
    ballots: integer("ballots").notNull(),
    /** sha-256 of the ballots as they were read */
    inputHash: text("input_hash").notNull(),
    found: jsonb("found").$type<StoredAnalysis>().notNull(),
    /** Per participant group (one byte), x and y (four bytes each), by place: whose they are is not kept. */
    points: bytea("points").notNull(),
    /** With groups: how many of each said where it fits, and when that was counted. Moves on in steps, and is shown as shares. */
    fits: jsonb("fits").$type<CountedFits>(),
    /** Since when pages show it; the next one to be shown comes when five people chose since. */
    shownAt: at("shown_at"),
  },
  (t) => [index("analysis_dialogue").on(t.dialogueId, t.seq)],
);

/** The group of each person in the newest analysis, so that groups keep their letters in the next one. Never shown. */
export const analysisMember = pgTable(
  "analysis_member",
  {
    dialogueId: ref<DialogueId>("dialogue_id")
      .notNull()
      .references(() => dialogue.id),
    personId: ref<PersonId>("person_id")
      .notNull()
      .references(() => person.id),
    letter: text("letter").notNull(),
  },
  (t) => [primaryKey({ columns: [t.dialogueId, t.personId] }), index("analysis_member_person").on(t.personId)],
);

// ---- Harvest ----

export const theme = pgTable(
  "theme",
  {
    id: id<ThemeId>(),
    dialogueId: ref<DialogueId>("dialogue_id")
      .notNull()
      .references(() => dialogue.id),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    /** Words that tell of it, for what is suggested. */
    seeds: text("seeds").notNull().default(""),
    position: integer("position").notNull(),
    /** Set when its needs went to another theme, or it was removed empty. */
    mergedInto: ref<ThemeId>("merged_into"),
    removedAt: at("removed_at"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [index("theme_dialogue").on(t.dialogueId)],
);

export const placement = pgTable(
  "placement",
  {
    contributionId: ref<ContributionId>("contribution_id")
      .primaryKey()
      .references(() => contribution.id),
    themeId: ref<ThemeId>("theme_id")
      .notNull()
      .references(() => theme.id),
    at: at("at").notNull().defaultNow(),
    /** How sure the machine was, when it placed the need and nobody has since. */
    sure: real("sure"),
  },
  (t) => [index("placement_theme").on(t.themeId)],
);

/** What was done with themes, ids only, append-only (trigger): replay gives the present. */
export const themeEvent = pgTable(
  "theme_event",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    dialogueId: ref<DialogueId>("dialogue_id").notNull(),
    kind: text("kind").notNull(),
    payload: jsonb("payload").notNull(),
    byId: ref<PersonId>("by_id"),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [
    // read on from a line; all of one need; and what was done with whole themes
    index("theme_event_dialogue").on(t.dialogueId, t.id),
    index("theme_event_need").on(sql`(${t.payload}->>'need')`),
    index("theme_event_theme").on(t.dialogueId).where(sql`${t.kind} in ('merge', 'rename', 'split')`),
  ],
);

/** The words that a theme had before it got others: what puts them back finds them here. */
export const themeWording = pgTable(
  "theme_wording",
  {
    id: id<WordingId>(),
    themeId: ref<ThemeId>("theme_id")
      .notNull()
      .references(() => theme.id),
    name: text("name").notNull(),
    description: text("description").notNull(),
    seeds: text("seeds").notNull(),
  },
  (t) => [index("theme_wording_theme").on(t.themeId)],
);

/** An insight tests what a theme is about; all versions of the insight share its number. */
export const insightTheme = pgTable(
  "insight_theme",
  {
    dialogueId: ref<DialogueId>("dialogue_id")
      .notNull()
      .references(() => dialogue.id),
    number: integer("number").notNull(),
    themeId: ref<ThemeId>("theme_id")
      .notNull()
      .references(() => theme.id),
    byId: ref<PersonId>("by_id").notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.dialogueId, t.number] }), index("insight_theme_theme").on(t.themeId)],
);

/** The plenary names a theme together. */
export const themeNaming = pgTable(
  "theme_naming",
  {
    id: id<NamingId>(),
    dialogueId: ref<DialogueId>("dialogue_id")
      .notNull()
      .references(() => dialogue.id),
    sessionId: ref<SessionId>("session_id")
      .notNull()
      .references(() => session.id),
    themeId: ref<ThemeId>("theme_id")
      .notNull()
      .references(() => theme.id),
    state: text("state").$type<NamingState>().notNull().default("proposing"),
    /** The name that the theme had. */
    before: text("before").notNull(),
    /** What the machine offers, one a line. */
    phrases: text("phrases").notNull().default(""),
    /** The needs that stand closest to the middle of the theme. */
    centralIds: uuid("central_ids").array().$type<ContributionId[]>().notNull().default(sql`'{}'`),
    /** The option that was adopted, and by whom. */
    adopted: text("adopted"),
    adoptedBy: ref<PersonId>("adopted_by"),
    openedBy: ref<PersonId>("opened_by").notNull(),
    openedAt: at("opened_at").notNull().defaultNow(),
    endedAt: at("ended_at"),
  },
  (t) => [
    uniqueIndex("theme_naming_open").on(t.sessionId).where(sql`${t.state} in ('proposing', 'choosing', 'closed')`),
    index("theme_naming_theme").on(t.themeId),
  ],
);

/** One name each, the last one counts. Never shown per person. */
export const nameChoice = pgTable(
  "name_choice",
  {
    namingId: ref<NamingId>("naming_id")
      .notNull()
      .references(() => themeNaming.id),
    personId: ref<PersonId>("person_id")
      .notNull()
      .references(() => person.id),
    option: text("option").notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.namingId, t.personId] }), index("name_choice_person").on(t.personId)],
);

/** The part of the report that people write. */
export const reportDraft = pgTable("report_draft", {
  dialogueId: ref<DialogueId>("dialogue_id")
    .primaryKey()
    .references(() => dialogue.id),
  version: integer("version").notNull().default(1),
  introduction: text("introduction").notNull().default(""),
  conclusions: text("conclusions").notNull().default(""),
  /** Notes of groups that the analyst chose. */
  chosenIds: uuid("chosen_ids").array().$type<ContributionId[]>().notNull().default(sql`'{}'`),
  updatedBy: ref<PersonId>("updated_by"),
  updatedAt: at("updated_at").notNull().defaultNow(),
  /** What the data came to when the team last said that it had seen them; points at words, like a version. */
  seen: jsonb("seen").$type<ReportContent>(),
  seenAt: at("seen_at"),
});

/** A piece of text of the team, after a part of the report. */
export const reportBlock = pgTable(
  "report_block",
  {
    /** Chosen by the writer's browser: sending twice makes one. */
    id: id<BlockId>(),
    dialogueId: ref<DialogueId>("dialogue_id")
      .notNull()
      .references(() => dialogue.id),
    /** After which part it stands: app/report/read/places.ts. */
    place: text("place").notNull(),
    position: integer("position").notNull(),
    text: text("text").notNull(),
    version: integer("version").notNull().default(1),
    updatedBy: ref<PersonId>("updated_by"),
    updatedAt: at("updated_at").notNull().defaultNow(),
    removedAt: at("removed_at"),
  },
  (t) => [index("report_block_dialogue").on(t.dialogueId)],
);

/** What a block said before, and says now. What one person saves in a row is one line. */
export const reportBlockWording = pgTable(
  "report_block_wording",
  {
    blockId: ref<BlockId>("block_id")
      .notNull()
      .references(() => reportBlock.id),
    version: integer("version").notNull(),
    how: text("how").$type<"write" | "auto" | "restore" | "remove" | "put-back">().notNull(),
    text: text("text").notNull(),
    byId: ref<PersonId>("by_id"),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.blockId, t.version] })],
);

/** A frozen version. Numbers stand in it; texts of contributions are references, so that they stay erasable. */
export const report = pgTable(
  "report",
  {
    dialogueId: ref<DialogueId>("dialogue_id")
      .notNull()
      .references(() => dialogue.id),
    number: integer("number").notNull(),
    publishedAt: at("published_at").notNull().defaultNow(),
    publishedBy: ref<PersonId>("published_by"),
    changeNote: text("change_note").notNull().default(""),
    content: jsonb("content").$type<ReportContent>().notNull(),
    /** When each of its figures was counted; not published. */
    basis: jsonb("basis").$type<ReportBasis>().notNull(),
    /** Of the content, so that a version can be shown to be as it was published. */
    hash: text("hash").notNull(),
  },
  (t) => [primaryKey({ columns: [t.dialogueId, t.number] })],
);

/** A time in which participants read the report along, and the copy of it that they read. */
export const review = pgTable(
  "review",
  {
    id: id<ReviewId>(),
    dialogueId: ref<DialogueId>("dialogue_id")
      .notNull()
      .references(() => dialogue.id),
    opensAt: at("opens_at").notNull(),
    closesAt: at("closes_at").notNull(),
    /** Rises when the organiser brings the copy up to date: a remark says which one it is about. */
    copy: integer("copy").notNull().default(1),
    copiedAt: at("copied_at").notNull(),
    content: jsonb("content").$type<ReportContent>().notNull(),
    basis: jsonb("basis").$type<ReportBasis>().notNull(),
    createdBy: ref<PersonId>("created_by"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [index("review_dialogue").on(t.dialogueId)],
);

/** What a participant says of a part: agrees with it. Who is on no page. */
export const agreement = pgTable(
  "agreement",
  {
    reviewId: ref<ReviewId>("review_id")
      .notNull()
      .references(() => review.id),
    part: text("part").notNull(),
    personId: ref<PersonId>("person_id")
      .notNull()
      .references(() => person.id),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.reviewId, t.part, t.personId] }), index("agreement_person").on(t.personId)],
);

/** A remark of a participant on a part of the report, or other words for it; with the organiser's answer. */
export const remark = pgTable(
  "remark",
  {
    /** Chosen by the writer's browser: sending twice keeps one. */
    id: id<RemarkId>(),
    reviewId: ref<ReviewId>("review_id")
      .notNull()
      .references(() => review.id),
    dialogueId: ref<DialogueId>("dialogue_id")
      .notNull()
      .references(() => dialogue.id),
    number: integer("number").notNull(),
    /** A place of the report, or `tekst-` and the id of a text. */
    part: text("part").notNull(),
    copy: integer("copy").notNull(),
    personId: ref<PersonId>("person_id").references(() => person.id),
    kind: text("kind").$type<"remark" | "correction">().notNull(),
    text: text("text").notNull(),
    /** Of a correction: the words that its writer proposes. */
    words: text("words").notNull().default(""),
    state: text("state").$type<"visible" | "withdrawn" | "hidden" | "erased">().notNull().default("visible"),
    createdAt: at("created_at").notNull().defaultNow(),
    verdict: text("verdict").$type<"taken" | "partly" | "not">(),
    answer: text("answer").notNull().default(""),
    answeredBy: ref<PersonId>("answered_by"),
    answeredAt: at("answered_at"),
    /** Since when its writer was told of the answer. */
    toldAt: at("told_at"),
  },
  (t) => [
    uniqueIndex("remark_number").on(t.dialogueId, t.number),
    index("remark_review").on(t.reviewId),
    index("remark_person").on(t.personId),
  ],
);

/** Stands behind what another remarked. */
export const remarkBacking = pgTable(
  "remark_backing",
  {
    remarkId: ref<RemarkId>("remark_id")
      .notNull()
      .references(() => remark.id),
    personId: ref<PersonId>("person_id")
      .notNull()
      .references(() => person.id),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.remarkId, t.personId] }), index("remark_backing_person").on(t.personId)],
);

/** A minority note: what some say beside a part of the report. The team answers it, and changes nothing in it. */
export const dissent = pgTable(
  "dissent",
  {
    /** Chosen by the writer's browser: sending twice keeps one. */
    id: id<DissentId>(),
    reviewId: ref<ReviewId>("review_id")
      .notNull()
      .references(() => review.id),
    dialogueId: ref<DialogueId>("dialogue_id")
      .notNull()
      .references(() => dialogue.id),
    number: integer("number").notNull(),
    part: text("part").notNull(),
    text: text("text").notNull(),
    version: integer("version").notNull().default(1),
    /** Withdrawn: the last who stood under it left. */
    state: text("state").$type<"visible" | "withdrawn" | "hidden" | "erased">().notNull().default("visible"),
    createdAt: at("created_at").notNull().defaultNow(),
    answer: text("answer").notNull().default(""),
    answeredBy: ref<PersonId>("answered_by"),
    answeredAt: at("answered_at"),
  },
  (t) => [uniqueIndex("dissent_number").on(t.dialogueId, t.number), index("dissent_review").on(t.reviewId)],
);

/** Who stands under a minority note. */
export const dissenter = pgTable(
  "dissenter",
  {
    dissentId: ref<DissentId>("dissent_id")
      .notNull()
      .references(() => dissent.id),
    personId: ref<PersonId>("person_id")
      .notNull()
      .references(() => person.id),
    /** Their name may be read with it, by their own choice. */
    named: boolean("named").notNull().default(false),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.dissentId, t.personId] }), index("dissenter_person").on(t.personId)],
);

// ---- Programme ----

/** A point of support: what is done about which themes, by whom and until when. */
export const programmeItem = pgTable(
  "programme_item",
  {
    id: id<ItemId>(),
    dialogueId: ref<DialogueId>("dialogue_id")
      .notNull()
      .references(() => dialogue.id),
    number: integer("number").notNull(),
    kind: text("kind").$type<ItemKind>().notNull(),
    title: text("title").notNull(),
    text: text("text").notNull().default(""),
    /** Who acts: an organisation, or somebody who agreed to it. */
    acts: text("acts").notNull().default(""),
    budget: text("budget").notNull().default(""),
    /** By what one will notice that it helps. */
    indicator: text("indicator").notNull().default(""),
    fieldIds: uuid("field_ids").array().$type<FieldId[]>().notNull().default(sql`'{}'`),
    partyIds: uuid("party_ids").array().$type<PartyId[]>().notNull().default(sql`'{}'`),
    /** Codes of provinces; none: the whole country. */
    areaCodes: text("area_codes").array().notNull().default(sql`'{}'`),
    state: text("state").$type<ItemState>().notNull().default("idea"),
    version: integer("version").notNull().default(1),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
    updatedBy: ref<PersonId>("updated_by"),
    removedAt: at("removed_at"),
    /** Where it went on: all it held is there. */
    mergedInto: ref<ItemId>("merged_into").references((): AnyPgColumn => programmeItem.id),
    splitFrom: ref<ItemId>("split_from").references((): AnyPgColumn => programmeItem.id),
    /** Of reactions, as they may be shown; and what was told of them when, which is shown to nobody. */
    figures: jsonb("figures").$type<ReactionFigures>(),
    history: jsonb("history").$type<ReactionHistory>(),
  },
  (t) => [uniqueIndex("programme_item_number").on(t.dialogueId, t.number)],
);

export const programmeStep = pgTable(
  "programme_step",
  {
    itemId: ref<ItemId>("item_id")
      .notNull()
      .references(() => programmeItem.id),
    position: integer("position").notNull(),
    text: text("text").notNull(),
    /** A day, without an hour. */
    due: date("due", { mode: "string" }),
    done: boolean("done").notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.itemId, t.position] })],
);

/** The themes that an item is for. */
export const itemTheme = pgTable(
  "item_theme",
  {
    itemId: ref<ItemId>("item_id")
      .notNull()
      .references(() => programmeItem.id),
    themeId: ref<ThemeId>("theme_id")
      .notNull()
      .references(() => theme.id),
  },
  (t) => [primaryKey({ columns: [t.itemId, t.themeId] }), index("item_theme_theme").on(t.themeId)],
);

/** A finding of the report that an item answers: an insight, or a sentence of the team with its words as they were. */
export const itemClaim = pgTable(
  "item_claim",
  {
    id: id<string>(),
    itemId: ref<ItemId>("item_id")
      .notNull()
      .references(() => programmeItem.id),
    insightId: ref<InsightId>("insight_id").references(() => insight.id),
    blockId: ref<BlockId>("block_id").references(() => reportBlock.id),
    words: text("words").notNull().default(""),
  },
  (t) => [index("item_claim_item").on(t.itemId)],
);

/** Who looks after an item. A person is named only when they said so; until then the role or organisation stands there. */
export const itemOwner = pgTable(
  "item_owner",
  {
    id: id<string>(),
    itemId: ref<ItemId>("item_id")
      .notNull()
      .references(() => programmeItem.id),
    personId: ref<PersonId>("person_id").references(() => person.id),
    role: text("role").notNull(),
    /** The owner; others are co-owners. */
    lead: boolean("lead").notNull().default(false),
    /** Whether their name may stand there; null: not answered yet. */
    named: boolean("named"),
    addedAt: at("added_at").notNull().defaultNow(),
    answeredAt: at("answered_at"),
    endedAt: at("ended_at"),
  },
  (t) => [index("item_owner_item").on(t.itemId), index("item_owner_person").on(t.personId)],
);

/** How it goes with an item; lines are added, never changed. */
export const progress = pgTable(
  "progress",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    itemId: ref<ItemId>("item_id")
      .notNull()
      .references(() => programmeItem.id),
    kind: text("kind").$type<NewsKind>().notNull().default("told"),
    state: text("state").$type<ItemState>().notNull(),
    text: text("text").notNull().default(""),
    /** The item that went into this one, or that was split off or from. */
    otherId: ref<ItemId>("other_id").references(() => programmeItem.id),
    /** Of a change: the words as they were, by field. */
    before: jsonb("before").$type<Record<string, string>>(),
    byId: ref<PersonId>("by_id"),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [index("progress_item").on(t.itemId)],
);

/** Whether an item would help somebody in their own work; the last answer counts. */
export const itemReaction = pgTable(
  "item_reaction",
  {
    id: id<ReactionId>(),
    itemId: ref<ItemId>("item_id")
      .notNull()
      .references(() => programmeItem.id),
    personId: ref<PersonId>("person_id")
      .notNull()
      .references(() => person.id),
    fit: text("fit").$type<Reaction>().notNull(),
    /** Under which condition, or why not. */
    text: text("text").notNull().default(""),
    /** The version of the item that was read. */
    version: integer("version").notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [uniqueIndex("item_reaction_once").on(t.itemId, t.personId), index("item_reaction_person").on(t.personId)],
);

/** The reactions that led to a change of an item. */
export const itemCause = pgTable(
  "item_cause",
  {
    progressId: bigint("progress_id", { mode: "number" })
      .notNull()
      .references(() => progress.id),
    reactionId: ref<ReactionId>("reaction_id")
      .notNull()
      .references(() => itemReaction.id),
  },
  (t) => [primaryKey({ columns: [t.progressId, t.reactionId] }), index("item_cause_reaction").on(t.reactionId)],
);

/** How often somebody wants to hear what becomes of their input, and up to which line they heard. */
export const programmeNews = pgTable(
  "programme_news",
  {
    dialogueId: ref<DialogueId>("dialogue_id")
      .notNull()
      .references(() => dialogue.id),
    personId: ref<PersonId>("person_id")
      .notNull()
      .references(() => person.id),
    choice: text("choice").$type<NewsChoice>().notNull().default("weekly"),
    /** The last line of progress that was put in a letter to them. */
    upTo: bigint("up_to", { mode: "number" }).notNull().default(0),
    mailedAt: at("mailed_at"),
  },
  (t) => [primaryKey({ columns: [t.dialogueId, t.personId] }), index("programme_news_person").on(t.personId)],
);

/** What the owner answers to a theme, or to one need. Lines are added, never changed: the last one holds. */
export const decision = pgTable(
  "decision",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    dialogueId: ref<DialogueId>("dialogue_id")
      .notNull()
      .references(() => dialogue.id),
    themeId: ref<ThemeId>("theme_id").references(() => theme.id),
    contributionId: ref<ContributionId>("contribution_id").references(() => contribution.id),
    verdict: text("verdict").$type<Verdict>().notNull(),
    reason: text("reason").notNull(),
    itemId: ref<ItemId>("item_id").references(() => programmeItem.id),
    byId: ref<PersonId>("by_id"),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [index("decision_dialogue").on(t.dialogueId)],
);

export type Choice = (typeof ballot.$inferSelect)["choice"];
export type Fit = NonNullable<(typeof ballot.$inferSelect)["fit"]>;
