import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { dialogue, field, party, person, session, step } from "../dialogue/tables.ts";
import type { FindingKind } from "../method/guard/finding.ts";
import { at, belongsTo, id, ref } from "../platform/database/columns.ts";
import type {
  ContributionId,
  DialogueId,
  FieldId,
  GroupId,
  InsightId,
  NamingId,
  PartyId,
  PersonId,
  SessionId,
  StepId,
  ThemeId,
  TogetherId,
} from "../platform/ids.ts";
import { group } from "../session/group/tables.ts";
import { insight } from "../session/insights/tables.ts";
import { theme, themeNaming } from "../themes/tables.ts";
import type { FlagOutcome, FlagReason } from "./flag.ts";

/** Kennismakingskaart: one per person and dialogue. */
export const card = pgTable(
  "card",
  {
    dialogueId: belongsTo<DialogueId>("dialogue_id", () => dialogue.id),
    personId: belongsTo<PersonId>("person_id", () => person.id),
    does: text("does").notNull().default(""),
    place: text("place").notNull().default(""),
    offers: text("offers").notNull().default(""),
    looksFor: text("looks_for").notNull().default(""),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.dialogueId, t.personId] })],
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
    dialogueId: belongsTo<DialogueId>("dialogue_id", () => dialogue.id),
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
    dialogueId: belongsTo<DialogueId>("dialogue_id", () => dialogue.id),
    sessionId: belongsTo<SessionId>("session_id", () => session.id),
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

/** "Dit herken ik": people behind a need besides its writer. */
export const backing = pgTable(
  "backing",
  {
    contributionId: belongsTo<ContributionId>("contribution_id", () => contribution.id),
    personId: belongsTo<PersonId>("person_id", () => person.id),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.contributionId, t.personId] })],
);

/** Conditions and examples that led to a new version. */
export const insightCause = pgTable(
  "insight_cause",
  {
    insightId: belongsTo<InsightId>("insight_id", () => insight.id),
    contributionId: belongsTo<ContributionId>("contribution_id", () => contribution.id),
  },
  (t) => [primaryKey({ columns: [t.insightId, t.contributionId] }), index("insight_cause_contribution").on(t.contributionId)],
);

export const placement = pgTable(
  "placement",
  {
    contributionId: ref<ContributionId>("contribution_id")
      .primaryKey()
      .references(() => contribution.id),
    themeId: belongsTo<ThemeId>("theme_id", () => theme.id),
    at: at("at").notNull().defaultNow(),
    /** How sure the machine was, when it placed the need and nobody has since. */
    sure: real("sure"),
  },
  (t) => [index("placement_theme").on(t.themeId)],
);
