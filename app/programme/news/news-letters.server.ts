import { and, eq, sql } from "drizzle-orm";
import { mintLink } from "../../dialogue/people/links.server.ts";
import { personalWay } from "../../dialogue/people/personal-way.server.ts";
import { call, dialogue } from "../../dialogue/tables.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { LetterPart } from "../../platform/mail/letter.ts";
import type { LetterBuilder, LetterContext } from "../../platform/mail/send.server.ts";
import { dateLong } from "../../platform/time.ts";
import { asksReactions } from "../answers/reactions.server.ts";
import { listItems } from "../items/items.server.ts";
import { programmeWords } from "../messages/programme.ts";
import { programmeVoiceWords } from "../messages/programme-voice.ts";
import { ownedIn, wayToItem } from "../owners/letters.server.ts";
import { programmeStep } from "../tables.ts";
import { findChoice, linesFor } from "./news.server.ts";

async function dialogueOf({ tx, mail }: Pick<LetterContext, "tx" | "mail">) {
  if (!mail.dialogueId) return null;
  const [about] = await tx
    .select({
      id: dialogue.id,
      slug: dialogue.slug,
      title: dialogue.title,
      shown: dialogue.programmeShownAt,
      owner: call.owner,
      contact: call.contact,
    })
    .from(dialogue)
    .leftJoin(call, eq(call.dialogueId, dialogue.id))
    .where(eq(dialogue.id, mail.dialogueId));
  return about ?? null;
}

/** Asks a participant whether the draft would help. */
export const reactLetter: LetterBuilder = async (context) => {
  const about = await dialogueOf(context);
  if (!about || !(await asksReactions(context.tx, about.id))) return null;
  const { person, locale, origin, siteName, tx } = context;
  const m = programmeVoiceWords[locale].reactLetter;
  const { name, token } = await personalWay(tx, person, about.id);
  if (!token) return null;
  const items = await listItems(tx, about.id);
  return {
    subject: m.subject(about),
    greeting: m.greeting({ name }),
    parts: [
      { kind: "text", text: m.text({ title: about.title, n: items.length }) },
      { kind: "text", text: m.how },
      { kind: "button", label: m.button, url: `${origin}/mee/${token}?naar=programma` },
      { kind: "text", text: m.personal },
    ],
    closing: m.closing({ owner: about.owner || siteName, contact: about.contact ?? "" }),
  };
};

/** Asks who looks after an item how it goes. */
export const remindLetter: LetterBuilder = async (context) => {
  const about = await ownedIn(context);
  if (!about) return null;
  const { person, locale, siteName, tx, mail } = context;
  const words = programmeVoiceWords[locale];
  const m = words.remindLetter;
  const { late } = mail.details;
  const [step] = late
    ? await tx
        .select({ text: programmeStep.text, due: programmeStep.due })
        .from(programmeStep)
        .where(and(matches(programmeStep, { itemId: about.itemId, done: false }), sql`${programmeStep.due} = ${late}`))
    : [];
  if (late && !step) return null;
  return {
    subject: m.subject(about),
    greeting: words.reactLetter.greeting({ name: person.name }),
    parts: [
      {
        kind: "text",
        text: step
          ? m.late({ ...about, step: step.text, date: dateLong(new Date(`${step.due}T12:00:00Z`), locale) })
          : m.quiet(about),
      },
      { kind: "text", text: m.minute },
      { kind: "button", label: m.button, url: await wayToItem(context) },
      { kind: "text", text: words.reactLetter.personal },
    ],
    closing: words.reactLetter.closing({ owner: about.owner || siteName, contact: about.contact ?? "" }),
  };
};

const shown = 4;

/** Tells what became of one's input, grouped by item; with a way to hear it otherwise, or no more. */
export const newsLetter: LetterBuilder = async (context) => {
  const about = await dialogueOf(context);
  const { person, locale, origin, siteName, tx, mail } = context;
  if (!about?.shown || (await findChoice(tx, about.id, person.id)) === "never") return null;
  const items = await linesFor(tx, about.id, person.id, Number(mail.details.from), Number(mail.details.to));
  if (items.length === 0) return null;
  const m = programmeVoiceWords[locale].news;
  const states = programmeWords[locale].states;
  const lineOf = ({ kind, state, text, at }: (typeof items)[number][number]) => {
    const date = dateLong(at, locale);
    if (kind === "changed") return m.changed({ date, text });
    if (kind === "merged") return m.merged({ date });
    return kind === "split" ? m.split({ date }) : m.line({ date, state: states[state], text });
  };
  const { name, token } = await personalWay(tx, person, about.id);
  const stop = await mintLink(tx, "programme-news", { personId: person.id, dialogueId: about.id });
  const choice = m.choices[await findChoice(tx, about.id, person.id)];
  return {
    subject: m.subject(about),
    greeting: m.greeting({ name }),
    parts: [
      { kind: "text", text: m.text({ n: items.length, title: about.title }) },
      ...items.flatMap((lines): LetterPart[] => [
        { kind: "text", text: `${lines[0]?.number}. ${lines[0]?.title}` },
        {
          kind: "list",
          items: [
            ...lines.toReversed().slice(0, shown).map(lineOf),
            ...(lines.length > shown ? [m.more({ n: lines.length - shown })] : []),
          ],
        },
      ]),
      ...(token ? [{ kind: "button" as const, label: m.mine, url: `${origin}/mee/${token}?naar=inbreng` }] : []),
      { kind: "button", label: m.programme, url: `${origin}/programma/${about.slug}` },
      { kind: "text", text: m.personal },
      { kind: "link", text: m.how({ choice }), url: `${origin}/programmapost/${stop}` },
    ],
    closing: programmeVoiceWords[locale].reactLetter.closing({ owner: about.owner || siteName, contact: about.contact ?? "" }),
    unsubscribe: `${origin}/programmapost/${stop}`,
  };
};
