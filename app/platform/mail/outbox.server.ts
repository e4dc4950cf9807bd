import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "../database/change.server.ts";
import type { DialogueId, MailId, PersonId, SessionId } from "../ids.ts";
import type { LetterKind } from "./kinds.ts";
import { schedule, unschedule } from "./mail-jobs.server.ts";
import { mail } from "./tables.ts";

export interface Posting {
  readonly personId: PersonId;
  readonly kind: LetterKind;
  /** What it is about, once: the same (person, kind, event) is never sent twice. */
  readonly event: string;
  readonly dialogueId?: DialogueId;
  readonly sessionId?: SessionId;
  readonly details?: Readonly<Record<string, string>>;
  readonly dueAt?: Date;
}

/** Puts a mail in the outbox, in the transaction of its cause. @returns false when it stood there already */
export async function post(tx: Tx, posting: Posting): Promise<boolean> {
  return (await postAll(tx, [posting])) === 1;
}

/** The same for many at once. @returns how many did not stand there already */
export async function postAll(tx: Tx, postings: readonly Posting[]): Promise<number> {
  if (postings.length === 0) return 0;
  // As one value: thousands may hear at once, and meanwhile the dialogue waits.
  const { rows } = await tx.execute<{ id: MailId }>(sql`
    insert into mail (person_id, kind, event, dialogue_id, session_id, details, due_at)
    select "personId", kind, event, "dialogueId", "sessionId", coalesce(details, '{}'), coalesce("dueAt", now())
    from jsonb_to_recordset(${JSON.stringify(postings)}::jsonb)
      as posting("personId" uuid, kind text, event text, "dialogueId" uuid, "sessionId" uuid, details jsonb, "dueAt" timestamptz)
    -- a rehearsal sends nothing, whatever asks for it
    where not exists (select from dialogue d where d.rehearsal_of is not null
      and d.id in ("dialogueId", (select s.dialogue_id from session s where s.id = "sessionId")))
    on conflict do nothing returning id`);
  await schedule(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.length;
}

/**
 * Takes back what has not left yet, such as reminders of somebody who signed off. The rows go: the same may become due again.
 * What is leaving at this moment is left alone, for nobody may wait for a mail server with the dialogue's line in hand.
 */
export async function dropMail(
  tx: Tx,
  which: { personIds: readonly PersonId[]; sessionId: SessionId; kinds: readonly LetterKind[] },
): Promise<void> {
  const rows = await tx
    .delete(mail)
    .where(
      inArray(
        mail.id,
        tx
          .select({ id: mail.id })
          .from(mail)
          .where(
            and(
              inArray(mail.personId, [...which.personIds]),
              eq(mail.sessionId, which.sessionId),
              inArray(mail.kind, [...which.kinds]),
              eq(mail.state, "waiting"),
            ),
          )
          .for("update", { skipLocked: true }),
      ),
    )
    .returning({ id: mail.id });
  await unschedule(
    tx,
    rows.map(({ id }) => id),
  );
}

/**
 * Puts mail on its way again whose job was lost: a process that was killed keeps its jobs locked for hours.
 * @returns how many
 */
export async function pickUpLost(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ id: MailId }>(sql`
    select m.id from mail m left join graphile_worker.jobs j on j.key = 'mail:' || m.id
    where m.state = 'waiting' and m.due_at < now() - interval '90 seconds'
      and (j.id is null or j.locked_at < now() - interval '90 seconds')
    order by m.due_at limit 500
    for update of m skip locked`);
  const ids = rows.map(({ id }) => id);
  await schedule(tx, ids);
  return ids.length;
}

/** The organiser sends a failed or earlier mail again. */
export async function postAgain(tx: Tx, id: MailId, now: Date): Promise<void> {
  await tx.update(mail).set({ state: "waiting", dueAt: now, attempts: 0, error: null }).where(eq(mail.id, id));
  await schedule(tx, [id]);
}
