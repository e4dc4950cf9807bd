import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import { ballot, insight } from "../db/schema.ts";
import type { DialogueId, InsightId } from "../ids.ts";
import type { Reader } from "../platform/change.server.ts";
import { type InsightOutcome, outcomeOf } from "./outcome.ts";
import { countVerdicts } from "./verdict-counts.ts";

export interface Revealed extends InsightOutcome {
  readonly id: InsightId;
  readonly number: number;
  readonly text: string;
}

/** The outcomes that the facilitator revealed. A ballot after that moment is not taken, so these numbers stand still. */
export async function revealedOutcomes(db: Reader, dialogueId: DialogueId): Promise<Revealed[]> {
  const shown = await db
    .select({ id: insight.id, number: insight.number, text: insight.text })
    .from(insight)
    .where(and(eq(insight.dialogueId, dialogueId), eq(insight.state, "open"), isNotNull(insight.revealedAt)))
    .orderBy(asc(insight.revealedAt));
  if (shown.length === 0) return [];
  const ids = shown.map(({ id }) => id);
  const verdicts = await db.select().from(ballot).where(inArray(ballot.insightId, ids));
  const counts = countVerdicts(verdicts, { insights: ids, fields: [], parties: [] });
  return shown.map((one, i) => {
    const own = counts[i];
    if (!own) throw new Error("an insight without count");
    return { ...one, ...outcomeOf(own) };
  });
}
