import { index, integer, jsonb, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { contribution } from "../../contribution/tables.ts";
import { dialogue, person, session } from "../../dialogue/tables.ts";
import { at, belongsTo, ref } from "../../platform/database/columns.ts";
import type { ContributionId, DialogueId, PersonId, SessionId, ThemeId } from "../../platform/ids.ts";
import { theme } from "../../themes/tables.ts";
import type { ShortLists } from "./short-lists.ts";

/** What weighs most: three marks per person and session. */
export const mark = pgTable(
  "mark",
  {
    sessionId: belongsTo<SessionId>("session_id", () => session.id),
    personId: belongsTo<PersonId>("person_id", () => person.id),
    contributionId: belongsTo<ContributionId>("contribution_id", () => contribution.id),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.personId, t.contributionId] }), index("mark_contribution").on(t.contributionId)],
);

/** As `mark`, in a step that asks for themes. */
export const themeMark = pgTable(
  "theme_mark",
  {
    sessionId: belongsTo<SessionId>("session_id", () => session.id),
    personId: belongsTo<PersonId>("person_id", () => person.id),
    themeId: belongsTo<ThemeId>("theme_id", () => theme.id),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.personId, t.themeId] }), index("theme_mark_theme").on(t.themeId)],
);

/** What came of the marks of a dialogue: how long its lists are, and the figures as they were shown. */
export const shortList = pgTable("short_list", {
  dialogueId: ref<DialogueId>("dialogue_id")
    .primaryKey()
    .references(() => dialogue.id),
  length: smallint("length").notNull().default(5),
  over: text("over").$type<"themes" | "needs">().notNull().default("themes"),
  figures: jsonb("figures").$type<ShortLists>(),
  figuresAt: at("figures_at"),
  /** How many people's marks were counted. */
  people: integer("people").notNull().default(0),
  /** Since when participants and the report see it. */
  revealedAt: at("revealed_at"),
});
