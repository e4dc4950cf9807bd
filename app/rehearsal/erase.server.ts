import { sql } from "drizzle-orm";
import { type Actor, change, type Db, type Tx } from "../platform/database/change.server.ts";
import { rowsOf } from "../platform/database/rows-of.server.ts";
import type { DialogueId } from "../platform/ids.ts";
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
  const bots = sql`(select id from of_bots)`;
  for (const from of [
    sql`mail where person_id in ${bots}`,
    ...rowsOf(id),
    sql`device where person_id in ${bots}`,
    sql`link where person_id in ${bots}`,
    sql`audit where scope = ${id}`,
    sql`ledger where scope = ${id}`,
    sql`person where id in ${bots}`,
  ])
    await tx.execute(sql`delete from ${from}`);
  for (const job of ["rehearsal", "analysis", "analysis-settling"])
    await tx.execute(sql`select graphile_worker.remove_job(${`${job}:${id}`})`);
  // Screens that still look on find out that it is gone.
  await tx.execute(sql`select pg_notify('klankbord', ${`${id} 0`})`);
}
