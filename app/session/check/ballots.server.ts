import type pg from "pg";
import { type Batch, type BatchOptions, makeBatch } from "../../platform/cache/batch.ts";
import { isAway } from "../../platform/database/database-fault.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, FieldId, InsightId, PartyId, PersonId, SessionId } from "../../platform/ids.ts";
import type { Choice, Fit } from "../outcomes/verdict-counts.ts";

/** A ballot with who casts it. Field and party are those of the moment; they go with it for good. */
export interface Cast {
  readonly dialogueId: DialogueId;
  /** null: by the link of a mail, outside a session. */
  readonly sessionId: SessionId | null;
  readonly personId: PersonId;
  readonly fieldId: FieldId | null;
  readonly partyId: PartyId | null;
  readonly insightId: InsightId;
  /** null takes it back. */
  readonly choice: Choice | null;
  readonly fit: Fit | null;
}

/**
 * The doorway for many at once: numbers, ballots and audit lines in one statement, so in one transaction.
 * As in `change`, the dialogue's line is taken first. What is not (or no longer) open to ballots falls out, with its number:
 * so that the line has no gaps. So does who was put out of the session or has no place in it any more: the door remembers for a
 * second or two who may come in, this statement does not. Of two ballots of one person on one insight the last counts; one
 * without a choice takes it back. A ballot on words that a later version replaced meanwhile is kept with those words.
 */
const doorway = `
with line as materialized (select scope, seq from ledger where scope = $1 for update),
open as materialized (
  select insight.id from line, insight
  where insight.id = any($3::uuid[]) and insight.dialogue_id = $1 and insight.state in ('open', 'replaced') and insight.revealed_at is null
  for share of insight),
out as materialized (
  select session_id, person_id from measure where session_id = any($8::uuid[]) and kind = 'removed' and lifted_at is null),
given as materialized (
  select t.*, row_number() over (order by t.n) as nth
  from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::uuid[])
    with ordinality t(person, insight, choice, fit, field, party, session, n)
  join open on open.id = t.insight
  where coalesce((select state from registration where session_id = t.session and person_id = t.person), 'admitted') = 'admitted'
    and not exists (select from out where out.session_id = t.session and out.person_id = t.person)),
latest as (select distinct on (person, insight) * from given order by person, insight, n desc),
taken_back as (
  delete from ballot using latest
  where latest.choice is null and ballot.insight_id = latest.insight and ballot.person_id = latest.person),
cast_now as (
  insert into ballot (insight_id, person_id, choice, fit, field_id, party_id, session_id, at)
  select insight, person, choice, fit, field, party, session, clock_timestamp()
  from latest where choice is not null
  on conflict (insight_id, person_id) do update set choice = excluded.choice, fit = excluded.fit,
    field_id = excluded.field_id, party_id = excluded.party_id, session_id = excluded.session_id, at = excluded.at),
moved as (
  update ledger set seq = ledger.seq + (select count(*) from given) from line
  where ledger.scope = line.scope and exists (select 1 from given) returning ledger.seq),
lines as (
  insert into audit (scope, seq, actor, what, subject_kind, subject_id)
  select $1, moved.seq - (select count(*) from given) + nth, 'person:' || person, case when choice is null then 'ballot.withdraw' else 'ballot.cast' end, 'insight', insight::text
  from given, moved)
select array(select n::int from given) as kept, (select seq from moved) as seq`;

const columns = ["personId", "insightId", "choice", "fit", "fieldId", "partyId", "sessionId"] as const;

/** As PostgreSQL writes an array of ids and of words of ours, none of which holds a comma; pg would look for quotes in each. */
function listOf(ballots: readonly Cast[], column: (typeof columns)[number]): string {
  let list = "";
  for (const one of ballots) list += `,${one[column] ?? "NULL"}`;
  return `{${list.slice(1)}}`;
}

/**
 * @param told is called for each dialogue in which something was kept
 * @returns per ballot whether it was kept, in the order given
 */
export async function castTogether(
  pool: Pick<pg.Pool, "query">,
  ballots: readonly Cast[],
  told: (dialogueId: DialogueId) => void = () => {},
): Promise<boolean[]> {
  const kept = new Array<boolean>(ballots.length).fill(false);
  const places = Map.groupBy(ballots.keys(), (place) => ballots[place]?.dialogueId ?? "");
  for (const [dialogueId, at] of places) {
    const own = at.map((place) => ballots[place] as Cast); // the places come from the list itself
    const { rows } = await pool.query<{ kept: number[]; seq: string | null }>({
      name: "cast-ballots",
      text: doorway,
      values: [dialogueId, ...columns.map((column) => listOf(own, column))],
    });
    for (const n of rows[0]?.kept ?? []) kept[at[n - 1] ?? -1] = true;
    if (rows[0]?.seq) told(own[0]?.dialogueId as DialogueId); // a ballot with a number is a ballot
  }
  return kept;
}

export type BallotBox = { cast(ballot: Cast): Promise<void> };

const boxes = new WeakMap<object, BallotBox>();

/** The one box of this process. */
export function ballotBoxOf(pool: Pick<pg.Pool, "query">): BallotBox {
  const box = boxes.get(pool) ?? openBallotBox(pool);
  boxes.set(pool, box);
  return box;
}

/** Rings for many ballots at once. */
const ringEveryMs = 200;

/** While one batch is written the next gathers: so nobody waits for company that does not come. */
export const together: BatchOptions = { most: 500, inFlight: 1, queueMost: 20_000, isOfAll: isAway };

/** Acknowledges after the commit. */
export function openBallotBox(pool: Pick<pg.Pool, "query">): BallotBox {
  const ring = ringerOf(pool);
  const batch: Batch<Cast, boolean> = makeBatch((ballots) => castTogether(pool, ballots, ring), together);
  return {
    /** @throws Refused when the insight is not open to ballots; Busy when too much stands in line */
    async cast(ballot) {
      if (!(await batch.add(ballot))) throw new Refused("closed");
    },
  };
}

/**
 * Rings at once for the first ballot, and for all that follow within a moment once. Apart from the commit: who did not hear, since
 * this process ended in between, finds out at the next look [LP12].
 */
function ringerOf(pool: Pick<pg.Pool, "query">): (dialogueId: DialogueId) => void {
  const waiting = new Map<DialogueId, boolean>();
  const say = (dialogueId: DialogueId) => {
    const line = { name: "ring-ballots", text: "select pg_notify('klankbord', $1)", values: [`${dialogueId} 0 ballots`] };
    pool.query(line).catch(() => {});
    waiting.set(dialogueId, false);
    setTimeout(() => {
      const more = waiting.get(dialogueId);
      waiting.delete(dialogueId);
      if (more) say(dialogueId);
    }, ringEveryMs).unref();
  };
  return (dialogueId) => {
    if (waiting.has(dialogueId)) waiting.set(dialogueId, true);
    else say(dialogueId);
  };
}
