import { and, eq } from "drizzle-orm";
import { networkMember, networkMessage } from "../db/network.ts";
import { call, dialogue } from "../db/schema.ts";
import type { DialogueId, MessageId } from "../ids.ts";
import type { LetterBuilder } from "../mail/send.server.ts";
import { networkWords } from "../messages/network.ts";
import { personalWay } from "../people/personal-way.server.ts";
import type { Tx } from "../platform/change.server.ts";

/** Brings a message without an address: the answer goes by a form behind a personal link [NW8]. */
export const messageLetter: LetterBuilder = async ({ tx, person, locale, origin, siteName, mail }) => {
  const m = networkWords[locale].letters;
  if (!mail.dialogueId) return null;
  const [found] = await tx
    .select({ message: networkMessage, name: networkMember.name })
    .from(networkMessage)
    .innerJoin(
      networkMember,
      and(eq(networkMember.personId, networkMessage.fromId), eq(networkMember.dialogueId, networkMessage.dialogueId)),
    )
    .where(and(eq(networkMessage.id, mail.details.message as MessageId), eq(networkMessage.toId, person.id)));
  const about = await aboutDialogue(tx, mail.dialogueId);
  if (!found || !about) return null;
  const { name, token } = await personalWay(tx, person, mail.dialogueId);
  const way = token ? `${origin}/mee/${token}?naar=berichten` : `${origin}/oproep/${about.slug}/link`;
  return {
    subject: m.message.subject({ name: found.name, title: about.title }),
    greeting: m.greeting({ name }),
    parts: [
      { kind: "text", text: m.message.text({ name: found.name, title: about.title }) },
      { kind: "text", text: found.message.text },
      { kind: "button", label: m.message.answer, url: way },
      { kind: "text", text: m.message.how },
      { kind: "text", text: m.personal },
    ],
    closing: m.closing({ owner: about.owner || siteName, contact: about.contact ?? "" }),
  };
};

export async function aboutDialogue(tx: Tx, id: DialogueId) {
  const [about] = await tx
    .select({ slug: dialogue.slug, title: dialogue.title, owner: call.owner, contact: call.contact })
    .from(dialogue)
    .leftJoin(call, eq(call.dialogueId, dialogue.id))
    .where(eq(dialogue.id, id));
  return about ?? null;
}
