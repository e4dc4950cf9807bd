import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { ofDialogue } from "../../dialogue/tables.ts";
import { at, belongsTo, bytea, id } from "../../platform/database/columns.ts";
import type { FileId, PracticeId, ThemeId } from "../../platform/ids.ts";
import { atOnce, fieldIds, ofPerson, stems } from "../columns.ts";
import type { FileKind } from "./file.ts";
import type { PracticeState, PracticeText, UsedFit } from "./practice.ts";

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
    practiceId: belongsTo<PracticeId>("practice_id", () => networkPractice.id),
    version: integer("version").notNull(),
    words: jsonb("words").$type<PracticeText>().notNull(),
    /** What its writer chose when the team read it. */
    open: boolean("open").notNull().default(false),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.version] })],
);

/** A file that goes with an entry; others have it once the team published it. */
export const networkFile = pgTable(
  "network_file",
  {
    /** Chosen by the writer's browser: sending twice makes one. */
    id: id<FileId>(),
    dialogueId: ofDialogue(),
    practiceId: belongsTo<PracticeId>("practice_id", () => networkPractice.id),
    personId: ofPerson(),
    name: text("name").notNull(),
    kind: text("kind").$type<FileKind>().notNull(),
    /** In bytes. */
    size: integer("size").notNull(),
    /** sha-256, in hexadecimal: what is served is what was looked at. */
    hash: text("hash").notNull(),
    /** Null: it stands in the store that STORAGE_URL names. */
    content: bytea("content"),
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
    practiceId: belongsTo<PracticeId>("practice_id", () => networkPractice.id),
    personId: ofPerson(),
    fit: text("fit").$type<UsedFit>().notNull(),
    text: text("text").notNull().default(""),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.personId] }), index("network_practice_use_person").on(t.personId)],
);
