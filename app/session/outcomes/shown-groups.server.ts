import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { AnalysisId, DialogueId } from "../../platform/ids.ts";
import { findAnalysis } from "../analysis/analysis.server.ts";
import { analysis, insight } from "../insights/tables.ts";
import { type GroupsOn, groupsOn } from "./groups-told.ts";

type ByInsight = ReadonlyMap<string, GroupsOn>;
const none: ByInsight = new Map();

/** Everybody's page asks for the same after a reveal, and an analysis is large. */
const remembered = new Map<AnalysisId, { readonly at: string | null; readonly told: ByInsight }>();
const mostKept = 20;

/**
 * What is told of opinion groups on each insight. Groups are made of all insights together, so of none before the outcome of all is shown.
 * @returns empty without groups
 */
export async function shownGroups(db: Reader, dialogueId: DialogueId): Promise<ByInsight> {
  const covered = await db.$count(insight, and(matches(insight, { dialogueId, state: "open" }), isNull(insight.revealedAt)));
  if (covered > 0) return none;
  const [shown] = await db
    .select({
      id: analysis.id,
      at: sql<string | null>`${analysis.fits} ->> 'at'`,
      grouped: sql<boolean>`${analysis.fits} is not null`,
    })
    .from(analysis)
    .where(and(eq(analysis.dialogueId, dialogueId), isNotNull(analysis.shownAt)))
    .orderBy(desc(analysis.seq))
    .limit(1);
  if (!shown?.grouped) return none;
  const before = remembered.get(shown.id);
  if (before?.at === shown.at) return before.told;
  const read = await findAnalysis(db, dialogueId, shown.id);
  const told = read ? groupsOn(read.found, read.fits) : none;
  if (remembered.size >= mostKept) remembered.clear();
  remembered.set(shown.id, { at: shown.at, told });
  return told;
}
