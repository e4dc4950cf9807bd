import { index, integer, pgTable, primaryKey, smallint, text, uniqueIndex } from "drizzle-orm/pg-core";
import { ofDialogue } from "../../dialogue/tables.ts";
import { at, belongsTo, id, ref } from "../../platform/database/columns.ts";
import type { CircleDateId, CircleId, DialogueId, NoteId, ThemeId } from "../../platform/ids.ts";
import { theme } from "../../themes/tables.ts";
import { ofPerson } from "../columns.ts";
import type { CircleKind, DateAnswer } from "./circle.ts";

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
    circleId: belongsTo<CircleId>("circle_id", () => networkCircle.id),
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
    circleId: belongsTo<CircleId>("circle_id", () => networkCircle.id),
    startsAt: at("starts_at").notNull(),
  },
  (t) => [index("network_circle_date_circle").on(t.circleId)],
);

/** Whether a moment suits somebody. */
export const networkCircleAnswer = pgTable(
  "network_circle_answer",
  {
    dateId: belongsTo<CircleDateId>("date_id", () => networkCircleDate.id),
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
    circleId: belongsTo<CircleId>("circle_id", () => networkCircle.id),
    personId: ofPerson(),
    text: text("text").notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [index("network_circle_note_circle").on(t.circleId), index("network_circle_note_person").on(t.personId)],
);
