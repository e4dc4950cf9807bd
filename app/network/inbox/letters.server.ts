import { and, eq } from "drizzle-orm";
import { personalWay } from "../../dialogue/people/personal-way.server.ts";
import { call, dialogue, person as people } from "../../dialogue/tables.ts";
import type { Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { AskId, CommitmentId, DialogueId, MessageId } from "../../platform/ids.ts";
import type { LetterBuilder } from "../../platform/mail/send.server.ts";
import { dateLong } from "../../platform/time.ts";
import { networkWords } from "../messages/network.ts";
import { networkAsk, networkCommitment, networkMember, networkMessage } from "../tables.ts";
import { mintReply, replyTroubles } from "./reply-mail.server.ts";
import { answerLine } from "./reply-mail.ts";

/** Brings a message without an address: the answer goes by a form behind a personal link [NW8]. */
export const messageLetter: LetterBuilder = async ({ tx, person, locale, origin, siteName, mail, replyMail }) => {
  const m = networkWords[locale].letters;
  if (!mail.dialogueId) return null;
  const [found] = await tx
    .select({ message: networkMessage, name: networkMember.name, mail: people.mail })
    .from(networkMessage)
    .innerJoin(
      networkMember,
      and(eq(networkMember.personId, networkMessage.fromId), eq(networkMember.dialogueId, networkMessage.dialogueId)),
    )
    .innerJoin(people, eq(people.id, networkMessage.fromId))
    .where(matches(networkMessage, { id: mail.details.message as MessageId, toId: person.id }));
  const about = await aboutDialogue(tx, mail.dialogueId);
  if (!found || !about) return null;
  const ask = await askBehind(tx, mail.dialogueId, mail.details.ask);
  const who = { name: found.name, title: about.title };
  const reaction = ask ? { ...who, ask: ask.title, kind: ask.kind } : null;
  const { name, token } = await personalWay(tx, person, mail.dialogueId);
  const way = token ? `${origin}/mee/${token}?naar=berichten` : `${origin}/oproep/${about.slug}/link`;
  const replyTo = replyMail
    ? await mintReply(tx, replyMail, { personId: person.id, dialogueId: mail.dialogueId, message: found.message.id })
    : null;
  return {
    ...(replyTo ? { replyTo, above: `— ${answerLine[locale]} —` } : {}),
    subject: reaction ? m.message.reactionSubject(reaction) : m.message.subject(who),
    greeting: m.greeting({ name }),
    parts: [
      { kind: "text", text: reaction ? m.message.reactionText(reaction) : m.message.text(who) },
      { kind: "quote", text: found.message.text },
      ...(found.message.sharesMail && found.mail
        ? [{ kind: "text" as const, text: m.message.theirMail({ name: found.name, mail: found.mail }) }]
        : []),
      { kind: "button", label: m.message.answer, url: way },
      { kind: "text", text: replyTo ? m.message.howByMail(who) : m.message.how(who) },
      { kind: "text", text: m.personal },
    ],
    closing: m.closing({ owner: about.owner || siteName, contact: about.contact ?? "" }),
  };
};

/** The ask that a message reacts to, if it is still there. */
async function askBehind(tx: Tx, dialogueId: DialogueId, id: string | undefined) {
  if (!id) return null;
  const [ask] = await tx
    .select({ title: networkAsk.title, kind: networkAsk.kind })
    .from(networkAsk)
    .where(matches(networkAsk, { id: id as AskId, dialogueId }));
  return ask ?? null;
}

/** An answer by mail that was not brought: why, and where it can be written. */
export const replyLetter: LetterBuilder = async ({ tx, person, locale, origin, siteName, mail }) => {
  const m = networkWords[locale].letters;
  const about = mail.dialogueId ? await aboutDialogue(tx, mail.dialogueId) : null;
  if (!mail.dialogueId || !about) return null;
  const { name, token } = await personalWay(tx, person, mail.dialogueId);
  const why = replyTroubles.find((known) => known === mail.details.why) ?? "gone";
  return {
    subject: m.reply.subject({ title: about.title }),
    greeting: m.greeting({ name }),
    parts: [
      { kind: "text", text: m.reply.why[why] },
      {
        kind: "button",
        label: m.reply.button,
        url: token ? `${origin}/mee/${token}?naar=berichten` : `${origin}/oproep/${about.slug}/link`,
      },
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

/** Before the day: it comes near. After it: did it work out? A page behind the button takes the answer in one tap [NW18]. */
export const commitmentLetter: LetterBuilder = async ({ tx, person, locale, origin, siteName, mail }) => {
  const m = networkWords[locale].letters;
  if (!mail.dialogueId) return null;
  const [found] = await tx
    .select()
    .from(networkCommitment)
    .where(matches(networkCommitment, { id: mail.details.commitment as CommitmentId, personId: person.id }));
  const about = await aboutDialogue(tx, mail.dialogueId);
  if (found?.state !== "open" || !about) return null;
  const { name, token } = await personalWay(tx, person, mail.dialogueId);
  const way = token ? `${origin}/mee/${token}?naar=toezeggingen` : `${origin}/oproep/${about.slug}/link`;
  const words = mail.details.past ? m.commitment.after : m.commitment.before;
  const day = dateLong(new Date(`${found.due}T12:00:00Z`), locale);
  return {
    subject: words.subject({ title: about.title }),
    greeting: m.greeting({ name }),
    parts: [
      { kind: "text", text: words.text({ day }) },
      { kind: "list", items: [found.withWhom ? m.commitment.with({ what: found.what, who: found.withWhom }) : found.what] },
      { kind: "button", label: m.commitment.tell, url: way },
      { kind: "text", text: m.personal },
    ],
    closing: m.closing({ owner: about.owner || siteName, contact: about.contact ?? "" }),
  };
};
