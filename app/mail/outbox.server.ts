import { and, eq, inArray, sql } from "drizzle-orm";
import { mail } from "../db/schema.ts";
import type { DialogueId, MailId, PersonId, SessionId } from "../ids.ts";
import type { Tx } from "../platform/change.server.ts";
import type { LetterKind } from "./kinds.ts";

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
  const [row] = await tx
    .insert(mail)
    .values({
      personId: posting.personId,
      kind: posting.kind,
      event: posting.event,
      dialogueId: posting.dialogueId ?? null,
      sessionId: posting.sessionId ?? null,
      details: { ...posting.details },
      ...(posting.dueAt ? { dueAt: posting.dueAt } : {}),
    })
    .onConflictDoNothing()
    .returning({ id: mail.id, dueAt: mail.dueAt });
  if (!row) return false;
  await schedule(tx, row.id, row.dueAt);
  return true;
}

/** One job per mail; asking again moves it. Rolls back with the transaction. */
export async function schedule(tx: Tx, id: MailId, dueAt: Date): Promise<void> {
  await tx.execute(sql`
    select graphile_worker.add_job('mail', json_build_object('id', ${id}::text), run_at := ${dueAt.toISOString()}::timestamptz,
      job_key := ${`mail:${id}`}, max_attempts := 12)`);
}

/**
 * Takes back what has not left yet, such as reminders of somebody who signed off. The rows go: the same may become due again.
 * What is leaving at this moment is left alone, for nobody may wait for a mail server with the dialogue's line in hand.
 */
export async function dropMail(
  tx: Tx,
  which: { personId: PersonId; sessionId: SessionId; kinds: readonly LetterKind[] },
): Promise<void> {
  const rows = await tx
    .select({ id: mail.id })
    .from(mail)
    .where(
      and(
        eq(mail.personId, which.personId),
        eq(mail.sessionId, which.sessionId),
        inArray(mail.kind, [...which.kinds]),
        eq(mail.state, "waiting"),
      ),
    )
    .for("update", { skipLocked: true });
  if (rows.length === 0) return;
  await tx.delete(mail).where(
    inArray(
      mail.id,
      rows.map(({ id }) => id),
    ),
  );
  for (const { id } of rows) await tx.execute(sql`select graphile_worker.remove_job(${`mail:${id}`})`);
}

/**
 * Puts mail on its way again whose job was lost: a process that was killed keeps its jobs locked for hours.
 * @returns how many
 */
export async function pickUpLost(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ id: MailId; due_at: string }>(sql`
    select m.id, m.due_at from mail m left join graphile_worker.jobs j on j.key = 'mail:' || m.id
    where m.state = 'waiting' and m.due_at < now() - interval '90 seconds'
      and (j.id is null or j.locked_at < now() - interval '90 seconds')
    order by m.due_at limit 500
    for update of m skip locked`);
  for (const { id, due_at } of rows) await schedule(tx, id, new Date(due_at));
  return rows.length;
}

/** The organiser sends a failed or earlier mail again. */
export async function postAgain(tx: Tx, id: MailId, now: Date): Promise<void> {
  await tx.update(mail).set({ state: "waiting", dueAt: now, attempts: 0, error: null }).where(eq(mail.id, id));
  await schedule(tx, id, now);
}
