import { and, eq, isNull } from "drizzle-orm";
import { membership } from "../../dialogue/people/tables.ts";
import { dialogue, person as people } from "../../dialogue/tables.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { LetterBuilder } from "../../platform/mail/send.server.ts";
import { erasingWords } from "../messages/erasing.ts";
import { erasure } from "./tables.ts";

/** To each who can be the second pair of eyes: an administrator finds it among what the installation has to decide. */
export const eraseAskedLetter: LetterBuilder = async ({ tx, person, locale, origin, siteName, mail }) => {
  const m = erasingWords[locale].mail.asked;
  if (!mail.details.erasure) return null;
  const [asked] = await tx
    .select({ title: dialogue.title, slug: dialogue.slug, id: dialogue.id, who: people.name, reason: erasure.reason })
    .from(erasure)
    .innerJoin(dialogue, eq(dialogue.id, erasure.dialogueId))
    .innerJoin(people, eq(people.id, erasure.askedBy))
    .where(and(eq(erasure.id, mail.details.erasure), isNull(erasure.settledAt)));
  if (!asked) return null;
  const organises = await tx.$count(
    membership,
    and(matches(membership, { personId: person.id, dialogueId: asked.id, role: "organiser" }), isNull(membership.endedAt)),
  );
  return {
    subject: m.subject({ title: asked.title }),
    greeting: m.greeting({ name: person.name }),
    parts: [
      { kind: "text", text: m.text({ who: asked.who, title: asked.title }) },
      { kind: "text", text: m.reason({ reason: asked.reason }) },
      { kind: "text", text: m.you },
      { kind: "button", label: m.button, url: origin + (organises > 0 ? `/team/${asked.slug}/wissen` : "/beheer/wissen") },
    ],
    closing: siteName,
  };
};

export const keptLetter: LetterBuilder = async ({ tx, person, locale, siteName, mail }) => {
  const m = erasingWords[locale].mail.kept;
  if (!mail.dialogueId) return null;
  const [about] = await tx.select({ title: dialogue.title }).from(dialogue).where(eq(dialogue.id, mail.dialogueId));
  if (!about) return null;
  return {
    subject: m.subject({ title: about.title }),
    greeting: m.greeting({ name: person.name }),
    parts: [{ kind: "text", text: m.text({ title: about.title }) }],
    closing: siteName,
  };
};

/** Without the title: nothing is left that knows it. */
export const erasedLetter: LetterBuilder = async ({ person, locale, siteName }) => {
  const m = erasingWords[locale].mail.erased;
  return {
    subject: m.subject({ site: siteName }),
    greeting: m.greeting({ name: person.name }),
    parts: [{ kind: "text", text: m.text }],
    closing: siteName,
  };
};
