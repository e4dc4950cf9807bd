import { sql } from "drizzle-orm";
import type { Tx } from "../database/change.server.ts";
import type { DialogueId } from "../ids.ts";
import type { EventKind } from "./event.ts";

export interface Told {
  readonly kind: EventKind;
  /** An id, or the number by which it is known outside. */
  readonly subject: string;
  readonly data?: Readonly<Record<string, string | number>>;
}

/** Tells other programs what happened, in the transaction in which it did. Of a rehearsal or a consultation they hear nothing. */
export async function tellOutside(tx: Tx, dialogueId: DialogueId, told: readonly Told[], now: Date): Promise<void> {
  if (told.length === 0) return;
  await tx.execute(sql`
    with made as (
      insert into hook_event (dialogue_id, kind, subject, data, at)
      select d.id, one.kind, one.subject, jsonb_build_object('dialoog', d.slug) || coalesce(one.data, '{}'), ${now.toISOString()}::timestamptz
      from dialogue d, jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as one(kind text, subject text, data jsonb)
      where d.id = ${dialogueId} and d.rehearsal_of is null and not d.consultation
      returning id, kind),
    sent as (
      insert into hook_delivery (hook_id, event_id, next_at)
      select h.id, made.id, ${now.toISOString()}::timestamptz from made join hook h on made.kind = any(h.kinds) and h.ended_at is null
      returning id)
    select graphile_worker.add_job('hooks', '{}', job_key := 'hooks-now') from (select from sent limit 1) one`);
}
