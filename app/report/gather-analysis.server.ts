import { sql } from "drizzle-orm";
import type { AnalysisId, DialogueId } from "../ids.ts";
import { findAnalysis, latestAnalysis } from "../insights/analysis.server.ts";
import type { Reader } from "../platform/change.server.ts";
import { changedAtLeast, enoughChanged } from "./versions.ts";

/** The analysis that a version points at: the newest, unless fewer than five people changed since that of the version before. */
export async function gatherAnalysis(db: Reader, dialogueId: DialogueId, before: AnalysisId | null): Promise<AnalysisId | null> {
  const newest = await latestAnalysis(db, dialogueId);
  const earlier = before && before !== newest?.id ? await findAnalysis(db, dialogueId, before) : null;
  if (!newest || !earlier) return newest?.id ?? null;
  const counted = { at: earlier.at.toISOString(), people: earlier.people };
  return changedAtLeast(counted, await countPeople(db, dialogueId, counted.at)) < enoughChanged ? earlier.id : newest.id;
}

/** People whose last ballot is from before a moment, and from after it. */
async function countPeople(db: Reader, dialogueId: DialogueId, at: string): Promise<{ same: number; later: number }> {
  const { rows } = await db.execute<{ same: number; later: number }>(sql`
    select (count(*) filter (where last <= ${at}::timestamptz))::int as same,
      (count(*) filter (where last > ${at}::timestamptz))::int as later
    from (select max(b.at) as last from ballot b join insight i on i.id = b.insight_id
      where i.dialogue_id = ${dialogueId} and i.state = 'open' group by b.person_id) people`);
  return rows[0] ?? { same: 0, later: 0 };
}
