import { eq } from "drizzle-orm";
import { dialogue } from "../../dialogue/tables.ts";
import { wordsOf } from "../../method/text/prose-inline.ts";
import { readProse, sentencesIn } from "../../method/text/prose-text.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId } from "../../platform/ids.ts";
import { findProgramme } from "../../programme/items/programme.server.ts";
import type { ReportContent, ReportProgramme } from "./content.ts";

type Parts = Pick<ReportContent, "themes" | "blocks"> & { readonly insights: readonly { readonly number: number }[] };

/**
 * The programme as its public page tells it at this moment, with the way back to what stands in the same report; null while the
 * organiser keeps it closed. Names of people are left out: they come and go by their choice.
 */
export async function gatherProgramme(db: Reader, dialogueId: DialogueId, parts: Parts): Promise<ReportProgramme | null> {
  const [of] = await db.select({ shown: dialogue.programmeShownAt }).from(dialogue).where(eq(dialogue.id, dialogueId));
  if (!of?.shown) return null;
  const { items, themes, fields, parties } = await findProgramme(db, dialogueId);
  const names = (list: readonly { readonly id: string; readonly name: string }[], ids: readonly string[]) =>
    list.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  const inReport = new Set<string>(parts.themes.map(({ id }) => id));
  const stated = statedIn(parts);
  return {
    items: items.map((item) => ({
      ...{ number: item.number, title: item.title, text: item.text, kind: item.kind, state: item.state, acts: item.acts },
      fields: names(fields, item.fieldIds),
      parties: names(parties, item.partyIds),
      themes: item.themeIds.filter((id) => inReport.has(id)),
      insights: parts.insights.flatMap(({ number }) =>
        item.claims.some((claim) => claim.insightId !== null && claim.number === number) ? [number] : [],
      ),
      sentences: item.claims.flatMap(({ blockId, words }) => stated.get(`${blockId} ${words}`) ?? []),
    })),
    answers: themes.flatMap(({ id, answer }) =>
      answer && inReport.has(id) ? [{ theme: id, verdict: answer.verdict, reason: answer.reason, item: answer.item }] : [],
    ),
  };
}

/** Sentences that state something, by their text and words, with the name that they have on the page. */
function statedIn({ blocks = [] }: Parts): Map<string, string> {
  return new Map(
    blocks.flatMap(({ id, text }) =>
      sentencesIn(readProse(text))
        .filter(({ support }) => support?.states)
        .map(({ parts }, at) => [`${id} ${wordsOf(parts)}`, `zin-${id.slice(0, 8)}-${at + 1}`] as const),
    ),
  );
}
