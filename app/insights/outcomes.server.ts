import { and, asc, eq, isNotNull } from "drizzle-orm";
import { insight } from "../db/schema.ts";
import type { DialogueId, InsightId } from "../ids.ts";
import type { Reader } from "../platform/change.server.ts";
import { type InsightOutcome, outcomeOf } from "./outcome.ts";

export interface Revealed extends InsightOutcome {
  readonly id: InsightId;
  readonly text: string;
}

/** The outcomes that the facilitator revealed, as they were counted for it. */
export async function revealedOutcomes(db: Reader, dialogueId: DialogueId): Promise<Revealed[]> {
  const shown = await db
    .select({ id: insight.id, text: insight.text, figures: insight.figures })
    .from(insight)
    .where(and(eq(insight.dialogueId, dialogueId), eq(insight.state, "open"), isNotNull(insight.revealedAt)))
    .orderBy(asc(insight.revealedAt));
  return shown.flatMap(({ id, text, figures }) =>
    figures ? [{ id, text, ...outcomeOf({ ballots: figures.ballots.total, fits: figures.fits.total }) }] : [],
  );
}
