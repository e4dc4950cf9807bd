import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { personalWay } from "../../dialogue/people/personal-way.server.ts";
import type { AskId } from "../../platform/ids.ts";
import type { LetterBuilder } from "../../platform/mail/send.server.ts";
import { aboutDialogue } from "../inbox/letters.server.ts";
import { networkWords } from "../messages/network.ts";
import { networkLanguage } from "../people/language.server.ts";
import { findMember } from "../people/members.server.ts";
import { networkAsk } from "../tables.ts";
import { reasonOf } from "./digest.server.ts";

/** The weekly overview: what still stands open when it leaves, grouped, the newest first, each with why [NW15]. */
export const digestLetter: LetterBuilder = async ({ tx, person, locale, origin, siteName, mail }) => {
  const m = networkWords[locale].letters;
  const { dialogueId } = mail;
  if (!dialogueId) return null;
  const member = await findMember(tx, { dialogueId, personId: person.id });
  const about = await aboutDialogue(tx, dialogueId);
  if (!member?.digest || !about) return null;
  const ids = (mail.details.asks ?? "").split(",") as AskId[];
  const rows = await tx
    .select()
    .from(networkAsk)
    .where(
      and(
        inArray(networkAsk.id, ids),
        eq(networkAsk.state, "open"),
        sql`not exists (select from network_block b where b.dialogue_id = ${dialogueId}
          and ((b.person_id = ${person.id} and b.other_id = ${networkAsk.personId})
            or (b.person_id = ${networkAsk.personId} and b.other_id = ${person.id})))`,
      ),
    )
    .orderBy(desc(networkAsk.number));
  if (rows.length === 0) return null;
  const language = await networkLanguage();
  const lines = (kind: "ask" | "offer") =>
    rows
      .filter((row) => row.kind === kind)
      .map((row) => {
        const ask = { ...row, fields: row.fieldIds, stems: new Set(row.stems) };
        const reason = reasonOf(member, ask, language);
        const why = reason ? m.digest.why({ kind, ...reason }) : "";
        return [row.title, why, `${origin}/netwerk/${about.slug}/vragen/${row.number}`].filter(Boolean).join("\n");
      });
  const { name, token } = await personalWay(tx, person, dialogueId);
  const group = (heading: string, items: readonly string[]) =>
    items.length > 0
      ? [
          { kind: "text" as const, text: heading },
          { kind: "list" as const, items },
        ]
      : [];
  return {
    subject: m.digest.subject({ n: rows.length, title: about.title }),
    greeting: m.greeting({ name }),
    parts: [
      { kind: "text", text: m.digest.text({ title: about.title }) },
      ...group(m.digest.asks, lines("ask")),
      ...group(m.digest.offers, lines("offer")),
      ...(token ? [{ kind: "button" as const, label: m.digest.open, url: `${origin}/mee/${token}?naar=vragen` }] : []),
      { kind: "text", text: m.digest.stop },
      ...(token ? [{ kind: "text" as const, text: m.personal }] : []),
    ],
    closing: m.closing({ owner: about.owner || siteName, contact: about.contact ?? "" }),
  };
};
