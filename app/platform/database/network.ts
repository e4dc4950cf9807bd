import { sql } from "drizzle-orm";
import {
  boolean,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { AskKind, AskState } from "../../network/asks/ask.ts";
import type { CommitmentState } from "../../network/asks/commitment.ts";
import type { CircleKind, DateAnswer } from "../../network/circles/circle.ts";
import type { FileKind } from "../../network/library/file.ts";
import type { PracticeState, PracticeText, UsedFit } from "../../network/library/practice.ts";
import type { Shown } from "../../network/people/member.ts";
import type {
  AskId,
  CircleDateId,
  CircleId,
  CommitmentId,
  ContributionId,
  DialogueId,
  FieldId,
  FileId,
  MemberId,
  MessageId,
  NoteId,
  PersonId,
  PracticeId,
  ThemeId,
} from "../ids.ts";
import { at, id, ref } from "./columns.ts";
import { contribution, dialogue, person, theme } from "./schema.ts";

const ofDialogue = () =>
  ref<DialogueId>("dialogue_id")
    .notNull()
    .references(() => dialogue.id);
const ofPerson = (name = "person_id") =>
  ref<PersonId>(name)
    .notNull()
    .references(() => person.id);
const fieldIds = () => uuid("field_ids").array().$type<FieldId[]>().notNull().default(sql`'{}'`);
const stems = (name = "stems") => text(name).array().notNull().default(sql`'{}'`);

/** What is written is in the index with the commit: many search, few write, and a list of what waits is read by everybody who searches. */
const atOnce = { fastupdate: false };

/** Who stays in touch after a dialogue, by their own choice. The row goes when they leave. */
export const networkMember = pgTable(
  "network_member",
  {
    /** Stands in addresses; says nothing about the person. */
    id: id<MemberId>(),
    dialogueId: ofDialogue(),
    personId: ofPerson(),
    name: text("name").notNull(),
    does: text("does").notNull().default(""),
    offers: text("offers").notNull().default(""),
    looksFor: text("looks_for").notNull().default(""),
    areaCode: text("area_code"),
    areaYear: smallint("area_year"),
    /** In which the area lies; absent for a province. */
    municipality: text("municipality"),
    fieldIds: fieldIds(),
    languages: text("languages").array().notNull().default(sql`'{}'`),
    /** Part by part for whom it is. */
    shown: jsonb("shown").$type<Shown>().notNull(),
    /** Stems of what each circle may read: nobody finds somebody by words that are not theirs to read. */
    stemsMembers: stems("stems_members"),
    stemsParticipants: stems("stems_participants"),
    stemsPublic: stems("stems_public"),
    /** Once a week what fits them, by mail. */
    digest: boolean("digest").notNull().default(false),
    joinedAt: at("joined_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("network_member_once").on(t.dialogueId, t.personId),
    index("network_member_person").on(t.personId),
    index("network_member_stems").using("gin", t.stemsMembers).with(atOnce),
    index("network_member_stems_participants").using("gin", t.stemsParticipants).with(atOnce),
    index("network_member_stems_public").using("gin", t.stemsPublic).with(atOnce),
  ],
);

/** What one member wrote to another. */
export const networkMessage = pgTable(
  "network_message",
  {
    /** Chosen by the writer's browser: sending twice makes one. */
    id: id<MessageId>(),
    dialogueId: ofDialogue(),
    fromId: ofPerson("from_id"),
    toId: ofPerson("to_id"),
    text: text("text").notNull(),
    /** The writer chose to give their address along. */
    sharesMail: boolean("shares_mail").notNull().default(false),
    at: at("at").notNull().defaultNow(),
    reportedAt: at("reported_at"),
    reportReason: text("report_reason").notNull().default(""),
    settledAt: at("settled_at"),
  },
  (t) => [index("network_message_from").on(t.fromId, t.dialogueId), index("network_message_to").on(t.toId, t.dialogueId)],
);

/** Hears nothing more from somebody in this network. */
export const networkBlock = pgTable(
  "network_block",
  {
    dialogueId: ofDialogue(),
    personId: ofPerson(),
    otherId: ofPerson("other_id"),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.dialogueId, t.personId, t.otherId] }), index("network_block_other").on(t.otherId)],
);

