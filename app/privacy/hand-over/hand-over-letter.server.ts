import { eq } from "drizzle-orm";
import { personalWay } from "../../dialogue/people/personal-way.server.ts";
import { call, dialogue } from "../../dialogue/tables.ts";
import type { Tx } from "../../platform/database/change.server.ts";
import type { DialogueId, HandOverId } from "../../platform/ids.ts";
import type { LetterBuilder } from "../../platform/mail/send.server.ts";
import { dateLong } from "../../platform/time.ts";
import { handOverWords } from "../messages/hand-over.ts";
import { findAnswer, findAsked } from "./hand-over.server.ts";

/** Asks whether somebody goes along to another organisation; not any more when it was stopped, or they answered. */
export const transferLetter: LetterBuilder = async ({ tx, person, locale, origin, siteName, mail }) => {
  const m = handOverWords[locale].letter;
  const open = await findAsked(tx, mail.details.handOver as HandOverId);
  if (!open || (await findAnswer(tx, open.dialogueId, person.id)) !== null) return null;
  const about = await aboutDialogue(tx, open.dialogueId);
  if (!about) return null;
  const { name, token } = await personalWay(tx, person, open.dialogueId);
  const way = token ? `${origin}/mee/${token}?naar=overdracht` : `${origin}/oproep/${about.slug}/link`;
  const day = dateLong(new Date(`${open.until}T12:00:00Z`), locale);
  return {
    subject: m.subject({ title: about.title }),
    greeting: m.greeting({ name }),
    parts: [
      { kind: "text", text: m.text({ title: about.title, to: open.toName }) },
      { kind: "text", text: m.what },
      { kind: "button", label: m.button, url: way },
      { kind: "text", text: m.until({ day }) },
      { kind: "text", text: m.personal },
    ],
    closing: m.closing({ owner: about.owner || siteName, contact: about.contact ?? "" }),
  };
};

async function aboutDialogue(tx: Tx, id: DialogueId) {
  const [about] = await tx
    .select({ slug: dialogue.slug, title: dialogue.title, owner: call.owner, contact: call.contact })
    .from(dialogue)
    .leftJoin(call, eq(call.dialogueId, dialogue.id))
    .where(eq(dialogue.id, id));
  return about ?? null;
}

/** To who went along: who goes on with it from now on. Their link works as it did. */
export const transferDoneLetter: LetterBuilder = async ({ tx, person, locale, origin, siteName, mail }) => {
  const m = handOverWords[locale].doneLetter;
  const about = mail.dialogueId && (await aboutDialogue(tx, mail.dialogueId));
  if (!about || !mail.dialogueId) return null;
  const { name, token } = await personalWay(tx, person, mail.dialogueId);
  return {
    subject: m.subject({ title: about.title }),
    greeting: handOverWords[locale].letter.greeting({ name }),
    parts: [
      { kind: "text", text: m.text({ title: about.title, to: about.owner || siteName }) },
      {
        kind: "button",
        label: m.button,
        url: token ? `${origin}/mee/${token}?naar=netwerk` : `${origin}/oproep/${about.slug}/link`,
      },
      { kind: "text", text: handOverWords[locale].letter.personal },
    ],
    closing: handOverWords[locale].letter.closing({ owner: about.owner || siteName, contact: about.contact ?? "" }),
  };
};
