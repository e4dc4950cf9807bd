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

/** Takes back what has not left yet, such as reminders of somebody who signed off. */
export async function cancelMail(
  tx: Tx,
  which: { personId: PersonId; sessionId: SessionId; kinds: readonly LetterKind[] },
): Promise<void> {
  const rows = await tx
    .update(mail)
    .set({ state: "cancelled" })
    .where(
      and(
        eq(mail.personId, which.personId),
        eq(mail.sessionId, which.sessionId),
        inArray(mail.kind, [...which.kinds]),
        eq(mail.state, "waiting"),
      ),
    )
    .returning({ id: mail.id });
  for (const { id } of rows) await tx.execute(sql`select graphile_worker.remove_job(${`mail:${id}`})`);
}

/** The organiser sends a failed or earlier mail again. */
export async function postAgain(tx: Tx, id: MailId, now: Date): Promise<void> {
  await tx.update(mail).set({ state: "waiting", dueAt: now, attempts: 0, error: null }).where(eq(mail.id, id));
  await schedule(tx, id, now);
}
