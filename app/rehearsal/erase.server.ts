import { type SQL, sql } from "drizzle-orm";
import type { DialogueId } from "../ids.ts";
import { type Actor, change, type Db, type Tx } from "../platform/change.server.ts";
import { findRehearsal } from "./make.server.ts";

/**
 * Throws a rehearsal away: every row that was made for it or in it, its people, its lines in the log and its jobs. What stays is
 * that it was held and erased, in the line of the dialogue that was rehearsed.
 */
export async function eraseRehearsal(db: Db, of: DialogueId, actor: Actor): Promise<void> {
  const deed = { scope: of, actor, what: "rehearsal.erase", subject: { kind: "dialogue", id: of } };
  await change(db, deed, async (tx, { unchanged }) => {
    const found = await findRehearsal(tx, { of });
    if (!found) return unchanged(undefined);
    await eraseAll(tx, found.dialogue.id);
  });
}

async function eraseAll(tx: Tx, id: DialogueId): Promise<void> {
  // Whoever is writing there goes first; whoever comes after finds no line to stand in.
  await tx.execute(sql`select from ledger where scope = ${id} for update`);
  await tx.execute(sql`
    create temporary table of_bots on commit drop as
    select p.id from registration r join person p on p.id = r.person_id where r.dialogue_id = ${id} and p.mail is null`);
  for (const from of inOrder(id)) await tx.execute(sql`delete from ${from}`);
  for (const job of ["rehearsal", "analysis", "analysis-settling"])
    await tx.execute(sql`select graphile_worker.remove_job(${`${job}:${id}`})`);
  // Screens that still look on find out that it is gone.
  await tx.execute(sql`select pg_notify('klankbord', ${`${id} 0`})`);
}

/** What points at something goes before it. */
function inOrder(id: DialogueId): SQL[] {
  const sessions = sql`(select id from session where dialogue_id = ${id})`;
  const written = sql`(select id from contribution where dialogue_id = ${id})`;
  const insights = sql`(select id from insight where dialogue_id = ${id})`;
  const items = sql`(select id from programme_item where dialogue_id = ${id})`;
  const bots = sql`(select id from of_bots)`;
  const inSessions = (table: string) => sql`${sql.identifier(table)} where session_id in ${sessions}`;
  const inDialogue = (table: string) => sql`${sql.identifier(table)} where dialogue_id = ${id}`;
  return [
    sql`mail where dialogue_id = ${id} or session_id in ${sessions} or person_id in ${bots}`,
    sql`remark_backing where remark_id in (select id from remark where dialogue_id = ${id})`,
    sql`dissenter where dissent_id in (select id from dissent where dialogue_id = ${id})`,
    sql`agreement where review_id in (select id from review where dialogue_id = ${id})`,
    ...["remark", "dissent", "review"].map(inDialogue),
    sql`report_block_wording where block_id in (select id from report_block where dialogue_id = ${id})`,
    ...["flag", "message", "short_list", "report_block", "report_draft", "report", "insight_theme", "theme_event"].map(
      inDialogue,
    ),
    ...["help", "floor", "measure", "seat_wish", "gather_event", "mark", "theme_mark", "attendance", "presence"].map(inSessions),
    sql`network_reaction where ask_id in (select id from network_ask where dialogue_id = ${id})`,
    ...["use", "version"].map(
      (name) =>
        sql`${sql.identifier(`network_practice_${name}`)} where practice_id in (select id from network_practice where dialogue_id = ${id})`,
    ),
    ...["member", "message", "block", "ask", "digest", "practice", "commitment"].map((name) => inDialogue(`network_${name}`)),
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
    ...["registration", "session", "device", "link", "membership", "call", "privacy_text", "field", "party"].map(inDialogue),
    sql`device where person_id in ${bots}`,
    sql`link where person_id in ${bots}`,
    sql`dialogue where id = ${id}`,
    sql`audit where scope = ${id}`,
    sql`ledger where scope = ${id}`,
    sql`person where id in ${bots}`,
  ];
}
