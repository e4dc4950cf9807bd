import { randomUUID } from "node:crypto";
import { change, type Db, deedBy, INSTALLATION } from "../../platform/database/change.server.ts";
import type { PersonId } from "../../platform/ids.ts";
import { post } from "../../platform/mail/outbox.server.ts";
import type { LetterBuilder } from "../../platform/mail/send.server.ts";
import { siteWords } from "./messages/site.ts";

/** A letter to oneself, by the way that all letters go. */
export async function askTestLetter(db: Db, personId: PersonId): Promise<void> {
  const deed = deedBy(personId, INSTALLATION, "site.test-mail", "person", personId);
  await change(db, deed, (tx) => post(tx, { personId, kind: "site.test", event: randomUUID() }));
}

export const testLetter: LetterBuilder = async ({ person, locale, origin, siteName, mailFrom }) => {
  const m = siteWords[locale].letter;
  return {
    subject: m.subject({ site: siteName }),
    greeting: m.greeting({ name: person.name }),
    parts: [
      { kind: "text", text: m.text({ from: mailFrom }) },
      { kind: "button", label: m.button, url: `${origin}/beheer/instellingen` },
    ],
    closing: siteName,
  };
};
