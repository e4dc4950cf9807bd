import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { wordsOf } from "../../method/text/prose-inline.ts";
import { readProse, sentencesIn } from "../../method/text/prose-text.ts";
import type { Reader, Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { BlockId, DialogueId, InsightId, ItemId } from "../../platform/ids.ts";
import { reportBlock } from "../../report/tables.ts";
import { insight } from "../../session/insights/tables.ts";
import { itemClaim } from "../tables.ts";
import type { Finding } from "./finding.ts";

/** The findings that an item can answer: insights that were tested, and what the team states in the report. */
export async function listFindings(db: Reader, dialogueId: DialogueId): Promise<Finding[]> {
  const insights = await db
    .select({ id: insight.id, number: insight.number, text: insight.text })
    .from(insight)
    .where(matches(insight, { dialogueId, state: "open" }))
    .orderBy(asc(insight.position));
  const blocks = await db
    .select({ id: reportBlock.id, text: reportBlock.text })
    .from(reportBlock)
    .where(and(eq(reportBlock.dialogueId, dialogueId), isNull(reportBlock.removedAt)))
    .orderBy(asc(reportBlock.place), asc(reportBlock.position));
  return [
    ...blocks.flatMap(({ id, text }) =>
      sentencesIn(readProse(text)).flatMap(({ parts, support }, at): Finding[] =>
        support?.states
          ? [{ key: `zin:${id}:${at + 1}`, insightId: null, number: null, blockId: id, words: wordsOf(parts) }]
          : [],
      ),
    ),
    ...insights.map(({ id, number, text }) => ({ key: `inzicht:${id}`, insightId: id, number, blockId: null, words: text })),
  ];
}

/** What each item answers; the words of an insight are those of its newest version. */
export async function listClaims(db: Reader, itemIds: readonly ItemId[]) {
  if (itemIds.length === 0) return [];
  const newest = sql<string>`(select i.text from ${insight} i where i.dialogue_id = ${insight.dialogueId} and i.number = ${insight.number}
    and i.state = 'open' order by i.version desc limit 1)`;
  return db
    .select({
      id: itemClaim.id,
      itemId: itemClaim.itemId,
      insightId: itemClaim.insightId,
      number: insight.number,
      blockId: itemClaim.blockId,
      words: sql<string>`coalesce(${newest}, ${insight.text}, ${itemClaim.words})`,
    })
    .from(itemClaim)
    .leftJoin(insight, eq(insight.id, itemClaim.insightId))
    .where(inArray(itemClaim.itemId, [...itemIds]))
    .orderBy(asc(itemClaim.blockId), asc(insight.number), asc(itemClaim.words));
}

/**
 * Keeps of an item the findings that are named (`claim:ID`), and adds those named by what they are (`inzicht:ID`, `zin:ID:NUMBER`).
 * @throws Refused gone: not of this dialogue, or not any more
 */
export async function writeClaims(tx: Tx, dialogueId: DialogueId, itemId: ItemId, named: readonly string[]): Promise<void> {
  const kept = await tx.select().from(itemClaim).where(eq(itemClaim.itemId, itemId));
  const gone = kept.filter(({ id }) => !named.includes(`claim:${id}`)).map(({ id }) => id);
  const fresh = named.filter((one) => !one.startsWith("claim:"));
  if (named.some((one) => one.startsWith("claim:") && !kept.some(({ id }) => one === `claim:${id}`))) throw new Refused("gone");
  if (gone.length > 0) await tx.delete(itemClaim).where(inArray(itemClaim.id, gone));
  if (fresh.length === 0) return;
  const findings = await listFindings(tx, dialogueId);
  const rows = [...new Set(fresh)].map((key) => {
    const found = findings.find((one) => one.key === key);
    if (!found) throw new Refused("gone");
    return {
      itemId,
      insightId: found.insightId as InsightId | null,
      blockId: found.blockId as BlockId | null,
      // the words of an insight stay where they can be erased
      words: found.insightId ? "" : found.words,
    };
  });
  await tx.insert(itemClaim).values(rows);
}
