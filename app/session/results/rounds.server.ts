import { arrayContains, desc, eq, sql } from "drizzle-orm";
import { dialogue, session } from "../../dialogue/tables.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId, InsightId } from "../../platform/ids.ts";
import { report } from "../../report/tables.ts";
import { pulse } from "../../results/pulse/tables.ts";
import { tellAgain } from "../insights/again.ts";
import { ballot, insight } from "../insights/tables.ts";
import { noFigures } from "../outcomes/figures.ts";
import { outcomeOf } from "../outcomes/outcome.ts";
import { readLists, readSaid, verdictOn } from "./read-results.server.ts";
import type { Compared, Round } from "./rounds.ts";

/** Further back is history, not comparison. */
const mostRounds = 6;

type Row = typeof insight.$inferSelect;

/**
 * The times that an insight was tested in the same words, in this dialogue and the ones before it, by what was told of each. Null when
 * it was tested once.
 * @param as a participant sees what was revealed; a report what is of its own dialogue, or was published of another
 */
export async function readRounds(db: Reader, id: InsightId, as: "team" | "participant" | "report"): Promise<Compared | null> {
  const rows: Row[] = [];
  for (let next: InsightId | null = id; next && rows.length < mostRounds; ) {
    const [row]: Row[] = await db.select().from(insight).where(eq(insight.id, next));
    if (!row || !(await mayBeSeen(db, row, rows[0] ?? row, as))) break;
    rows.push(row);
    next = row.repeatsId;
  }
  const [last] = rows;
  if (!last || rows.length < 2) return null;
  const rounds: Round[] = [];
  for (const row of rows.toReversed()) rounds.push(await roundOf(db, row, last.dialogueId));
  return { rounds, again: tellAgain(last.again) };
}

/** What is told of another dialogue to its own team only stays there, whoever asks. */
async function mayBeSeen(db: Reader, row: Row, last: Row, as: "team" | "participant" | "report"): Promise<boolean> {
  const own = row.dialogueId === last.dialogueId;
  if (own && as !== "participant") return true;
  if (own) return row.revealedAt !== null;
  const published = await db.select({ number: report.number }).from(report).where(eq(report.dialogueId, row.dialogueId)).limit(1);
  return published.length > 0;
}

async function roundOf(db: Reader, row: Row, here: DialogueId): Promise<Round> {
  const lists = await readLists(db, row.dialogueId);
  const figures =
    row.figures ?? noFigures({ fields: lists.fields.map((one) => one.id), parties: lists.parties.map((one) => one.id) });
  const { id, number, version, text, source, dialogueId } = row;
  const shown = { id, number, version, text, source, revealed: row.revealedAt !== null, figures };
  const [held] = await db
    .select({ on: session.startsAt, title: session.title })
    .from(ballot)
    .innerJoin(session, eq(session.id, ballot.sessionId))
    .where(eq(ballot.insightId, id))
    .groupBy(session.id)
    .orderBy(desc(sql`count(*)`), desc(session.startsAt))
    .limit(1);
  const [asked] = await db
    .select({ on: pulse.askedAt })
    .from(pulse)
    .where(arrayContains(pulse.insightIds, [id]))
    .limit(1);
  const [from] =
    dialogueId === here ? [] : await db.select({ title: dialogue.title }).from(dialogue).where(eq(dialogue.id, dialogueId));
  const { ballots, fits } = outcomeOf({ ballots: figures.ballots.total, fits: figures.fits.total }, []);
  return {
    ...{ id, ballots, fits, on: (held?.on ?? asked?.on ?? row.figuresAt ?? row.createdAt).toISOString() },
    ...{ session: held?.title ?? "", pulse: !held && asked !== undefined, dialogue: from?.title ?? null },
    verdict: verdictOn(shown, await readSaid(db, [id]), lists, null).verdict,
  };
}
