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
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { contribution } from "../contribution/tables.ts";
import { dialogue, person } from "../dialogue/tables.ts";
import { at, belongsTo, id, ref } from "../platform/database/columns.ts";
import type {
  BlockId,
  ContributionId,
  DialogueId,
  FieldId,
  InsightId,
  ItemId,
  PartyId,
  PersonId,
  ReactionId,
  ThemeId,
} from "../platform/ids.ts";
import { reportBlock } from "../report/tables.ts";
import { insight } from "../session/insights/tables.ts";
import { theme } from "../themes/tables.ts";
import type { Verdict } from "./answers/answer.ts";
import type { Reaction, ReactionFigures, ReactionHistory } from "./answers/reaction.ts";
import type { ItemKind, ItemState } from "./items/item.ts";
import type { NewsChoice, NewsKind } from "./news/news.ts";

/** A point of support: what is done about which themes, by whom and until when. */
export const programmeItem = pgTable(
  "programme_item",
  {
    id: id<ItemId>(),
    dialogueId: belongsTo<DialogueId>("dialogue_id", () => dialogue.id),
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
    itemId: belongsTo<ItemId>("item_id", () => programmeItem.id),
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
    itemId: belongsTo<ItemId>("item_id", () => programmeItem.id),
    themeId: belongsTo<ThemeId>("theme_id", () => theme.id),
  },
  (t) => [primaryKey({ columns: [t.itemId, t.themeId] }), index("item_theme_theme").on(t.themeId)],
);

/** A finding of the report that an item answers: an insight, or a sentence of the team with its words as they were. */
export const itemClaim = pgTable(
  "item_claim",
  {
    id: id<string>(),
    itemId: belongsTo<ItemId>("item_id", () => programmeItem.id),
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
    itemId: belongsTo<ItemId>("item_id", () => programmeItem.id),
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
    itemId: belongsTo<ItemId>("item_id", () => programmeItem.id),
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
    itemId: belongsTo<ItemId>("item_id", () => programmeItem.id),
    personId: belongsTo<PersonId>("person_id", () => person.id),
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
    reactionId: belongsTo<ReactionId>("reaction_id", () => itemReaction.id),
  },
  (t) => [primaryKey({ columns: [t.progressId, t.reactionId] }), index("item_cause_reaction").on(t.reactionId)],
);

/** How often somebody wants to hear what becomes of their input, and up to which line they heard. */
export const programmeNews = pgTable(
  "programme_news",
  {
    dialogueId: belongsTo<DialogueId>("dialogue_id", () => dialogue.id),
    personId: belongsTo<PersonId>("person_id", () => person.id),
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
    dialogueId: belongsTo<DialogueId>("dialogue_id", () => dialogue.id),
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
