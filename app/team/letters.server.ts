import { eq } from "drizzle-orm";
import { dialogue } from "../db/schema.ts";
import type { LetterBuilder } from "../mail/send.server.ts";
import { teamWords } from "../messages/team.ts";
import { mintLink } from "../people/links.server.ts";
import type { TeamRole } from "../people/role.ts";

export const signInLetter: LetterBuilder = async ({ tx, person, locale, origin, siteName, mail }) => {
  const m = teamWords[locale].mail.signIn;
  const to = mail.details.to ? `?naar=${encodeURIComponent(mail.details.to)}` : "";
  const token = await mintLink(tx, "sign-in", { personId: person.id, minutes: 15 });
  return {
    subject: m.subject({ site: siteName }),
    greeting: m.greeting({ name: person.name }),
    parts: [
      { kind: "text", text: m.text },
      { kind: "button", label: m.button, url: `${origin}/team/aanmelden/${token}${to}` },
      { kind: "text", text: m.notYou },
    ],
    closing: siteName,
  };
};

export const inviteLetter: LetterBuilder = async ({ tx, person, locale, origin, siteName, mail }) => {
  const m = teamWords[locale].mail.invite;
  if (!mail.dialogueId) return null;
  const [about] = await tx.select({ title: dialogue.title }).from(dialogue).where(eq(dialogue.id, mail.dialogueId));
  if (!about) return null;
  const role = teamWords[locale].roles[mail.details.role as TeamRole];
  const token = await mintLink(tx, "invite", { personId: person.id, dialogueId: mail.dialogueId, minutes: 14 * 24 * 60 });
  return {
    subject: m.subject({ title: about.title }),
    greeting: m.greeting({ name: person.name }),
    parts: [
      { kind: "text", text: m.text({ title: about.title, role }) },
      { kind: "button", label: m.button, url: `${origin}/team/uitnodiging/${token}` },
    ],
    closing: siteName,
  };
};
