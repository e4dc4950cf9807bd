import { sql } from "drizzle-orm";
import { bigserial, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { dialogue, person, session } from "../dialogue/tables.ts";
import { at, belongsTo, id, ref } from "../platform/database/columns.ts";
import type { ContributionId, DialogueId, NamingId, PersonId, SessionId, ThemeId, WordingId } from "../platform/ids.ts";
import type { NamingState } from "./naming/naming.ts";

export const theme = pgTable(
  "theme",
  {
    id: id<ThemeId>(),
    dialogueId: belongsTo<DialogueId>("dialogue_id", () => dialogue.id),
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
    themeId: belongsTo<ThemeId>("theme_id", () => theme.id),
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
    dialogueId: belongsTo<DialogueId>("dialogue_id", () => dialogue.id),
    number: integer("number").notNull(),
    themeId: belongsTo<ThemeId>("theme_id", () => theme.id),
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
    dialogueId: belongsTo<DialogueId>("dialogue_id", () => dialogue.id),
    sessionId: belongsTo<SessionId>("session_id", () => session.id),
    themeId: belongsTo<ThemeId>("theme_id", () => theme.id),
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
    namingId: belongsTo<NamingId>("naming_id", () => themeNaming.id),
    personId: belongsTo<PersonId>("person_id", () => person.id),
    option: text("option").notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.namingId, t.personId] }), index("name_choice_person").on(t.personId)],
);
