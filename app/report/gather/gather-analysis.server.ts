import type { Reader } from "../../platform/database/change.server.ts";
import type { AnalysisId, DialogueId } from "../../platform/ids.ts";
import { shownAnalysis } from "../../session/analysis/analysis.server.ts";

/** The analysis that a version points at: the one that pages show. */
export async function gatherAnalysis(db: Reader, dialogueId: DialogueId): Promise<AnalysisId | null> {
  return (await shownAnalysis(db, dialogueId))?.id ?? null;
}
