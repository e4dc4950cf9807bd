import { and, asc, eq } from "drizzle-orm";
import { insight } from "../db/schema.ts";
import type { DialogueId, FieldId, InsightId, PartyId } from "../ids.ts";
import { type Figures, noFigures } from "../insights/figures.ts";
import type { Reader } from "../platform/change.server.ts";

type InsightFigures = { readonly id: InsightId; readonly number: number } & Figures;

/** Figures of each insight that was tested, as they were told last: the same as on every other page. */
export async function gatherInsights(
  db: Reader,
  dialogueId: DialogueId,
  lists: { readonly fields: readonly FieldId[]; readonly parties: readonly PartyId[] },
): Promise<InsightFigures[]> {
  const rows = await db
    .select({ id: insight.id, number: insight.number, figures: insight.figures })
    .from(insight)
    .where(and(eq(insight.dialogueId, dialogueId), eq(insight.state, "open")))
    .orderBy(asc(insight.position), asc(insight.number));
  const none = noFigures(lists);
  return rows.map(({ id, number, figures }) => ({ id, number, ...(figures ?? none) }));
}
