import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { field, party } from "../../dialogue/tables.ts";
import type { Standing } from "../../disclosure/lots.ts";
import type { What } from "../../disclosure/tell.ts";
import { change, type Db, type Reader, systemDeed, type Tx } from "../../platform/database/change.server.ts";
import { ledger } from "../../platform/database/tables.ts";
import type { DialogueId, FieldId, InsightId, PartyId } from "../../platform/ids.ts";
import { nextShown } from "../analysis/analysis.server.ts";
import { countAgain } from "../insights/again.server.ts";
import { analysis, ballot, insight } from "../insights/tables.ts";
import { nextFigures, type Told } from "./figures.ts";
import { countGroupFits, groupsToCount } from "./group-fits.server.ts";
import type { Choice, Fit } from "./verdict-counts.ts";

/**
 * Lets the figures of insights, and the analysis that is shown, move on as far as they may. An insight whose outcome is not revealed while its dialogue is in session
 * tells of all together only: so few steps lie between its totals that a breakdown afterwards stays possible.
 */
export async function tellInsights(
  tx: Tx,
  dialogueId: DialogueId,
  now: Date,
  wish: What | ReadonlyMap<InsightId, What>,
): Promise<number> {
  const next = await nextShown(tx, dialogueId);
  if (next) await tx.update(analysis).set({ shownAt: now }).where(eq(analysis.id, next));
  const grouped = await groupsToCount(tx, dialogueId);
  const counted = grouped !== null && (await countGroupFits(tx, dialogueId, grouped, now));
  const waiting = await listWaiting(tx, dialogueId, wish);
  if (waiting.length === 0) return next || counted ? 1 : 0;
  const lists = await listsOf(tx, dialogueId);
  const standing = await listStanding(
    tx,
    waiting.map(({ id }) => id),
  );
  const told = await readTold(
    tx,
    waiting.map(({ id }) => id),
  );
  const moved = waiting.flatMap(({ id, what }) => {
    const figures = nextFigures(told.get(id) ?? null, standing.get(id) ?? [], lists, now.toISOString(), what);
    return figures ? [{ id, ...figures, at: figures.history.moments.at(-1)?.at ?? now.toISOString() }] : [];
  });
  for (let from = 0; from < moved.length; from += mostWritten) await write(tx, moved.slice(from, from + mostWritten));
  await countAgain(
    tx,
    moved.map(({ id }) => id),
  );
  return moved.length + (next || counted ? 1 : 0);
}

/** There may be a thousand insights: a question for each would take longer than all counting. */
async function readTold(tx: Tx, ids: readonly InsightId[]): Promise<Map<InsightId, Told>> {
  const rows = await tx
    .select({ id: insight.id, figures: insight.figures, history: insight.history })
    .from(insight)
    .where(inArray(insight.id, [...ids]));
  return new Map(rows.flatMap(({ id, figures, history }) => (figures && history ? [[id, { figures, history }]] : [])));
}

const mostWritten = 250;

async function write(tx: Tx, told: readonly (Told & { readonly id: InsightId; readonly at: string })[]): Promise<void> {
  await tx.execute(sql`
    update ${insight} set figures = told.figures, history = told.history, figures_at = told.at
    from json_to_recordset(${JSON.stringify(told)}::json) as told(id uuid, figures jsonb, history jsonb, at timestamptz)
    where ${insight.id} = told.id`);
}

/** How far the line of a dialogue was when its figures were last looked at; every ballot moves the line on. */
const looked = new Map<DialogueId, { readonly seq: number; readonly live: boolean }>();
const mostKept = 100;

/** Before a page shows figures: counts what may be counted, and writes nothing when nothing moved. */
export async function tellBeforeShown(db: Db, dialogueId: DialogueId, live: boolean): Promise<void> {
  const seq = await lineOf(db, dialogueId);
  const last = looked.get(dialogueId);
  if (last?.seq === seq && last.live === live) return;
  await tellWhatMoved(db, dialogueId, live);
  if (looked.size >= mostKept) looked.clear();
  // A ballot that came in between makes the next look count again
  if ((await lineOf(db, dialogueId)) === seq) looked.set(dialogueId, { seq, live });
}

async function lineOf(db: Reader, dialogueId: DialogueId): Promise<number> {
  const [row] = await db.select({ seq: ledger.seq }).from(ledger).where(eq(ledger.scope, dialogueId));
  return row?.seq ?? 0;
}

