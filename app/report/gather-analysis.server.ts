import type { AnalysisId, DialogueId } from "../ids.ts";
import { shownAnalysis } from "../insights/analysis.server.ts";
import type { Reader } from "../platform/change.server.ts";

/** The analysis that a version points at: the one that pages show. */
export async function gatherAnalysis(db: Reader, dialogueId: DialogueId): Promise<AnalysisId | null> {
  return (await shownAnalysis(db, dialogueId))?.id ?? null;
}
