import { contribution } from "../../contribution/tables.ts";
import type { Outside } from "../../dialogue/outside.ts";
import { addUntil, writingOutside } from "../../dialogue/writing-period.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { LetterBuilder, LetterContext } from "../../platform/mail/send.server.ts";
import { dateLong } from "../../platform/time.ts";
import {
  buttonPart,
  findTopic,
  letterAbout,
  personalUrl,
  type Topic,
  textPart,
} from "../../prepare/registration/mail/letter-parts.server.ts";

/** About whom, as long as it can be written still when the letter leaves. */
async function openTopic(context: LetterContext, moment: Outside): Promise<Topic | null> {
  const topic = await findTopic(context);
  if (topic?.registration.state !== "admitted") return null;
  return writingOutside(topic.session, topic.dialogue.state, new Date()) === moment ? topic : null;
}

export const prepareLetter: LetterBuilder = async (context) => {
  const topic = await openTopic(context, "before");
  if (!topic) return null;
  const { words, title, when } = topic;
  return letterAbout(context, topic, {
    subject: words.prepare.subject({ title }),
    parts: [
      textPart(words.prepare.text({ title, when })),
      textPart(words.prepare.yours),
      buttonPart(words.prepare.button, `${await personalUrl(context, topic)}?naar=behoeften`),
      textPart(words.personal),
      textPart(words.changeOrCancel),
    ],
  });
};

const addLetter =
  (kind: "first" | "again"): LetterBuilder =>
  async (context) => {
    const topic = await openTopic(context, "after");
    const until = topic && addUntil(topic.session);
    if (!topic || !until) return null;
    // Who added something knows the way.
    if (kind === "again" && (await addedSince(context, topic))) return null;
    const { words, title } = topic;
    const last = dateLong(new Date(until.getTime() - 1), context.locale);
    return letterAbout(context, topic, {
      subject: words.add.subject[kind]({ title }),
      parts: [
        textPart(words.add.text[kind]({ title, last })),
        textPart(words.add.what),
        buttonPart(words.add.button, `${await personalUrl(context, topic)}?naar=behoeften`),
        textPart(words.personal),
        textPart(words.add.enough),
      ],
    });
  };

export const addFirstLetter = addLetter("first");
export const addAgainLetter = addLetter("again");

async function addedSince({ tx, person }: LetterContext, { session }: Topic): Promise<boolean> {
  const [row] = await tx
    .select({ id: contribution.id })
    .from(contribution)
    .where(matches(contribution, { sessionId: session.id, personId: person.id, phase: "after" }))
    .limit(1);
  return row !== undefined;
}
