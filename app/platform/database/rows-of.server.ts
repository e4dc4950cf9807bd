import { type SQL, sql } from "drizzle-orm";
import type { DialogueId } from "../ids.ts";

/** Every row that a dialogue has, as what stands behind `delete from`: what points at something goes before it. */
export function rowsOf(id: DialogueId): SQL[] {
  const sessions = sql`(select id from session where dialogue_id = ${id})`;
  const written = sql`(select id from contribution where dialogue_id = ${id})`;
  const insights = sql`(select id from insight where dialogue_id = ${id})`;
  const items = sql`(select id from programme_item where dialogue_id = ${id})`;
  const inSessions = (table: string) => sql`${sql.identifier(table)} where session_id in ${sessions}`;
  const inDialogue = (table: string) => sql`${sql.identifier(table)} where dialogue_id = ${id}`;
  return [
    sql`mail where dialogue_id = ${id} or session_id in ${sessions}`,
    sql`remark_backing where remark_id in (select id from remark where dialogue_id = ${id})`,
    sql`dissenter where dissent_id in (select id from dissent where dialogue_id = ${id})`,
    sql`agreement where review_id in (select id from review where dialogue_id = ${id})`,
    ...["remark", "dissent", "review"].map(inDialogue),
    sql`report_block_wording where block_id in (select id from report_block where dialogue_id = ${id})`,
    ...[
      "flag",
      "message",
      "short_list",
      "report_block",
      "report_draft",
      "report",
      "insight_theme",
      "theme_event",
      "hook_event",
    ].map(inDialogue),
    ...["help", "floor", "measure", "seat_wish", "gather_event", "mark", "theme_mark", "attendance", "presence"].map(inSessions),
    sql`network_reaction where ask_id in (select id from network_ask where dialogue_id = ${id})`,
    ...["use", "version"].map(
      (name) =>
        sql`${sql.identifier(`network_practice_${name}`)} where practice_id in (select id from network_practice where dialogue_id = ${id})`,
    ),
    ...["file", "member", "message", "block", "ask", "digest", "practice", "commitment", "need"].map((name) =>
      inDialogue(`network_${name}`),
    ),
    sql`network_circle_answer where date_id in (select d.id from network_circle_date d join network_circle c on c.id = d.circle_id
      where c.dialogue_id = ${id})`,
    ...["date", "note", "person"].map(
      (name) =>
        sql`${sql.identifier(`network_circle_${name}`)} where circle_id in (select id from network_circle where dialogue_id = ${id})`,
    ),
    inDialogue("network_circle"),
    inDialogue("decision"),
    sql`item_cause where reaction_id in (select id from item_reaction where item_id in ${items})`,
    ...["item_reaction", "item_theme", "item_claim", "item_owner", "programme_step", "progress"].map(
      (table) => sql`${sql.identifier(table)} where item_id in ${items}`,
    ),
    inDialogue("programme_item"),
    inDialogue("programme_news"),
    ...["team_presence", "team_note", "last_deed"].map(inSessions),
    sql`backing where contribution_id in ${written}`,
    sql`placement where contribution_id in ${written}`,
    sql`insight_cause where insight_id in ${insights}`,
    sql`name_choice where naming_id in (select id from theme_naming where dialogue_id = ${id})`,
    sql`theme_wording where theme_id in (select id from theme where dialogue_id = ${id})`,
    sql`ballot where insight_id in ${insights}`,
    ...["analysis_member", "analysis", "contribution", "theme_naming", "theme", "insight", "card", "consent"].map(inDialogue),
    // with it who visited a table, took its notes, and read them back
    sql`seat where grouping_id in (select id from grouping where session_id in ${sessions})`,
    ...["group", "grouping", "tally", "step"].map(inSessions),
    ...[
      "hand_over",
      "pulse",
      "registration",
      "session",
      "device",
      "link",
      "membership",
      "call",
      "privacy_text",
      "field",
      "party",
    ].map(inDialogue),
    sql`dialogue where id = ${id}`,
  ];
}
