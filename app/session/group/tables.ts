import {
  bigserial,
  boolean,
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
import { person, session, step } from "../../dialogue/tables.ts";
import { at, belongsTo, id, ref } from "../../platform/database/columns.ts";
import type { ContributionId, GroupId, GroupingId, PersonId, SessionId, StepId, TogetherId } from "../../platform/ids.ts";
import type { Weights } from "../grouping/deal-tables.ts";
import type { GatherKind } from "./gather.ts";
import type { SeatsBefore } from "./undo.ts";

/**
 * One deal of the people over groups; a step with mix "keep" uses the grouping before it. A proposal is what the facilitator
 * prepares before the step begins.
 */
export const grouping = pgTable(
  "grouping",
  {
    id: id<GroupingId>(),
    sessionId: belongsTo<SessionId>("session_id", () => session.id),
    stepId: belongsTo<StepId>("step_id", () => step.id),
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
    groupingId: belongsTo<GroupingId>("grouping_id", () => grouping.id),
    sessionId: belongsTo<SessionId>("session_id", () => session.id),
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
    groupingId: belongsTo<GroupingId>("grouping_id", () => grouping.id),
    personId: belongsTo<PersonId>("person_id", () => person.id),
    groupId: belongsTo<GroupId>("group_id", () => group.id),
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
    sessionId: belongsTo<SessionId>("session_id", () => session.id),
    aId: belongsTo<PersonId>("a_id", () => person.id),
    bId: belongsTo<PersonId>("b_id", () => person.id),
    kind: text("kind").$type<"together" | "apart">().notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.aId, t.bId] })],
);

/** Who took the notes or spoke for a group, in which step: so that roles go round. */
export const roleTurn = pgTable(
  "role_turn",
  {
    groupId: belongsTo<GroupId>("group_id", () => group.id, { onDelete: "cascade" }),
    stepId: belongsTo<StepId>("step_id", () => step.id, { onDelete: "cascade" }),
    role: text("role").$type<"note-taker" | "speaker">().notNull(),
    personId: belongsTo<PersonId>("person_id", () => person.id),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.stepId, t.role] }), index("role_turn_person").on(t.personId)],
);

/** A facilitator who sits down at a table for a while; the group sees it. */
export const groupVisit = pgTable(
  "group_visit",
  {
    groupId: belongsTo<GroupId>("group_id", () => group.id, { onDelete: "cascade" }),
    personId: belongsTo<PersonId>("person_id", () => person.id),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.personId] })],
);

/** A group read back what it wrote in a step, and says that it is right; what is written later is not in it. */
export const notesConfirmed = pgTable(
  "notes_confirmed",
  {
    groupId: belongsTo<GroupId>("group_id", () => group.id, { onDelete: "cascade" }),
    stepId: belongsTo<StepId>("step_id", () => step.id, { onDelete: "cascade" }),
    byId: belongsTo<PersonId>("by_id", () => person.id),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.stepId] })],
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
