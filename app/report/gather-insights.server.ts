import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { ballot, insight } from "../db/schema.ts";
import type { DialogueId, FieldId, InsightId, PartyId } from "../ids.ts";
import { type Choice, choices, type Fit, fits } from "../insights/verdict-counts.ts";
import type { Reader } from "../platform/change.server.ts";
import type { ReportBasis, ReportContent } from "./content.ts";
import { type Answers, type Published, suppress } from "./suppression.ts";
import { type Counted, changedAtLeast, enoughChanged } from "./versions.ts";

interface Lists {
  readonly fields: readonly FieldId[];
  readonly parties: readonly PartyId[];
}
interface InsightFigures {
  readonly id: InsightId;
  readonly number: number;
  readonly ballots: Published<Choice>;
  readonly fits: Published<Fit>;
}
type Before = { readonly content: ReportContent; readonly basis: ReportBasis };

/**
 * Figures of each insight that was tested. What was revealed in the session, or stood in the version before, is repeated
 * until five people changed.
 */
export async function gatherInsights(
  db: Reader,
  dialogueId: DialogueId,
  lists: Lists,
  before: Before | null,
  now: Date,
): Promise<{ insights: InsightFigures[]; counted: Record<InsightId, Counted> }> {
  const rows = await db
    .select({ id: insight.id, number: insight.number, figures: insight.figures, figuresAt: insight.figuresAt })
    .from(insight)
    .where(and(eq(insight.dialogueId, dialogueId), eq(insight.state, "open")))
    .orderBy(asc(insight.position), asc(insight.number));
  const earlier = new Map<InsightId, { figures: Omit<InsightFigures, "number">; counted: Counted }>();
  for (const { id, figures, figuresAt } of rows) {
    const total = figures?.ballots.total;
    if (figures && figuresAt && total && total.status !== "withheld")
      earlier.set(id, { figures: { id, ...figures }, counted: { at: figuresAt.toISOString(), people: total.people } });
  }
  for (const one of before?.content.insights ?? []) {
    const counted = before?.basis.insights[one.id];
    if (counted && counted.at > (earlier.get(one.id)?.counted.at ?? "")) earlier.set(one.id, { figures: one, counted });
  }
  const cells = await countCells(
    db,
    rows.map(({ id }) => id),
  );
  const moments = await countMoments(db, earlier);
  const insights: InsightFigures[] = [];
  const counted: Record<InsightId, Counted> = {};
  for (const { id, number } of rows) {
    const own = cells.get(id) ?? [];
    const had = earlier.get(id);
    if (had && changedAtLeast(had.counted, moments.get(id) ?? { same: 0, later: 0 }) < enoughChanged) {
      insights.push({ ...had.figures, number });
      counted[id] = had.counted;
      continue;
    }
    const people = own.reduce((all, cell) => all + cell.people, 0);
    insights.push({
      id,
      number,
      ballots: suppress(answersOf(lists, choices, own, ({ choice }) => choice)),
      fits: suppress(answersOf(lists, fits, own, ({ fit }) => fit)),
    });
    counted[id] = { at: now.toISOString(), people };
  }
  return { insights, counted };
}

interface Cell {
  readonly field: string;
  readonly party: string;
  readonly choice: Choice;
  readonly fit: Fit | null;
  readonly people: number;
}

/** Counted by the database: an imported conversation has over a million ballots. */
async function countCells(db: Reader, ids: readonly InsightId[]): Promise<Map<InsightId, Cell[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({
      id: ballot.insightId,
      field: ballot.fieldId,
      party: ballot.partyId,
      choice: ballot.choice,
      fit: ballot.fit,
      people: sql<number>`count(*)::int`,
    })
    .from(ballot)
    .where(inArray(ballot.insightId, [...ids]))
    .groupBy(ballot.insightId, ballot.fieldId, ballot.partyId, ballot.choice, ballot.fit);
  const cells = rows.map(({ id, field, party, ...rest }) => ({ id, field: field ?? "", party: party ?? "", ...rest }));
  return Map.groupBy(cells, ({ id }) => id) as Map<InsightId, Cell[]>;
}

function answersOf<C extends string>(
  { fields, parties }: Lists,
  columns: readonly C[],
  cells: readonly Cell[],
  columnOf: (cell: Cell) => C | null,
): Answers<C> {
  const summed = new Map<string, { field: string; party: string; column: C; people: number }>();
  for (const cell of cells) {
    const column = columnOf(cell);
    if (column === null) continue;
    const key = `${cell.field} ${cell.party} ${column}`;
    const before = summed.get(key)?.people ?? 0;
    summed.set(key, { field: cell.field, party: cell.party, column, people: before + cell.people });
  }
  return { fields, parties, columns, cells: [...summed.values()] };
}

/** Per insight: ballots from before its figures were counted, and ballots since. */
async function countMoments(
  db: Reader,
  earlier: ReadonlyMap<InsightId, { readonly counted: Counted }>,
): Promise<Map<InsightId, { same: number; later: number }>> {
  const moments = new Map<InsightId, { same: number; later: number }>();
  const byMoment = Map.groupBy(earlier, ([, { counted }]) => counted.at);
  for (const [at, own] of byMoment) {
    const rows = await db
      .select({
        id: ballot.insightId,
        same: sql<number>`(count(*) filter (where ${ballot.at} <= ${at}::timestamptz))::int`,
        later: sql<number>`(count(*) filter (where ${ballot.at} > ${at}::timestamptz))::int`,
      })
      .from(ballot)
      .where(
        inArray(
          ballot.insightId,
          own.map(([id]) => id),
        ),
      )
      .groupBy(ballot.insightId);
    for (const { id, ...counts } of rows) moments.set(id, counts);
  }
  return moments;
}
