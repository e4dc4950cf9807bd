import { createHash } from "node:crypto";
import { desc, eq, sql } from "drizzle-orm";
import { findPersonByMail } from "../../../dialogue/people/people.server.ts";
import { registration } from "../../../dialogue/people/tables.ts";
import { type Actor, change, type Db, type Tx } from "../../../platform/database/change.server.ts";
import { matches } from "../../../platform/database/matches.server.ts";
import type { DialogueId, PersonId, RegistrationId } from "../../../platform/ids.ts";
import { brakeVisitors, nextFor } from "../../../platform/mail/brake.server.ts";
import type { LetterKind } from "../../../platform/mail/kinds.ts";
import { post } from "../../../platform/mail/outbox.server.ts";
import { registrationForm } from "../tables.ts";

/**
 * Somebody asks for their link. The answer is the same and takes as long for every address: all that is done now is to put down
 * a job; looking the address up, and mailing, happen afterwards.
 */
export async function askLink(db: Db, dialogueId: DialogueId, mail: string): Promise<void> {
  await brakeVisitors(db);
  const key = createHash("sha256").update(`${dialogueId} ${mail}`).digest("base64url");
  await db.execute(sql`
    select graphile_worker.add_job('registration-link', json_build_object('dialogueId', ${dialogueId}::text, 'mail', ${mail}::text),
      job_key := ${`link:${key}`}, max_attempts := 5)`);
}

/** The job behind `askLink`: mails every registration of this address in the dialogue, at most one a minute and five an hour. */
export async function sendLostLink(db: Db, dialogueId: DialogueId, mail: string, now: Date): Promise<void> {
  const found = await findPersonByMail(db, mail);
  if (!found || found.erasedAt) return;
  const mine = await db
    .select({ id: registration.id })
    .from(registration)
    .where(matches(registration, { personId: found.id, dialogueId }))
    .orderBy(desc(registration.createdAt))
    .limit(5);
  for (const { id } of mine) await mailLink(db, { dialogueId, registrationId: id, actor: "visitor" }, now);
}

/** @returns false when this address had its mail for now */
export async function mailLink(
  db: Db,
  about: { readonly dialogueId: DialogueId; readonly registrationId: RegistrationId; readonly actor: Actor },
  now: Date,
): Promise<boolean> {
  const { dialogueId, registrationId, actor } = about;
  return change(
    db,
    { scope: dialogueId, actor, what: "link.send", subject: { kind: "registration", id: registrationId } },
    async (tx) => {
      const [row] = await tx
        .select()
        .from(registration)
        .where(matches(registration, { id: registrationId, dialogueId }));
      if (!row) return false;
      const { kind, details } = await whatHelps(tx, row);
      if (!kind) return false;
      const dueAt = actor === "visitor" ? await nextFor(tx, row.personId, kind, now) : now;
      // One that is still to leave is enough.
      if (!dueAt || dueAt > now) return dueAt !== null;
      return post(tx, {
        personId: row.personId as PersonId,
        kind,
        event: `${registrationId}:${now.toISOString()}`,
        dialogueId,
        sessionId: row.sessionId,
        details: { registration: registrationId, ...details },
      });
    },
  );
}

/** Who did not confirm yet gets that mail again, who was invited the invitation, the others their personal link. */
async function whatHelps(
  tx: Tx,
  row: typeof registration.$inferSelect,
): Promise<{ kind: LetterKind | null; details?: Record<string, string> }> {
  if (row.state !== "pending") return { kind: "registration.link" };
  const [form] = await tx
    .select({ id: registrationForm.id })
    .from(registrationForm)
    .where(eq(registrationForm.registrationId, row.id))
    .orderBy(desc(registrationForm.createdAt))
    .limit(1);
  if (form) return { kind: "registration.confirm", details: { form: form.id } };
  if (row.offeredBy) return { kind: "registration.substitute" };
  return { kind: row.source === "invitation" ? "registration.invite" : null };
}
