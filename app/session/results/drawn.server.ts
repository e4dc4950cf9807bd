import { desc, eq, sql } from "drizzle-orm";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId } from "../../platform/ids.ts";
import { analysis, insight } from "../insights/tables.ts";
import type { InsightFigures, Lists } from "./page.ts";
import { readInsights, readLists, readResults } from "./read-results.server.ts";
import type { Results } from "./results.ts";

/** The picture of all together is drawn once, until another analysis or other figures are shown. */
const drawn = new Map<DialogueId, { readonly of: string; readonly results: Results | null }>();
const mostDrawn = 20;

export async function drawnResults(
  db: Reader,
  dialogueId: DialogueId,
  insights: readonly InsightFigures[],
  lists: Lists,
): Promise<Results | null> {
  const of = `${await shownAt(db, dialogueId)} ${lists.fields.map(({ id }) => id).join()}`;
  const before = drawn.get(dialogueId);
  if (before?.of === of) return before.results;
  const tested = insights.map(({ id, figures }) => ({ id, ballots: figures.ballots }));
  const results = await readResults(db, dialogueId, tested, lists.fields);
  if (drawn.size >= mostDrawn) drawn.clear();
  drawn.set(dialogueId, { of, results });
  return results;
}

export interface Together {
  readonly results: Results;
  readonly insights: readonly InsightFigures[];
  readonly lists: Lists;
}

/** What all together come to, for everybody: null as long as the outcome of one insight is not revealed. */
export async function revealedTogether(db: Reader, dialogueId: DialogueId): Promise<Together | null> {
  const states = await db
    .select({ revealed: sql<boolean>`${insight.revealedAt} is not null` })
    .from(insight)
    .where(sql`${insight.dialogueId} = ${dialogueId} and ${insight.state} = 'open'`);
  if (states.length === 0 || states.some(({ revealed }) => !revealed)) return null;
  const lists = await readLists(db, dialogueId);
  const insights = await readInsights(db, dialogueId, lists);
  const results = await drawnResults(db, dialogueId, insights, lists);
  return results && { results, insights, lists };
}

/** Which analysis and figures are shown: as long as this is the same, so is the picture. */
async function shownAt(db: Reader, dialogueId: DialogueId): Promise<string> {
  const [[shown], [told]] = await Promise.all([
    db
      .select({ of: sql<string>`concat_ws(' ', ${analysis.id}, ${analysis.fits} ->> 'at')` })
      .from(analysis)
      .where(sql`${analysis.dialogueId} = ${dialogueId} and ${analysis.shownAt} is not null`)
      .orderBy(desc(analysis.seq))
      .limit(1),
    db
      .select({
        of: sql<string>`concat_ws(' ', max(${insight.figuresAt}), count(*), md5(string_agg(${insight.id}::text, ',' order by ${insight.id}) filter (where ${insight.state} = 'open')))`,
      })
      .from(insight)
      .where(eq(insight.dialogueId, dialogueId)),
  ]);
  return `${shown?.of} ${told?.of}`;
}
