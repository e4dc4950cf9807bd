import { type AnyPgColumn, bigint, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { dialogue, person, session } from "../../dialogue/tables.ts";
import type { History } from "../../disclosure/tell.ts";
import { at, belongsTo, bytea, id, ref } from "../../platform/database/columns.ts";
import type { AnalysisId, DialogueId, FieldId, InsightId, PartyId, PersonId, SessionId } from "../../platform/ids.ts";
import type { AnalysisSettings, StoredAnalysis } from "../analysis/analysis.ts";
import type { Figures } from "../outcomes/figures.ts";
import type { CountedFits } from "../outcomes/groups-told.ts";
import type { AgainCounted } from "./again.ts";

export const insight = pgTable(
  "insight",
  {
    id: id<InsightId>(),
    dialogueId: belongsTo<DialogueId>("dialogue_id", () => dialogue.id),
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

/** One person, one insight, the last choice. Never shown per person. */
export const ballot = pgTable(
  "ballot",
  {
    insightId: belongsTo<InsightId>("insight_id", () => insight.id),
    personId: belongsTo<PersonId>("person_id", () => person.id),
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
    dialogueId: belongsTo<DialogueId>("dialogue_id", () => dialogue.id),
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
    dialogueId: belongsTo<DialogueId>("dialogue_id", () => dialogue.id),
    personId: belongsTo<PersonId>("person_id", () => person.id),
    letter: text("letter").notNull(),
  },
  (t) => [primaryKey({ columns: [t.dialogueId, t.personId] }), index("analysis_member_person").on(t.personId)],
);

export type Choice = (typeof ballot.$inferSelect)["choice"];

export type Fit = NonNullable<(typeof ballot.$inferSelect)["fit"]>;
