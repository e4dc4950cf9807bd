import { eq, sql } from "drizzle-orm";
import type { Reader, Tx } from "../../platform/database/change.server.ts";
import type { AnalysisId, DialogueId } from "../../platform/ids.ts";
import { analysis } from "../insights/tables.ts";
import { type CountedFits, nextFits } from "./groups-told.ts";
import type { Fit } from "./verdict-counts.ts";

/** The shown analysis, when its groups were never counted, or five people at the least chose or said where it fits since. */
export async function groupsToCount(db: Reader, dialogueId: DialogueId): Promise<AnalysisId | null> {
  const { rows } = await db.execute<{ id: AnalysisId }>(sql`
    with shown as (
      select id, (fits ->> 'at')::timestamptz as at from analysis
      where dialogue_id = ${dialogueId} and shown_at is not null order by seq desc limit 1)
    select shown.id from shown join analysis on analysis.id = shown.id
    where analysis.fits is not null and (shown.at is null or 5 <= (
      select count(distinct b.person_id) from ballot b join insight i on i.id = b.insight_id
      where i.dialogue_id = ${dialogueId} and date_trunc('milliseconds', b.at) > shown.at))`);
  return rows[0]?.id ?? null;
}

/**
 * Counts per group where each insight fits. Who is in which group is known of the newest analysis alone: while that has other groups
 * than the one that is shown, nothing is counted.
 * @returns whether it was counted
 */
export async function countGroupFits(tx: Tx, dialogueId: DialogueId, id: AnalysisId, now: Date): Promise<boolean> {
  const { rows: lettered } = await tx.execute<{ id: AnalysisId; letters: string[]; grouped: boolean }>(sql`
    (select id, jsonb_path_query_array(found, '$.groups[*].id') as letters, fits is not null as grouped from analysis where id = ${id})
    union all
    (select id, jsonb_path_query_array(found, '$.groups[*].id'), fits is not null from analysis
      where dialogue_id = ${dialogueId} order by seq desc limit 1)`);
  const [shown, newest] = lettered;
  if (!shown || !newest?.grouped || shown.letters.toSorted().join() !== newest.letters.toSorted().join()) return false;
  const { rows } = await tx.execute<{ insight: string; letter: string; fit: Fit; people: number }>(sql`
    select b.insight_id as insight, m.letter, b.fit, count(*)::int as people
    from insight i join ballot b on b.insight_id = i.id
      join analysis_member m on m.dialogue_id = i.dialogue_id and m.person_id = b.person_id
    where i.dialogue_id = ${dialogueId} and i.state = 'open' and b.fit is not null
    group by 1, 2, 3`);
  const counted: Record<string, [number, number, number][]> = {};
  for (const { insight, letter, fit, people } of rows) {
    counted[insight] ??= shown.letters.map(() => [0, 0, 0]);
    const said = counted[insight][shown.letters.indexOf(letter)];
    if (said) said[places[fit]] = people;
  }
  const { rows: earlier } = await tx.execute<{ fits: CountedFits; letters: string[] }>(sql`
    select fits, jsonb_path_query_array(found, '$.groups[*].id') as letters from analysis
    where dialogue_id = ${dialogueId} and fits ->> 'at' is not null order by (fits ->> 'at')::timestamptz desc limit 1`);
  const [last] = earlier;
  const isSame = last?.letters.join() === shown.letters.join();
  const fits: CountedFits = { at: now.toISOString(), of: nextFits(isSame ? last.fits.of : {}, counted) };
  await tx.update(analysis).set({ fits }).where(eq(analysis.id, id));
  return true;
}

const places = { fits: 0, conditions: 1, not: 2 } as const;
