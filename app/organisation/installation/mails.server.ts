import { and, count, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { dialogue, person } from "../../dialogue/tables.ts";
import { change, type Db, deedBy, INSTALLATION, type Reader } from "../../platform/database/change.server.ts";
import { audit } from "../../platform/database/tables.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, MailId, PersonId } from "../../platform/ids.ts";
import { postAgain } from "../../platform/mail/outbox.server.ts";
import { mail, mailbox } from "../../platform/mail/tables.ts";

export type MailState = (typeof mail.$inferSelect)["state"];
export const mailStates: readonly MailState[] = ["waiting", "sent", "failed", "cancelled"];
const mailsAPage = 50;

export interface MailQuery {
  /** Absent: of the whole installation. */
  readonly dialogueId?: DialogueId;
  readonly state?: MailState;
  readonly page: number;
}

/** Mails in the order in which they matter: what is due or was sent last stands first. */
export async function listMails(db: Reader, { dialogueId, state, page }: MailQuery) {
  const when = sql<Date>`coalesce(${mail.sentAt}, ${mail.dueAt})`;
  const rows = await db
    .select({
      id: mail.id,
      kind: mail.kind,
      state: mail.state,
      dueAt: mail.dueAt,
      sentAt: mail.sentAt,
      attempts: mail.attempts,
      error: mail.error,
      name: person.name,
      address: person.mail,
    })
    .from(mail)
    .innerJoin(person, eq(person.id, mail.personId))
    .where(and(dialogueId ? eq(mail.dialogueId, dialogueId) : undefined, state ? eq(mail.state, state) : undefined))
    .orderBy(desc(when), desc(mail.id))
    .limit(mailsAPage + 1)
    .offset((page - 1) * mailsAPage);
  return { mails: rows.slice(0, mailsAPage), more: rows.length > mailsAPage };
}

export async function countMails(db: Reader, dialogueId?: DialogueId): Promise<Record<MailState, number>> {
  const rows = await db
    .select({ state: mail.state, n: count() })
    .from(mail)
    .where(dialogueId ? eq(mail.dialogueId, dialogueId) : undefined)
    .groupBy(mail.state);
  const counts: Record<MailState, number> = { waiting: 0, sent: 0, failed: 0, cancelled: 0 };
  for (const { state, n } of rows) counts[state] = n;
  return counts;
}

/** Sends what was sent or failed once more; what still waits is left alone. */
export async function sendAgain(db: Db, by: PersonId, id: MailId, dialogueId: DialogueId | null): Promise<void> {
  const deed = deedBy(by, dialogueId ?? INSTALLATION, "mail.again", "mail", id);
  await change(db, deed, async (tx, { now }) => {
    const [found] = await tx
      .select({ state: mail.state })
      .from(mail)
      .where(and(eq(mail.id, id), dialogueId ? eq(mail.dialogueId, dialogueId) : undefined))
      .for("update");
    if (!found || (found.state !== "sent" && found.state !== "failed")) throw new Refused("not-again");
    await postAgain(tx, id, now);
  });
}

/** What landed in the mailbox for a mail, newest first; only where no mail goes out. */
export async function lettersOf(db: Reader, id: MailId, dialogueId: DialogueId | null) {
  return db
    .select({
      id: mailbox.id,
      address: mailbox.address,
      subject: mailbox.subject,
      text: mailbox.text,
      calendar: mailbox.calendar,
      at: mailbox.at,
    })
    .from(mailbox)
    .innerJoin(mail, eq(mail.id, mailbox.mailId))
    .where(and(eq(mailbox.mailId, id), dialogueId ? eq(mail.dialogueId, dialogueId) : undefined))
    .orderBy(desc(mailbox.id));
}

const aWeek = 7 * 86_400_000;

/** What an administrator should know of: mail that failed, and the last time the brake on visitors' mail was hit. */
export async function attention(db: Reader, now: Date) {
  const counts = await countMails(db);
  const [brake] = await db
    .select({ at: audit.at })
    .from(audit)
    .where(and(eq(audit.what, "mail.brake"), gt(audit.at, new Date(now.getTime() - aWeek))))
    .orderBy(desc(audit.at))
    .limit(1);
  return { failed: counts.failed, sent: counts.sent, brakeAt: brake?.at ?? null };
}

export async function countAll(db: Reader): Promise<{ dialogues: number; people: number }> {
  const [dialogues] = await db.select({ n: count() }).from(dialogue).where(isNull(dialogue.rehearsalOf));
  const rehearses = sql`exists (select from registration r join dialogue d on d.id = r.dialogue_id
    where r.person_id = ${person.id} and d.rehearsal_of is not null)`;
  const [people] = await db.select({ n: count() }).from(person).where(sql`not ${rehearses}`);
  return { dialogues: dialogues?.n ?? 0, people: people?.n ?? 0 };
}
