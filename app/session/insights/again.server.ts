import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { change, type Db, deedBy, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { DialogueId, InsightId, PersonId } from "../../platform/ids.ts";
import { type AgainCounted, nextAgain } from "./again.ts";
import { ballot, insight } from "./tables.ts";

/** The insights that may be tested again: people voted on them as they stand. */
export async function listVoted(db: Reader, dialogueId: DialogueId) {
  return db
    .select({ id: insight.id, number: insight.number, version: insight.version, text: insight.text })
    .from(insight)
    .where(
      and(
        matches(insight, { dialogueId, state: "open" }),
        sql`exists (select from ${ballot} where ${ballot.insightId} = ${insight.id})`,
      ),
    )
    .orderBy(asc(insight.position), asc(insight.number));
}

/**
 * Asks insights once more in the same words: a version of its own, so that ballots of then and of now stand beside each other. What
 * nobody voted on since is left as it is, so a form that is sent twice asks once.
 * @returns how many are asked again
 */
export async function testAgain(db: Db, dialogueId: DialogueId, who: PersonId, ids: readonly InsightId[]): Promise<number> {
  const deed = deedBy(who, dialogueId, "insight.repeat", "dialogue", dialogueId);
  return change(db, deed, async (tx, { unchanged }) => {
    const { length } = await repeatInsights(tx, dialogueId, ids);
    return length > 0 ? length : unchanged(0);
  });
}

/** @returns the new versions, of those that were voted on */
export async function repeatInsights(tx: Tx, dialogueId: DialogueId, ids: readonly InsightId[]): Promise<InsightId[]> {
  const voted = await listVoted(tx, dialogueId);
  const wanted = voted.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
  if (wanted.length === 0) return [];
  const rows = await tx.select().from(insight).where(inArray(insight.id, wanted)).orderBy(asc(insight.position));
  await tx.update(insight).set({ state: "replaced" }).where(inArray(insight.id, wanted));
  const made = await tx
    .insert(insight)
    .values(
      rows.map(({ id, number, position, text, source, version, sessionId }) => ({
        ...{ dialogueId, number, position, text, source, sessionId },
        ...{ version: version + 1, replacesId: id, repeatsId: id },
      })),
    )
    .returning({ id: insight.id });
  return made.map(({ id }) => id);
}

/** Counts who answered both times, of the insights that repeat another one. Only the sums are kept. */
export async function countAgain(tx: Tx, ids: readonly InsightId[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx
    .select({ id: insight.id, repeats: insight.repeatsId, again: insight.again })
    .from(insight)
    .where(and(inArray(insight.id, [...ids]), isNotNull(insight.repeatsId)));
  for (const { id, repeats, again } of rows) {
    const next = nextAgain(again, await countBoth(tx, id, repeats as InsightId));
    if (next !== again) await tx.update(insight).set({ again: next }).where(eq(insight.id, id));
  }
}

async function countBoth(tx: Tx, now: InsightId, then: InsightId): Promise<AgainCounted> {
  const { rows } = await tx.execute<{ by: "fit" | "choice"; more: number; less: number; same: number }>(sql`
    with both_times as (
      select array_position(array['not', 'conditions', 'fits'], was.fit) as fit_then, array_position(array['not', 'conditions', 'fits'], now.fit) as fit_now,
        array_position(array['disagree', 'agree'], was.choice) as choice_then, array_position(array['disagree', 'agree'], now.choice) as choice_now
      from ballot was join ballot now on now.person_id = was.person_id where was.insight_id = ${then} and now.insight_id = ${now}
    ), said as (
      select 'fit' as by, fit_now - fit_then as turned from both_times where fit_now is not null and fit_then is not null
      union all select 'choice', choice_now - choice_then from both_times where choice_now is not null and choice_then is not null
    )
    select by, count(*) filter (where turned > 0)::int as more, count(*) filter (where turned < 0)::int as less,
      count(*) filter (where turned = 0)::int as same
    from said group by by order by by = 'fit' desc`);
  const counted = rows.map(({ by, more, less, same }): AgainCounted => ({ by, counts: [more, less, same] }));
  const enough = counted.find(({ counts }) => counts[0] + counts[1] + counts[2] >= 5);
  return enough ?? counted[0] ?? { by: "fit", counts: [0, 0, 0] };
}
