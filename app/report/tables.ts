import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { dialogue, person } from "../dialogue/tables.ts";
import { at, belongsTo, id, ref } from "../platform/database/columns.ts";
import type { BlockId, ContributionId, DialogueId, DissentId, PersonId, RemarkId, ReviewId } from "../platform/ids.ts";
import type { ReportBasis, ReportContent } from "./gather/content.ts";

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
    dialogueId: belongsTo<DialogueId>("dialogue_id", () => dialogue.id),
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
    blockId: belongsTo<BlockId>("block_id", () => reportBlock.id),
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
    dialogueId: belongsTo<DialogueId>("dialogue_id", () => dialogue.id),
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
    dialogueId: belongsTo<DialogueId>("dialogue_id", () => dialogue.id),
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
    reviewId: belongsTo<ReviewId>("review_id", () => review.id),
    part: text("part").notNull(),
    personId: belongsTo<PersonId>("person_id", () => person.id),
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
    reviewId: belongsTo<ReviewId>("review_id", () => review.id),
    dialogueId: belongsTo<DialogueId>("dialogue_id", () => dialogue.id),
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
    remarkId: belongsTo<RemarkId>("remark_id", () => remark.id),
    personId: belongsTo<PersonId>("person_id", () => person.id),
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
    reviewId: belongsTo<ReviewId>("review_id", () => review.id),
    dialogueId: belongsTo<DialogueId>("dialogue_id", () => dialogue.id),
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
    dissentId: belongsTo<DissentId>("dissent_id", () => dissent.id),
    personId: belongsTo<PersonId>("person_id", () => person.id),
    /** Their name may be read with it, by their own choice. */
    named: boolean("named").notNull().default(false),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.dissentId, t.personId] }), index("dissenter_person").on(t.personId)],
);
