import { eq, sql } from "drizzle-orm";
import type { Shown } from "../../method/analysis/priority.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId, InsightId } from "../../platform/ids.ts";
import { analysis, ballot, insight } from "./tables.ts";

type Views = ReadonlyMap<InsightId, Omit<Shown, "id">>;

const holdsMs = 2_000;
const held = new Map<DialogueId, { readonly views: Promise<Views>; readonly until: number }>();

/**
 * How often each insight was seen, and what was chosen: for whose turn it is, and never to be shown. The same for everybody, so
 * asked once for all who come within two seconds.
 */
export function viewsOf(db: Reader, dialogueId: DialogueId): Promise<Views> {
  const known = held.get(dialogueId);
  if (known && known.until > Date.now()) return known.views;
  const views = count(db, dialogueId);
  if (held.size > 100) held.clear();
  held.set(dialogueId, { views, until: Date.now() + holdsMs });
  views.catch(() => held.delete(dialogueId));
  return views;
}

async function count(db: Reader, dialogueId: DialogueId): Promise<Views> {
  const rows = await db
    .select({
      id: insight.id,
      seen: sql<number>`count(*)::int`,
      agree: sql<number>`count(*) filter (where ${ballot.choice} = 'agree')::int`,
      skip: sql<number>`count(*) filter (where ${ballot.choice} = 'skip')::int`,
    })
    .from(ballot)
    .innerJoin(insight, eq(insight.id, ballot.insightId))
    .where(eq(insight.dialogueId, dialogueId))
    .groupBy(insight.id);
  const extremity = await extremities(db, dialogueId);
  return new Map(rows.map(({ id, ...counts }) => [id, { ...counts, extremity: extremity.get(id) ?? 0 }]));
}

/** How far each insight lies from the middle, by the newest analysis. */
async function extremities(db: Reader, dialogueId: DialogueId): Promise<ReadonlyMap<InsightId, number>> {
  const { rows } = await db.execute<{ id: InsightId; extremity: number }>(sql`
    select statement ->> 'id' as id, (statement ->> 'extremity')::float8 as extremity
    from (select found from ${analysis} where dialogue_id = ${dialogueId} order by seq desc limit 1) as newest,
      jsonb_array_elements(newest.found -> 'perStatement') as statement`);
  return new Map(rows.map(({ id, extremity }) => [id, extremity]));
}