/** What somebody asks, or offers. */
export const networkAsk = pgTable(
  "network_ask",
  {
    /** Chosen by the writer's browser: sending twice makes one. */
    id: id<AskId>(),
    dialogueId: ofDialogue(),
    number: integer("number").notNull(),
    personId: ofPerson(),
    kind: text("kind").$type<AskKind>().notNull(),
    title: text("title").notNull(),
    context: text("context").notNull().default(""),
    /** A day, without an hour. */
    until: date("until", { mode: "string" }),
    fieldIds: fieldIds(),
    areaCode: text("area_code"),
    areaYear: smallint("area_year"),
    municipality: text("municipality"),
    state: text("state").$type<AskState>().notNull().default("open"),
    thanks: text("thanks").notNull().default(""),
    stems: stems(),
    createdAt: at("created_at").notNull().defaultNow(),
    closedAt: at("closed_at"),
  },
  (t) => [
    uniqueIndex("network_ask_number").on(t.dialogueId, t.number),
    index("network_ask_person").on(t.personId),
    index("network_ask_stems").using("gin", t.stems).with(atOnce),
  ],
);

/** Who reacted to an ask or an offer. */
export const networkReaction = pgTable(
  "network_reaction",
  {
    askId: ref<AskId>("ask_id")
      .notNull()
      .references(() => networkAsk.id),
    personId: ofPerson(),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.askId, t.personId] }), index("network_reaction_person").on(t.personId)],
);

/** Which week somebody had their overview, and of what: nothing is told twice. */
export const networkDigest = pgTable(
  "network_digest",
  {
    dialogueId: ofDialogue(),
    personId: ofPerson(),
    /** The Monday it begins with. */
    week: date("week", { mode: "string" }).notNull(),
    askIds: uuid("ask_ids").array().$type<AskId[]>().notNull().default(sql`'{}'`),
  },
  (t) => [primaryKey({ columns: [t.dialogueId, t.personId, t.week] }), index("network_digest_person").on(t.personId)],
);

/** Something that works somewhere, told so that a colleague can use it. */
export const networkPractice = pgTable(
  "network_practice",
  {
    /** Chosen by the writer's browser: sending twice makes one. */
    id: id<PracticeId>(),
    dialogueId: ofDialogue(),
    number: integer("number").notNull(),
    personId: ofPerson(),
    state: text("state").$type<PracticeState>().notNull().default("waiting"),
    version: integer("version").notNull().default(1),
    /** The newest words; what was published before stands in its versions. */
    words: jsonb("words").$type<PracticeText>().notNull(),
    /** The version that everybody in the network reads. */
    published: integer("published"),
    /** Whether its writer lets everybody read it, outside the network too. */
    open: boolean("open").notNull().default(false),
    areaCode: text("area_code"),
    areaYear: smallint("area_year"),
    fieldIds: fieldIds(),
    themeIds: uuid("theme_ids").array().$type<ThemeId[]>().notNull().default(sql`'{}'`),
    /** Why the team does not publish it as it is. */
    reason: text("reason").notNull().default(""),
    stems: stems(),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("network_practice_number").on(t.dialogueId, t.number),
    index("network_practice_person").on(t.personId),
    index("network_practice_stems").using("gin", t.stems).with(atOnce),
  ],
);

/** What an entry said when it was published. */
export const networkPracticeVersion = pgTable(
  "network_practice_version",
  {
    practiceId: ref<PracticeId>("practice_id")
      .notNull()
      .references(() => networkPractice.id),
    version: integer("version").notNull(),
    words: jsonb("words").$type<PracticeText>().notNull(),
    /** What its writer chose when the team read it. */
    open: boolean("open").notNull().default(false),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.version] })],
);

/**
 * The stems of a need, to find it by. Kept beside the need, without its words; a trigger takes it away as soon as those change. Whether a
 * need may be read is asked of the need itself.
 */
export const networkNeed = pgTable(
  "network_need",
  {
    contributionId: ref<ContributionId>("contribution_id")
      .primaryKey()
      .references(() => contribution.id, { onDelete: "cascade" }),
    dialogueId: ofDialogue(),
    stems: stems(),
  },
  (t) => [index("network_need_dialogue").on(t.dialogueId), index("network_need_stems").using("gin", t.stems).with(atOnce)],
);

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** A file that goes with an entry; others have it once the team published it. */
export const networkFile = pgTable(
  "network_file",
  {
    /** Chosen by the writer's browser: sending twice makes one. */
    id: id<FileId>(),
    dialogueId: ofDialogue(),
    practiceId: ref<PracticeId>("practice_id")
      .notNull()
      .references(() => networkPractice.id),
    personId: ofPerson(),
    name: text("name").notNull(),
    kind: text("kind").$type<FileKind>().notNull(),
    /** In bytes. */
    size: integer("size").notNull(),
    /** sha-256, in hexadecimal: what is served is what was looked at. */
    hash: text("hash").notNull(),
    /** Null: it stands in the store that STORAGE_URL names. */
    content: bytes("content"),
    scannedAt: at("scanned_at"),
    approvedAt: at("approved_at"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [index("network_file_practice").on(t.practiceId), index("network_file_person").on(t.personId)],
);

/** What stands in the store of a file that is gone, until it is gone there too. A trigger fills it. */
export const networkFileGone = pgTable("network_file_gone", { id: id<FileId>(), at: at("at").notNull().defaultNow() });

/** "Gebruikt bij ons": the last one somebody wrote holds. */
export const networkPracticeUse = pgTable(
  "network_practice_use",
  {
    practiceId: ref<PracticeId>("practice_id")
      .notNull()
      .references(() => networkPractice.id),
    personId: ofPerson(),
    fit: text("fit").$type<UsedFit>().notNull(),
    text: text("text").notNull().default(""),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.personId] }), index("network_practice_use_person").on(t.personId)],
);

