import { and, count, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { registration } from "../../../dialogue/people/tables.ts";
import { person } from "../../../dialogue/tables.ts";
import { change, type Db, deedBy, type Reader, type Tx } from "../../../platform/database/change.server.ts";
import { matches } from "../../../platform/database/matches.server.ts";
import { Refused } from "../../../platform/http/refused.ts";
import type { DialogueId, PersonId, SessionId } from "../../../platform/ids.ts";
import type { LetterPart } from "../../../platform/mail/letter.ts";
import { postAll } from "../../../platform/mail/outbox.server.ts";
import type { LetterBuilder } from "../../../platform/mail/send.server.ts";
import { mail } from "../../../platform/mail/tables.ts";
import { message } from "../tables.ts";
import { buttonPart, findTopic, letterAbout, personalUrl, textPart } from "./letter-parts.server.ts";
import { type Audience, statesOf } from "./message.ts";

/** To whom a message goes: everybody of a session with a confirmed address in one of the states. */
export async function listRecipients(db: Reader, sessionId: SessionId, audience: Audience) {
  return db
    .select({ registrationId: registration.id, personId: registration.personId, name: registration.name })
    .from(registration)
    .innerJoin(person, eq(person.id, registration.personId))
    .where(
      and(
        eq(registration.sessionId, sessionId),
        inArray(registration.state, [...statesOf(audience)]),
        isNotNull(person.mail),
        isNull(person.erasedAt),
      ),
    )
    .orderBy(registration.name);
}

export async function countAudiences(db: Reader, sessionId: SessionId): Promise<Readonly<Record<Audience, number>>> {
  const rows = await db
    .select({ state: registration.state, n: count() })
    .from(registration)
    .where(eq(registration.sessionId, sessionId))
    .groupBy(registration.state);
  const of = (audience: Audience) =>
    rows.filter(({ state }) => statesOf(audience).includes(state)).reduce((sum, { n }) => sum + n, 0);
  return {
    all: of("all"),
    admitted: of("admitted"),
    waiting: of("waiting"),
    confirmed: of("confirmed"),
    declined: of("declined"),
  };
}

/**
 * Sends the organiser's own words, each person once: the message has its id from the form, so that a second click sends nothing.
 * @returns how many people it goes to
 */
export async function sendMessage(
  db: Db,
  at: { readonly dialogueId: DialogueId; readonly sessionId: SessionId; readonly by: PersonId },
  words: { readonly id: string; readonly audience: Audience; readonly subject: string; readonly text: string },
): Promise<number> {
  const { dialogueId, sessionId } = at;
  return change(db, deedBy(at.by, dialogueId, "message.send", "message", words.id), async (tx) => {
    const recipients = await listRecipients(tx, sessionId, words.audience);
    if (recipients.length === 0) throw new Refused("nobody", 422);
    const [kept] = await tx
      .insert(message)
      .values({ ...words, dialogueId, sessionId, byId: at.by, recipients: recipients.length })
      .onConflictDoNothing()
      .returning({ id: message.id });
    if (!kept) return countOf(tx, words.id, dialogueId);
    const postings = recipients.map(({ personId, registrationId }) => ({
      ...{ personId, dialogueId, sessionId },
      kind: "registration.message" as const,
      event: words.id,
      details: { message: words.id, registration: registrationId },
    }));
    await postAll(tx, postings);
    return recipients.length;
  });
}

async function countOf(tx: Tx, id: string, dialogueId: DialogueId): Promise<number> {
  const [row] = await tx.select({ recipients: message.recipients }).from(message).where(matches(message, { id, dialogueId }));
  if (!row) throw new Refused("unknown", 404);
  return row.recipients;
}

/** Earlier messages, newest first, with how many of each have left. */
export async function listMessages(db: Reader, dialogueId: DialogueId) {
  const [messages, left] = await Promise.all([
    db.select().from(message).where(eq(message.dialogueId, dialogueId)).orderBy(desc(message.at)).limit(50),
    db
      .select({ event: mail.event, sent: count() })
      .from(mail)
      .where(matches(mail, { dialogueId, kind: "registration.message", state: "sent" }))
      .groupBy(mail.event),
  ]);
  return messages.map((one) => ({ ...one, sent: left.find(({ event }) => event === one.id)?.sent ?? 0 }));
}

export const messageLetter: LetterBuilder = async (context) => {
  const topic = await findTopic(context);
  const id = context.mail.details.message;
  if (!topic || !id) return null;
  const [words] = await context.tx.select().from(message).where(eq(message.id, id));
  if (!words) return null;
  const parts: LetterPart[] = words.text
    .split(/\n{2,}/)
    .filter((one) => one.trim() !== "")
    .map(textPart);
  if (topic.registration.state === "admitted" || topic.registration.state === "waiting")
    parts.push(buttonPart(topic.words.myPage, await personalUrl(context, topic)));
  return letterAbout(context, topic, { subject: words.subject, parts });
};
