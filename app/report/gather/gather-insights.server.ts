import { and, asc, eq, inArray } from "drizzle-orm";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId, FieldId, InsightId, PartyId } from "../../platform/ids.ts";
import { insight } from "../../session/insights/tables.ts";
import { type Figures, noFigures } from "../../session/outcomes/figures.ts";

type InsightFigures = { readonly id: InsightId; readonly number: number; readonly replaced: boolean } & Figures;

/** Figures of each set of words that was tested, as they were told last: the same as on every other page. */
export async function gatherInsights(
  db: Reader,
  dialogueId: DialogueId,
  lists: { readonly fields: readonly FieldId[]; readonly parties: readonly PartyId[] },
): Promise<InsightFigures[]> {
  const rows = await db
    .select({ id: insight.id, number: insight.number, state: insight.state, figures: insight.figures })
    .from(insight)
    .where(and(eq(insight.dialogueId, dialogueId), inArray(insight.state, ["open", "replaced"])))
    .orderBy(asc(insight.position), asc(insight.number), asc(insight.version));
  const none = noFigures(lists);
  return rows.map(({ id, number, state, figures }) => ({ id, number, replaced: state === "replaced", ...(figures ?? none) }));
}
