import { eq } from "drizzle-orm";
import { personalWay } from "../dialogue/people/personal-way.server.ts";
import { call, dialogue } from "../dialogue/tables.ts";
import { matches } from "../platform/database/matches.server.ts";
import type { LetterBuilder } from "../platform/mail/send.server.ts";
import { report } from "../report/tables.ts";
import { feedbackWords } from "./messages/feedback.ts";

/** Tells that a version has appeared, with a personal way to what became of one's own input. */
export const reportLetter: LetterBuilder = async ({ tx, person, locale, origin, siteName, mail }) => {
  const m = feedbackWords[locale].letter;
  const number = Number(mail.details.number);
  if (!mail.dialogueId || !Number.isInteger(number)) return null;
  const [about] = await tx
    .select({
      slug: dialogue.slug,
      title: dialogue.title,
      owner: call.owner,
      contact: call.contact,
      changeNote: report.changeNote,
    })
    .from(report)
    .innerJoin(dialogue, eq(dialogue.id, report.dialogueId))
    .leftJoin(call, eq(call.dialogueId, dialogue.id))
    .where(matches(report, { dialogueId: mail.dialogueId, number }));
  if (!about) return null;
  const { name, token } = await personalWay(tx, person, mail.dialogueId);
  return {
    subject: number === 1 ? m.subject({ title: about.title }) : m.subjectLater({ title: about.title, number }),
    greeting: m.greeting({ name }),
    parts: [
      { kind: "text", text: number === 1 ? m.text({ title: about.title }) : m.textLater({ title: about.title, number }) },
      ...(about.changeNote ? [{ kind: "text" as const, text: m.changed({ note: about.changeNote }) }] : []),
      ...(token ? [{ kind: "button" as const, label: m.mine, url: `${origin}/mee/${token}?naar=inbreng` }] : []),
      { kind: "button", label: m.report, url: `${origin}/verslag/${about.slug}/${number}` },
      ...(token ? [{ kind: "text" as const, text: m.personal }] : []),
    ],
    closing: m.closing({ owner: about.owner || siteName, contact: about.contact ?? "" }),
  };
};
