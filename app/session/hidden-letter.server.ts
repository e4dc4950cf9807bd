import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { type HiddenTo, hideContribution } from "../contribution/moderation.server.ts";
import { contribution, mail, registration } from "../db/schema.ts";
import type { ContributionId, DialogueId, PersonId, SessionId } from "../ids.ts";
import { post } from "../mail/outbox.server.ts";
import type { LetterBuilder } from "../mail/send.server.ts";
import type { Db, Tx } from "../platform/change.server.ts";
import { buttonPart, findTopic, letterAbout, personalUrl, textPart } from "../registration/letter-parts.server.ts";
import { presentIn } from "./presence.server.ts";

interface At {
  readonly dialogueId: DialogueId;
  readonly sessionId: SessionId;
}

/** A facilitator who hides more than one thing does so within this time: its writer gets one mail. */
const gatherMs = 10 * 60_000;

/** Takes a contribution from the screens. Its writer reads that on the screen; who is not in the room gets a mail. */
export const hide = (db: Db, at: At, who: PersonId, id: ContributionId, reason: string): Promise<void> =>
  hideContribution(db, at, who, id, reason, (tx, hidden) => tellHidden(tx, at, hidden));

async function tellHidden(tx: Tx, { dialogueId, sessionId }: At, { id, personId, now }: HiddenTo): Promise<void> {
  if (!personId || (await presentIn(tx, sessionId)).has(personId)) return;
  // One that is leaving at this moment is passed by: what it says is read already.
  const [waiting] = await tx
    .select({ id: mail.id, details: mail.details })
    .from(mail)
    .where(
      and(
        eq(mail.personId, personId),
        eq(mail.sessionId, sessionId),
        eq(mail.kind, "contribution.hidden"),
        eq(mail.state, "waiting"),
        sql`${mail.dueAt} > now()`,
      ),
    )
    .for("update", { skipLocked: true });
  if (waiting) {
    const ids = [...new Set([...idsIn(waiting.details), id])].join(" ");
    await tx
      .update(mail)
      .set({ details: { ...waiting.details, ids } })
      .where(eq(mail.id, waiting.id));
    return;
  }
  const [mine] = await tx
    .select({ id: registration.id })
    .from(registration)
    .where(and(eq(registration.sessionId, sessionId), eq(registration.personId, personId)));
  if (!mine) return;
  await post(tx, {
    ...{ personId, dialogueId, sessionId, kind: "contribution.hidden", event: `${id}:${now.toISOString()}` },
    details: { registration: mine.id, ids: id },
    dueAt: new Date(now.getTime() + gatherMs),
  });
}

const idsIn = ({ ids = "" }: Readonly<Record<string, string>>) => ids.split(" ").filter(Boolean) as ContributionId[];

/** All that is hidden still when it leaves; what came back meanwhile is not spoken of. */
export const hiddenLetter: LetterBuilder = async (context) => {
  const topic = await findTopic(context);
  const ids = idsIn(context.mail.details);
  if (!topic || ids.length === 0) return null;
  const rows = await context.tx
    .select({ number: contribution.number, reason: contribution.hiddenReason })
    .from(contribution)
    .where(and(inArray(contribution.id, ids), eq(contribution.personId, context.person.id), eq(contribution.state, "hidden")))
    .orderBy(asc(contribution.number));
  if (rows.length === 0) return null;
  const { words, title } = topic;
  const n = rows.length;
  return letterAbout(context, topic, {
    subject: words.hidden.subject({ title, n }),
    parts: [
      textPart(words.hidden.text({ title, n })),
      { kind: "list", items: rows.map(({ number, reason }) => words.hidden.item({ number, reason: reason ?? "" })) },
      textPart(words.hidden.again),
      buttonPart(words.hidden.button, `${await personalUrl(context, topic)}?naar=inbreng`),
      textPart(words.personal),
    ],
  });
};