/** Some members who go on together. When it ends nothing of it stays. */
export const networkCircle = pgTable(
  "network_circle",
  {
    /** Chosen by the writer's browser: sending twice makes one. */
    id: id<CircleId>(),
    dialogueId: ofDialogue(),
    number: integer("number").notNull(),
    /** Who made it, or looks after it since that one left. */
    personId: ofPerson(),
    kind: text("kind").$type<CircleKind>().notNull(),
    title: text("title").notNull(),
    /** What it is for; of a consultation the case. */
    about: text("about").notNull(),
    themeId: ref<ThemeId>("theme_id").references(() => theme.id),
    areaCode: text("area_code"),
    areaYear: smallint("area_year"),
    meetsAt: at("meets_at"),
    place: text("place").notNull().default(""),
    /** The dialogue of its own in which a consultation is held live; that one goes by itself. */
    heldIn: ref<DialogueId>("held_in"),
    /** Rises with each meeting that is fixed, for calendars. */
    sequence: integer("sequence").notNull().default(0),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [uniqueIndex("network_circle_number").on(t.dialogueId, t.number), index("network_circle_person_id").on(t.personId)],
);

/** Who is in a circle, or was asked and did not answer yet. */
export const networkCirclePerson = pgTable(
  "network_circle_person",
  {
    circleId: ref<CircleId>("circle_id")
      .notNull()
      .references(() => networkCircle.id),
    personId: ofPerson(),
    joinedAt: at("joined_at"),
  },
  (t) => [primaryKey({ columns: [t.circleId, t.personId] }), index("network_circle_person_person").on(t.personId)],
);

/** A moment to choose from. */
export const networkCircleDate = pgTable(
  "network_circle_date",
  {
    id: id<CircleDateId>(),
    circleId: ref<CircleId>("circle_id")
      .notNull()
      .references(() => networkCircle.id),
    startsAt: at("starts_at").notNull(),
  },
  (t) => [index("network_circle_date_circle").on(t.circleId)],
);

/** Whether a moment suits somebody. */
export const networkCircleAnswer = pgTable(
  "network_circle_answer",
  {
    dateId: ref<CircleDateId>("date_id")
      .notNull()
      .references(() => networkCircleDate.id),
    personId: ofPerson(),
    answer: text("answer").$type<DateAnswer>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.dateId, t.personId] }), index("network_circle_answer_person").on(t.personId)],
);

/** What somebody wrote down for who is in it. */
export const networkCircleNote = pgTable(
  "network_circle_note",
  {
    /** Chosen by the writer's browser: sending twice makes one. */
    id: id<NoteId>(),
    circleId: ref<CircleId>("circle_id")
      .notNull()
      .references(() => networkCircle.id),
    personId: ofPerson(),
    text: text("text").notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [index("network_circle_note_circle").on(t.circleId), index("network_circle_note_person").on(t.personId)],
);

/** Who does what by when. */
export const networkCommitment = pgTable(
  "network_commitment",
  {
    /** Chosen by the writer's browser: sending twice makes one. */
    id: id<CommitmentId>(),
    dialogueId: ofDialogue(),
    personId: ofPerson(),
    what: text("what").notNull(),
    withWhom: text("with_whom").notNull().default(""),
    /** A day, without an hour. */
    due: date("due", { mode: "string" }).notNull(),
    themeId: ref<ThemeId>("theme_id").references(() => theme.id),
    state: text("state").$type<CommitmentState>().notNull().default("open"),
    /** The group it belongs to; the commitment outlives it. */
    circleId: ref<CircleId>("circle_id").references(() => networkCircle.id),
    /** Others in the dialogue may read it; else who made it and the team. */
    shared: boolean("shared").notNull().default(false),
    createdAt: at("created_at").notNull().defaultNow(),
    closedAt: at("closed_at"),
  },
  (t) => [index("network_commitment_dialogue").on(t.dialogueId), index("network_commitment_person").on(t.personId)],
);
