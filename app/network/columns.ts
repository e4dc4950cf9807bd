import { sql } from "drizzle-orm";
import { text, uuid } from "drizzle-orm/pg-core";
import { person } from "../dialogue/tables.ts";
import { ref } from "../platform/database/columns.ts";
import type { FieldId, PersonId } from "../platform/ids.ts";

export const ofPerson = (name = "person_id") =>
  ref<PersonId>(name)
    .notNull()
    .references(() => person.id);

export const fieldIds = () => uuid("field_ids").array().$type<FieldId[]>().notNull().default(sql`'{}'`);

export const stems = (name = "stems") => text(name).array().notNull().default(sql`'{}'`);

/** What is written is in the index with the commit: many search, few write, and a list of what waits is read by everybody who searches. */
export const atOnce = { fastupdate: false };
