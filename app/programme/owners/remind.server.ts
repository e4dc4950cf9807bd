import { sql } from "drizzle-orm";
import { change, type Db, systemDeed } from "../../platform/database/change.server.ts";
import type { DialogueId, PersonId } from "../../platform/ids.ts";
import { postAll } from "../../platform/mail/outbox.server.ts";

/** After so many days without a word somebody who looks after an item is asked how it goes, once for each such time. */
const quietDays = 28;

interface Due {
  readonly dialogueId: DialogueId;
  readonly personId: PersonId;
  readonly owner: string;
  readonly late: string | null;
  readonly event: string;
}

/** Asks who looks after items how it goes: where a step is late, or nothing was told for a while. Each reason once. @returns how many letters */
export async function remindOwners(db: Db, now: Date): Promise<number> {
  const at = now.toISOString();
  const { rows } = await db.execute<Record<keyof Due, string> & { late: string | null }>(sql`
    select i.dialogue_id as "dialogueId", o.person_id as "personId", o.id as owner, s.due::text as late,
      case when s.due is not null then 'late:' || o.id || ':' || s.due
        else 'quiet:' || o.id || ':' || coalesce(l.id, 0) || ':' || floor(extract(epoch from ${at}::timestamptz - l.at) / 86400 / ${quietDays}::int) end as event
    from item_owner o join programme_item i on i.id = o.item_id
      join dialogue d on d.id = i.dialogue_id and d.rehearsal_of is null and d.state in ('open', 'harvest', 'published')
      join person p on p.id = o.person_id and p.mail is not null and p.erased_at is null
      left join lateral (select min(due) as due from programme_step s where s.item_id = i.id and not s.done
        and s.due < (${at}::timestamptz at time zone 'Europe/Amsterdam')::date) s on true
      cross join lateral (select max(pr.id) as id, coalesce(max(pr.at), greatest(i.updated_at, o.added_at)) as at
        from progress pr where pr.item_id = i.id) l
    where o.ended_at is null and i.removed_at is null and i.merged_into is null and i.state in ('asked', 'decided', 'running')
      and (s.due is not null or l.at <= ${at}::timestamptz - make_interval(days => ${quietDays}))
      and not exists (select from mail m where m.person_id = o.person_id and m.kind = 'programme.remind' and m.event =
        case when s.due is not null then 'late:' || o.id || ':' || s.due
        else 'quiet:' || o.id || ':' || coalesce(l.id, 0) || ':' || floor(extract(epoch from ${at}::timestamptz - l.at) / 86400 / ${quietDays}::int) end)
    order by 1, 3 limit 2000`);
  const due = rows as unknown as Due[];
  for (const [dialogueId, some] of Map.groupBy(due, (one) => one.dialogueId)) {
    const deed = systemDeed(dialogueId, "programme.remind", "dialogue", dialogueId);
    await change(db, deed, async (tx) => {
      await postAll(
        tx,
        some.map(({ personId, owner, late, event }) => ({
          ...{ personId, dialogueId, kind: "programme.remind" as const, event },
          details: { owner, ...(late ? { late } : {}) },
        })),
      );
    });
  }
  return due.length;
}
