import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { checkIsOpen } from "../../dialogue/check-period.ts";
import { mintLink } from "../../dialogue/people/links.server.ts";
import { registration } from "../../dialogue/people/tables.ts";
import { call, dialogue, session } from "../../dialogue/tables.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { RegistrationId } from "../../platform/ids.ts";
import type { LetterBuilder } from "../../platform/mail/send.server.ts";
import { dateTime } from "../../platform/time.ts";
import { insightsWords } from "./messages/insights.ts";
import { ballot, insight } from "./tables.ts";

/**
 * Invites somebody to test new versions of insights that they answered. It names all that wait when it leaves; when nothing does,
 * or the check was closed meanwhile, it does not leave.
 */
export const changedLetter: LetterBuilder = async ({ tx, person, locale, origin, siteName, mail }) => {
  const m = insightsWords[locale].letter;
  const [at] = await tx
    .select({ registration, session, title: dialogue.title, owner: call.owner, contact: call.contact })
    .from(registration)
    .innerJoin(session, eq(session.id, registration.sessionId))
    .innerJoin(dialogue, eq(dialogue.id, registration.dialogueId))
    .leftJoin(call, eq(call.dialogueId, registration.dialogueId))
    .where(eq(registration.id, mail.details.registration as RegistrationId));
  if (at?.registration.state !== "admitted" || !checkIsOpen(at.session, new Date())) return null;
  const changed = await tx
    .select({ text: insight.text, because: insight.changedBecause })
    .from(insight)
    .leftJoin(ballot, and(eq(ballot.insightId, insight.id), eq(ballot.personId, person.id)))
    .where(
      and(
        matches(insight, { dialogueId: at.session.dialogueId, state: "open" }),
        isNull(insight.revealedAt),
        isNull(ballot.personId),
        sql`exists (select 1 from ballot as earlier join insight as former on former.id = earlier.insight_id
          where former.dialogue_id = ${insight.dialogueId} and former.number = ${insight.number}
            and former.version < ${insight.version} and earlier.person_id = ${person.id})`,
      ),
    )
    .orderBy(asc(insight.position), asc(insight.number));
  if (changed.length === 0) return null;
  const about = { personId: person.id, dialogueId: at.session.dialogueId, subjectId: at.registration.id };
  const token = await mintLink(tx, "personal", about);
  const { title, owner, contact } = at;
  return {
    subject: m.subject({ title, n: changed.length }),
    greeting: m.greeting({ name: at.registration.name || person.name }),
    parts: [
      { kind: "text", text: m.text({ title, n: changed.length }) },
      { kind: "list", items: changed.map(({ text, because }) => m.item({ text, because })) },
      { kind: "text", text: at.session.checkUntil ? m.until({ when: dateTime(at.session.checkUntil, locale) }) : m.open },
      { kind: "button", label: m.button, url: `${origin}/mee/${token}?naar=toets` },
      { kind: "text", text: m.personal },
    ],
    closing: m.closing({ owner: owner || siteName, contact: contact ?? "" }),
  };
};
