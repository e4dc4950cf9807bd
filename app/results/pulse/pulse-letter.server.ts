import { and, eq, isNull } from "drizzle-orm";
import { mintLink } from "../../dialogue/people/links.server.ts";
import { call, dialogue } from "../../dialogue/tables.ts";
import type { PulseId } from "../../platform/ids.ts";
import type { LetterBuilder } from "../../platform/mail/send.server.ts";
import { dateLong } from "../../platform/time.ts";
import { pulseWords } from "../../session/results/messages/pulse.ts";
import { pulse } from "./tables.ts";

/** Asks a few insights; the button leads to the questions, without signing in. */
export const pulseLetter: LetterBuilder = async ({ tx, person, locale, origin, siteName, mail }) => {
  const m = pulseWords[locale].letter;
  const [found] = await tx
    .select({ pulse, title: dialogue.title, owner: call.owner, contact: call.contact })
    .from(pulse)
    .innerJoin(dialogue, eq(dialogue.id, pulse.dialogueId))
    .leftJoin(call, eq(call.dialogueId, pulse.dialogueId))
    .where(and(eq(pulse.id, mail.details.pulse as PulseId), isNull(pulse.endedAt)));
  if (!found) return null;
  const { id, dialogueId, until, insightIds } = found.pulse;
  const token = await mintLink(tx, "pulse", { personId: person.id, dialogueId, subjectId: id });
  return {
    subject: m.subject(found),
    greeting: m.greeting({ name: person.name }),
    parts: [
      { kind: "text", text: m.text({ title: found.title, n: insightIds.length }) },
      { kind: "button", label: m.button, url: `${origin}/peiling/${token}` },
      { kind: "text", text: m.until({ day: dateLong(new Date(`${until}T12:00:00Z`), locale) }) },
      { kind: "text", text: m.personal },
    ],
    closing: m.closing({ owner: found.owner || siteName, contact: found.contact ?? "" }),
  };
};
