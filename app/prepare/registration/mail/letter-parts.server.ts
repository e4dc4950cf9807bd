import { eq } from "drizzle-orm";
import { mintLink } from "../../../dialogue/people/links.server.ts";
import { registration } from "../../../dialogue/people/tables.ts";
import { call, dialogue, session } from "../../../dialogue/tables.ts";
import type { RegistrationId } from "../../../platform/ids.ts";
import type { Letter, LetterPart } from "../../../platform/mail/letter.ts";
import type { LetterContext } from "../../../platform/mail/send.server.ts";
import { dateTimeRange } from "../../../platform/time.ts";
import { mailWords } from "../messages/mail.ts";
import { addressOf, calendarText } from "../my-page/calendar.ts";

/** Everything a letter about a registration speaks of, as it is when the letter is made. */
export async function findTopic(context: LetterContext) {
  const { tx, locale } = context;
  const [found] = await tx
    .select({ registration, session, dialogue, owner: call.owner, contact: call.contact })
    .from(registration)
    .innerJoin(session, eq(session.id, registration.sessionId))
    .innerJoin(dialogue, eq(dialogue.id, registration.dialogueId))
    .leftJoin(call, eq(call.dialogueId, registration.dialogueId))
    .where(eq(registration.id, context.mail.details.registration as RegistrationId));
  if (!found) return null;
  const when = dateTimeRange(found.session.startsAt, found.session.endsAt, locale);
  return { ...found, words: mailWords[locale], title: found.dialogue.title, when };
}
export type Topic = NonNullable<Awaited<ReturnType<typeof findTopic>>>;

export const textPart = (text: string): LetterPart => ({ kind: "text", text });
export const buttonPart = (label: string, url: string): LetterPart => ({ kind: "button", label, url });

export function letterAbout(
  context: LetterContext,
  topic: Topic,
  content: Pick<Letter, "subject" | "parts" | "calendar">,
): Letter {
  const { words, registration: mine, owner, contact } = topic;
  return {
    ...content,
    greeting: words.greeting({ name: mine.name || context.person.name }),
    closing: words.closing({ owner: owner || context.siteName, contact: contact ?? "" }),
  };
}

export async function personalUrl({ tx, person, origin }: LetterContext, { registration: mine }: Topic): Promise<string> {
  const about = { personId: person.id, dialogueId: mine.dialogueId, subjectId: mine.id };
  return `${origin}/mee/${await mintLink(tx, "personal", about)}`;
}

/** The entry for the calendar: with the personal link inside, or the page of the session where calendars are shared. */
export function calendarOf(
  context: LetterContext,
  topic: Topic,
  method: "REQUEST" | "CANCEL",
  personal: string | null,
): NonNullable<Letter["calendar"]> {
  const { registration: mine, session: meeting, dialogue: about, words, title, owner } = topic;
  const inside = personal !== null && about.settings.linkInCalendar;
  const url = inside ? personal : `${context.origin}/bijeenkomst/${meeting.id}`;
  const text = calendarText({
    method,
    registrationId: mine.id,
    host: new URL(context.origin).hostname,
    sequence: mine.letterSequence,
    madeAt: new Date(),
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    title,
    description: [words.where, about.helpContact && words.reminder.help({ help: about.helpContact })].filter(Boolean).join("\n"),
    link: { url, personal: inside },
    organizer: { name: owner || context.siteName, mail: addressOf(context.mailFrom) },
    attendee: { name: mine.name, mail: context.person.mail },
  });
  return { method, text };
}
