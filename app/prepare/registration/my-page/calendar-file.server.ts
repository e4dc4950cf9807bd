import { eq } from "drizzle-orm";
import { call, person } from "../../../dialogue/tables.ts";
import type { Reader } from "../../../platform/database/change.server.ts";
import type { Environment } from "../../../platform/environment.ts";
import { mailWords } from "../messages/mail.ts";
import { addressOf, calendarText } from "./calendar.ts";
import type { Joinable } from "./join.server.ts";

/** The calendar entry with the page of the session inside: it holds no secret. */
export async function calendarFor(
  db: Reader,
  environment: Environment,
  { dialogue, session, registration: mine }: Joinable,
): Promise<string> {
  const [[to], [about]] = await Promise.all([
    db.select({ mail: person.mail }).from(person).where(eq(person.id, mine.personId)),
    db.select({ owner: call.owner }).from(call).where(eq(call.dialogueId, dialogue.id)),
  ]);
  const { origin, siteName } = environment;
  return calendarText({
    method: "REQUEST",
    registrationId: mine.id,
    host: new URL(origin).hostname,
    sequence: mine.letterSequence,
    madeAt: new Date(),
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    title: dialogue.title,
    description: mailWords[mine.locale].where,
    link: { url: `${origin}/bijeenkomst/${session.id}`, personal: false },
    organizer: { name: about?.owner || siteName, mail: addressOf(environment.mailFrom) },
    attendee: { name: mine.name, mail: to?.mail ?? "" },
  });
}
