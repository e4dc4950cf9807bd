import { and, eq, isNull } from "drizzle-orm";
import { teamWords } from "../../dialogue/messages/team.ts";
import { mintLink } from "../../dialogue/people/links.server.ts";
import { device, membership, passkey } from "../../dialogue/people/tables.ts";
import { dialogue, person as people } from "../../dialogue/tables.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { PasskeyId, PersonId } from "../../platform/ids.ts";
import type { LetterBuilder } from "../../platform/mail/send.server.ts";
import { dateTime } from "../../platform/time.ts";

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
  if (!mail.details.membership) return null;
  const [about] = await tx
    .select({ title: dialogue.title, role: membership.role })
    .from(membership)
    .leftJoin(dialogue, eq(dialogue.id, membership.dialogueId))
    .where(and(eq(membership.id, mail.details.membership), isNull(membership.acceptedAt), isNull(membership.endedAt)));
  if (!about) return null;
  const token = await mintLink(tx, "invite", {
    personId: person.id,
    ...(mail.dialogueId ? { dialogueId: mail.dialogueId } : {}),
    subjectId: mail.details.membership,
    minutes: 14 * 24 * 60,
  });
  const title = about.title ?? siteName;
  const role = teamWords[locale][about.title === null ? "installationRoles" : "roles"];
  const text = about.title === null ? m.installation : m.text;
  return {
    subject: about.title === null ? m.installationSubject({ site: siteName }) : m.subject({ title }),
    greeting: m.greeting({ name: person.name }),
    parts: [
      { kind: "text", text: text({ title, role: role[about.role as keyof typeof role] }) },
      { kind: "button", label: m.button, url: `${origin}/team/uitnodiging/${token}` },
      { kind: "text", text: m.days },
    ],
    closing: siteName,
  };
};

export const newDeviceLetter: LetterBuilder = async ({ tx, person, locale, origin, siteName, mail }) => {
  const m = teamWords[locale].mail.newDevice;
  if (!mail.details.device) return null;
  const [on] = await tx
    .select({ name: device.name, createdAt: device.createdAt })
    .from(device)
    .where(matches(device, { id: mail.details.device, personId: person.id }));
  if (!on) return null;
  return {
    subject: m.subject({ site: siteName }),
    greeting: m.greeting({ name: person.name }),
    parts: [
      { kind: "text", text: m.text({ device: on.name, when: dateTime(on.createdAt, locale) }) },
      { kind: "text", text: m.notYou },
      { kind: "button", label: m.button, url: `${origin}/team/account` },
    ],
    closing: siteName,
  };
};

export const newKeyLetter: LetterBuilder = async ({ tx, person, locale, origin, siteName, mail }) => {
  const m = teamWords[locale].mail.newKey;
  if (!mail.details.key) return null;
  const [made] = await tx
    .select({ name: passkey.name, createdAt: passkey.createdAt })
    .from(passkey)
    .where(matches(passkey, { id: mail.details.key as PasskeyId, personId: person.id }));
  if (!made) return null;
  return {
    subject: m.subject({ site: siteName }),
    greeting: m.greeting({ name: person.name }),
    parts: [
      { kind: "text", text: m.text({ key: made.name, when: dateTime(made.createdAt, locale) }) },
      { kind: "text", text: m.notYou },
      { kind: "button", label: m.button, url: `${origin}${mail.details.home ?? "/team/account"}` },
    ],
    closing: siteName,
  };
};

export const keysGoneLetter: LetterBuilder = async ({ person, locale, origin, siteName }) => {
  const m = teamWords[locale].mail.keysGone;
  return {
    subject: m.subject({ site: siteName }),
    greeting: m.greeting({ name: person.name }),
    parts: [
      { kind: "text", text: m.text },
      { kind: "text", text: m.notYou },
      { kind: "button", label: m.button, url: `${origin}/team/aanmelden` },
    ],
    closing: siteName,
  };
};

export const breakGlassLetter: LetterBuilder = async ({ tx, person, locale, origin, siteName, mail }) => {
  const m = teamWords[locale].mail.breakGlass;
  if (!mail.details.person) return null;
  const [who] = await tx
    .select({ name: people.name, mail: people.mail })
    .from(people)
    .where(eq(people.id, mail.details.person as PersonId));
  if (!who?.mail) return null;
  return {
    subject: m.subject({ site: siteName }),
    greeting: m.greeting({ name: person.name }),
    parts: [
      { kind: "text", text: m.text({ who: `${who.name} (${who.mail})`, when: dateTime(mail.createdAt, locale) }) },
      { kind: "text", text: m.reason({ reason: mail.details.reason ?? "" }) },
      { kind: "text", text: m.check },
      { kind: "button", label: m.button, url: `${origin}/beheer/mensen` },
    ],
    closing: siteName,
  };
};
