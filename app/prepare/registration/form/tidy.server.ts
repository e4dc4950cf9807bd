import { sql } from "drizzle-orm";
import { change, type Db, systemDeed, type Tx } from "../../../platform/database/change.server.ts";

/**
 * The daily tidying: access needs go when their session is over, forms and registrations that nobody confirmed go a week after
 * their link ended. Dialogues without anything of the kind are left alone.
 */
export async function tidyRegistrations(db: Db): Promise<void> {
  const { rows } = await db.execute<{ id: string }>(sql`
    select distinct r.dialogue_id as id from registration r join session s on s.id = r.session_id
    where exists (select 1 from access_need a where a.registration_id = r.id) and ${over}
      or exists (select 1 from registration_form f where f.registration_id = r.id and (${over} or f.created_at < ${old}))
      or r.state = 'pending' and r.source = 'form' and r.created_at < ${old}`);
  for (const { id } of rows) await change(db, systemDeed(id, "registration.tidy", "dialogue", id), (tx) => tidy(tx, id));
}

const old = sql`now() - interval '14 days'`;
const over = sql`(s.state in ('ended', 'cancelled') or s.ends_at < now() - interval '7 days')`;

async function tidy(tx: Tx, dialogueId: string): Promise<void> {
  const those = sql`select r.id from registration r join session s on s.id = r.session_id where r.dialogue_id = ${dialogueId}`;
  await tx.execute(sql`delete from access_need where registration_id in (${those} and ${over})`);
  await tx.execute(sql`
    delete from registration_form where registration_id in (${those})
      and (created_at < ${old} or registration_id in (${those} and ${over}))`);
  const gone = await tx.execute<{ person_id: string }>(sql`
    delete from registration r where r.dialogue_id = ${dialogueId} and r.state = 'pending' and r.source = 'form'
      and r.created_at < ${old} and not exists (select 1 from registration_form f where f.registration_id = r.id)
    returning r.person_id`);
  for (const { person_id } of gone.rows) await forgetStranger(tx, person_id);
}

/** An address that was typed once and never confirmed, of somebody who is nowhere else. */
async function forgetStranger(tx: Tx, personId: string): Promise<void> {
  const { rows } = await tx.execute(sql`
    select 1 from person p where p.id = ${personId}
      and not exists (select 1 from registration where person_id = p.id)
      and not exists (select 1 from membership where person_id = p.id)
      and not exists (select 1 from device where person_id = p.id)
      and not exists (select 1 from contribution where person_id = p.id)
      and not exists (select 1 from consent where person_id = p.id)
      and not exists (select 1 from attendance where person_id = p.id)
      and not exists (select 1 from ballot where person_id = p.id)`);
  if (rows.length === 0) return;
  await tx.execute(sql`delete from link where person_id = ${personId}`);
  await tx.execute(sql`delete from mail where person_id = ${personId}`);
  await tx.execute(sql`delete from person where id = ${personId}`);
}
