import { and, desc, eq, gt, inArray, sql } from "drizzle-orm";
import { contribution } from "../contribution/tables.ts";
import { person } from "../dialogue/tables.ts";
import { change, type Db, deedBy, type Reader } from "../platform/database/change.server.ts";
import { matches } from "../platform/database/matches.server.ts";
import type { DialogueId, PersonId } from "../platform/ids.ts";
import { postAgain } from "../platform/mail/outbox.server.ts";
import { mail } from "../platform/mail/tables.ts";
import { report } from "../report/tables.ts";

const kind = "report.published";
const eventOf = (dialogueId: DialogueId, number: number) => `report:${dialogueId}:${number}`;

/** Whether everybody heard of the newest version, and what has no place in it. */
export async function findHeard(db: Reader, dialogueId: DialogueId) {
  const [version] = await db
    .select({ number: report.number, publishedAt: report.publishedAt, content: report.content })
    .from(report)
    .where(eq(report.dialogueId, dialogueId))
    .orderBy(desc(report.number))
    .limit(1);
  if (!version) return null;
  const { number, publishedAt, content } = version;
  const mails = await db
    .select({ state: mail.state, n: sql<number>`count(*)::int` })
    .from(mail)
    .where(matches(mail, { dialogueId, kind, event: eventOf(dialogueId, number) }))
    .groupBy(mail.state);
  const shared = [
    eq(contribution.dialogueId, dialogueId),
    eq(contribution.state, "visible"),
    inArray(contribution.shared, ["group", "all"]),
  ];
  const [notes] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(contribution)
    .where(and(...shared, eq(contribution.kind, "note")));
  const [later] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(contribution)
    .where(and(...shared, gt(contribution.createdAt, publishedAt)));
  const [writers] = await db
    .select({
      n: sql<number>`count(distinct ${contribution.personId})::int`,
      withMail: sql<number>`(count(distinct ${contribution.personId}) filter (where ${person.mail} is not null))::int`,
    })
    .from(contribution)
    .innerJoin(person, eq(person.id, contribution.personId))
    .where(and(...shared));
  const of = (state: string) => mails.find((row) => row.state === state)?.n ?? 0;
  return {
    number,
    publishedAt,
    mails: { sent: of("sent"), waiting: of("waiting"), failed: of("failed"), cancelled: of("cancelled") },
    writers: { n: writers?.n ?? 0, withMail: writers?.withMail ?? 0 },
    open: { unplaced: content.unplaced.length, notes: Math.max(0, (notes?.n ?? 0) - content.notes.length), later: later?.n ?? 0 },
  };
}

/** Sends what failed once more. @returns how many */
export async function sendFailedAgain(db: Db, dialogueId: DialogueId, who: PersonId, number: number): Promise<number> {
  const deed = deedBy(who, dialogueId, "report.mail-again", "dialogue", dialogueId);
  return change(db, deed, async (tx, { now }) => {
    const failed = await tx
      .select({ id: mail.id })
      .from(mail)
      .where(matches(mail, { dialogueId, kind, event: eventOf(dialogueId, number), state: "failed" }));
    for (const { id } of failed) await postAgain(tx, id, now);
    return failed.length;
  });
}
