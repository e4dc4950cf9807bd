import { and, eq, isNull } from "drizzle-orm";
import { mintLink } from "../../dialogue/people/links.server.ts";
import { call, dialogue } from "../../dialogue/tables.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { LetterBuilder, LetterContext } from "../../platform/mail/send.server.ts";
import { programmeWorkWords } from "../messages/programme-work.ts";
import { itemOwner, programmeItem } from "../tables.ts";

/** What a letter to who looks after an item is about; null when that is over. */
export async function ownedIn({ tx, mail }: Pick<LetterContext, "tx" | "mail">) {
  if (!mail.details.owner || !mail.dialogueId) return null;
  const [about] = await tx
    .select({
      role: itemOwner.role,
      lead: itemOwner.lead,
      named: itemOwner.named,
      itemId: programmeItem.id,
      item: programmeItem.title,
      state: programmeItem.state,
      title: dialogue.title,
      owner: call.owner,
      contact: call.contact,
    })
    .from(itemOwner)
    .innerJoin(programmeItem, eq(programmeItem.id, itemOwner.itemId))
    .innerJoin(dialogue, eq(dialogue.id, programmeItem.dialogueId))
    .leftJoin(call, eq(call.dialogueId, dialogue.id))
    .where(
      and(
        matches(itemOwner, { id: mail.details.owner, personId: mail.personId }),
        isNull(itemOwner.endedAt),
        isNull(programmeItem.removedAt),
        isNull(programmeItem.mergedInto),
      ),
    );
  return about ?? null;
}

export async function wayToItem({ tx, mail, origin }: Pick<LetterContext, "tx" | "mail" | "origin">): Promise<string> {
  const token = await mintLink(tx, "item-owner", {
    personId: mail.personId,
    ...(mail.dialogueId ? { dialogueId: mail.dialogueId } : {}),
    ...(mail.details.owner ? { subjectId: mail.details.owner } : {}),
  });
  return `${origin}/punt/${token}`;
}

/** Asks somebody whether their name may stand with what they look after. */
export const ownerLetter: LetterBuilder = async (context) => {
  const about = await ownedIn(context);
  if (!about) return null;
  const { person, locale, siteName } = context;
  const m = programmeWorkWords[locale].ownerLetter;
  return {
    subject: m.subject(about),
    greeting: m.greeting({ name: person.name }),
    parts: [
      { kind: "text", text: m.text(about) },
      { kind: "text", text: m.ask },
      { kind: "button", label: m.button, url: await wayToItem(context) },
      { kind: "text", text: `${m.personal} ${m.wrong}` },
    ],
    closing: m.closing({ owner: about.owner || siteName, contact: about.contact ?? "" }),
  };
};
