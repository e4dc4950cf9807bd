import { sql } from "drizzle-orm";
import {
  boolean,
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
import { contribution } from "../contribution/tables.ts";
import { ofDialogue } from "../dialogue/tables.ts";
import { at, belongsTo, id, ref } from "../platform/database/columns.ts";
import type { AskId, CircleId, CommitmentId, ContributionId, MemberId, MessageId, ThemeId } from "../platform/ids.ts";
import { theme } from "../themes/tables.ts";
import type { AskKind, AskState } from "./asks/ask.ts";
import type { CommitmentState } from "./asks/commitment.ts";
import { networkCircle } from "./circles/tables.ts";
import { atOnce, fieldIds, ofPerson, stems } from "./columns.ts";
import type { Shown } from "./people/member.ts";

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
    askId: belongsTo<AskId>("ask_id", () => networkAsk.id),
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
