import { personalWay } from "../../dialogue/people/personal-way.server.ts";
import type { Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { PracticeId } from "../../platform/ids.ts";
import { post } from "../../platform/mail/outbox.server.ts";
import type { LetterBuilder } from "../../platform/mail/send.server.ts";
import { aboutDialogue } from "../inbox/letters.server.ts";
import { networkWords } from "../messages/network.ts";
import { networkPractice } from "./tables.ts";

type Judged = Pick<typeof networkPractice.$inferSelect, "id" | "personId" | "dialogueId" | "version">;

/** Once per version: the team answered. */
export const tellWriter = (tx: Tx, { id, personId, dialogueId, version }: Judged) =>
  post(tx, { personId, dialogueId, kind: "network.practice", event: `${id}:${version}`, details: { practice: id } });

/** The team put an entry in the library, or gave it back with its reason [NW16]. What changed meanwhile is not told any more. */
export const practiceLetter: LetterBuilder = async ({ tx, person, locale, origin, siteName, mail }) => {
  const m = networkWords[locale].letters;
  if (!mail.dialogueId) return null;
  const [found] = await tx
    .select({ words: networkPractice.words, state: networkPractice.state, reason: networkPractice.reason })
    .from(networkPractice)
    .where(matches(networkPractice, { id: mail.details.practice as PracticeId, personId: person.id }));
  const about = await aboutDialogue(tx, mail.dialogueId);
  if (!found || !about || (found.state !== "published" && found.state !== "returned")) return null;
  const words = m.practice[found.state];
  const named = { name: found.words.title, title: about.title };
  const { name, token } = await personalWay(tx, person, mail.dialogueId);
  return {
    subject: words.subject(named),
    greeting: m.greeting({ name }),
    parts: [
      { kind: "text", text: words.text(named) },
      ...(found.state === "returned" ? [{ kind: "quote" as const, text: found.reason }] : []),
      {
        kind: "button",
        label: words.button,
        url: token ? `${origin}/mee/${token}?naar=praktijk` : `${origin}/oproep/${about.slug}/link`,
      },
      { kind: "text", text: m.personal },
    ],
    closing: m.closing({ owner: about.owner || siteName, contact: about.contact ?? "" }),
  };
};