async function tellWhatMoved(db: Db, dialogueId: DialogueId, live: boolean): Promise<void> {
  const wish = await wishFor(db, dialogueId, live);
  const [waiting, next, grouped] = await Promise.all([
    listWaiting(db, dialogueId, wish),
    nextShown(db, dialogueId),
    groupsToCount(db, dialogueId),
  ]);
  if (waiting.length === 0 && !next && !grouped) return;
  const deed = systemDeed(dialogueId, "figures.count", "dialogue", dialogueId);
  await change(db, deed, async (tx, { now, unchanged }) => {
    if ((await tellInsights(tx, dialogueId, now, await wishFor(tx, dialogueId, live))) === 0) unchanged(undefined);
  });
}

async function wishFor(db: Reader, dialogueId: DialogueId, live: boolean): Promise<What | ReadonlyMap<InsightId, What>> {
  if (!live) return "breakdown";
  const rows = await db
    .select({ id: insight.id, revealedAt: insight.revealedAt })
    .from(insight)
    .where(and(eq(insight.dialogueId, dialogueId), inArray(insight.state, ["open", "replaced"])));
  return new Map(rows.map(({ id, revealedAt }) => [id, revealedAt ? "breakdown" : "total"]));
}

/** A moment of counting is known to the millisecond: a ballot of that millisecond was there already. */
const sinceThen = sql.raw("date_trunc('milliseconds', b.at)");

/** Insights of which enough ballots came, changed or went, or that were not broken down yet. */
async function listWaiting(db: Reader, dialogueId: DialogueId, wish: What | ReadonlyMap<InsightId, What>) {
  const { rows } = await db.execute<{ id: InsightId; later: number; same: number; counted: number; asked: boolean }>(sql`
    select i.id, coalesce(b.later, 0) as later, coalesce(b.same, 0) as same,
      coalesce((i.history ->> 'people')::int, 0) as counted, coalesce((i.history ->> 'asked')::boolean, false) as asked
    from insight i left join lateral (
      select count(*) filter (where i.figures_at is null or ${sinceThen} > i.figures_at)::int as later,
        count(*) filter (where ${sinceThen} <= i.figures_at)::int as same
      from ballot b where b.insight_id = i.id) b on true
    where i.dialogue_id = ${dialogueId} and i.state in ('open', 'replaced')
    order by i.position, i.number`);
  return rows.flatMap(({ id, later, same, counted, asked }) => {
    const what = typeof wish === "string" ? wish : wish.get(id);
    const changed = Math.max(later, counted - same);
    return what && (changed >= 5 || (what === "breakdown" && counted > 0 && !asked)) ? [{ id, what }] : [];
  });
}

/** Counted by the database: an imported conversation has over a million ballots. */
async function listStanding(db: Reader, ids: readonly InsightId[]): Promise<Map<InsightId, Standing[]>> {
  const { rows } = await db.execute<{
    id: InsightId;
    field: FieldId | null;
    party: PartyId | null;
    choice: Choice;
    fit: Fit | null;
    since: number;
    people: number;
  }>(sql`
    select b.insight_id as id, b.field_id as field, b.party_id as party, b.choice, b.fit, count(*)::int as people,
      case when i.history is null then 0 else (
        select count(*)::int from jsonb_array_elements(i.history -> 'moments') moment
        where (moment ->> 'at')::timestamptz < ${sinceThen}) end as since
    from ${ballot} b join ${insight} i on i.id = b.insight_id
    where b.insight_id = any(${sql.param(ids)}::uuid[])
    group by 1, 2, 3, 4, 5, 7`);
  return Map.groupBy(
    rows.map((row) => ({ ...row, field: row.field ?? "", party: row.party ?? "" })),
    ({ id }) => id,
  );
}

export async function listsOf(db: Reader, dialogueId: DialogueId): Promise<{ fields: FieldId[]; parties: PartyId[] }> {
  const [fields, parties] = await Promise.all([
    db
      .select({ id: field.id })
      .from(field)
      .where(and(eq(field.dialogueId, dialogueId), isNull(field.removedAt)))
      .orderBy(asc(field.position)),
    db
      .select({ id: party.id })
      .from(party)
      .where(and(eq(party.dialogueId, dialogueId), isNull(party.removedAt)))
      .orderBy(asc(party.position)),
  ]);
  return { fields: fields.map(({ id }) => id), parties: parties.map(({ id }) => id) };
}
