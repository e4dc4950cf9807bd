import { inArray, sql } from "drizzle-orm";
import { contribution } from "../../contribution/tables.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { ContributionId, DialogueId } from "../../platform/ids.ts";
import type { Happened, Lies } from "./changed.ts";

/** More lines than this at once: everybody simply fetches again. */
const mostLines = 2_000;

export interface News {
  /** the number of the last change */
  readonly last: number;
  /** There is no such line any more: its dialogue was a rehearsal. */
  readonly gone: boolean;
  /** whether ballots were cast or taken back: they are counted, not listed */
  readonly ballots: boolean;
  readonly lines: readonly Happened[] | "too-many";
}

/** What happened in a dialogue after a number, as of one moment. */
export async function readNews(db: Reader, dialogueId: DialogueId, after: number): Promise<News> {
  const { rows } = await db.execute<{ last: string; seq: string | null } & Omit<Happened, "seq">>(sql`
    select l.seq as last, a.seq, a.actor, a.what, a.subject_kind as "subjectKind", a.subject_id as "subjectId"
    from ledger l
    left join audit a on a.scope = l.scope and a.seq > ${after} and a.what not in ('ballot.cast', 'ballot.withdraw')
    where l.scope = ${dialogueId} order by a.seq limit ${mostLines + 1}`);
  const last = Number(rows[0]?.last ?? 0);
  const lines = rows.flatMap(({ last: _, seq, ...line }) => (seq === null ? [] : [{ ...line, seq: Number(seq) }]));
  return {
    last,
    gone: rows.length === 0,
    ballots: last - after > lines.length,
    lines: lines.length > mostLines ? "too-many" : lines,
  };
}

/** Where the contributions lie that these lines are about. */
export async function whereTheyLie(db: Reader, lines: readonly Happened[]): Promise<Map<ContributionId, Lies>> {
  const about = lines.filter((line) => /^(contribution|talk)\./.test(line.what)).map((line) => line.subjectId as ContributionId);
  if (about.length === 0) return new Map();
  const rows = await db
    .select({
      id: contribution.id,
      groupId: contribution.groupId,
      kind: contribution.kind,
      shared: sql<Lies["shared"]>`case when ${contribution.broughtAt} is null then ${contribution.shared} else 'all' end`,
      personId: contribution.personId,
    })
    .from(contribution)
    .where(inArray(contribution.id, [...new Set(about)]));
  return new Map(rows.map(({ id, ...at }) => [id, at]));
}
