import { sql } from "drizzle-orm";
import { type Batch, makeBatch } from "../../platform/cache/batch.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import { isAway } from "../../platform/database/database-fault.ts";
import type { PersonId, SessionId } from "../../platform/ids.ts";
import { goneAfterMs } from "./protocol.ts";

/** Says that these people are here now; the same person in two tabs, or on two servers, is one. */
export async function markHere(db: Reader, sessionId: SessionId, people: readonly PersonId[]): Promise<void> {
  if (people.length === 0) return;
  // In one order: two servers that write the same people must not wait for each other.
  const ids = `{${[...new Set(people)].sort().join(",")}}`;
  await db.execute(sql`
    insert into presence (session_id, person_id) select id, unnest(${ids}::uuid[]) from session where id = ${sessionId}
    on conflict (session_id, person_id) do update set seen_at = now()`);
}

interface Comer {
  readonly sessionId: SessionId;
  readonly personId: PersonId;
}
const comers = new WeakMap<object, Batch<Comer, void>>();

/** The same of one, who comes with many at once. */
export function comesHere(db: Reader, one: Comer): Promise<void> {
  let batch = comers.get(db);
  if (!batch) {
    batch = makeBatch(
      async (all: readonly Comer[]) => {
        for (const [id, here] of Map.groupBy(all, ({ sessionId }) => sessionId))
          await markHere(
            db,
            id,
            here.map(({ personId }) => personId),
          );
        return all.map(() => undefined);
      },
      { most: 500, inFlight: 1, queueMost: 20_000, isOfAll: isAway },
    );
    comers.set(db, batch);
  }
  return batch.add(one);
}

/** Who was heard of lately, as of now. */
export async function presentIn(db: Reader, sessionId: SessionId): Promise<Set<PersonId>> {
  const { rows } = await db.execute<{ people: string }>(sql`
    select coalesce(string_agg(person_id::text, ','), '') as people from presence
    where session_id = ${sessionId} and seen_at > now() - make_interval(secs => ${goneAfterMs / 1000})`);
  return setOf(rows[0]?.people);
}

/** Who is here as the leading process settled it last: the same on every server. Older than some seconds it says nothing. */
export async function presentNow(db: Reader, sessionId: SessionId): Promise<Set<PersonId>> {
  const { rows } = await db.execute<{ people: string }>(sql`
    select coalesce(string_agg(person_id::text, ','), '') as people from presence
    where session_id = ${sessionId} and here and seen_at > now() - make_interval(secs => ${goneAfterMs / 500})`);
  return setOf(rows[0]?.people);
}

const setOf = (people: string | undefined) => new Set((people ? people.split(",") : []) as PersonId[]);

/**
 * Decides who is here now, and keeps who was there for which step of a live session: for one process at a time. A pulse, not a
 * change: who is there for a step is kept once.
 */
export async function settlePresence(db: Reader, sessionId: SessionId, afterMs: number): Promise<void> {
  await db.execute(sql`
    update presence set here = not here
    where session_id = ${sessionId} and here is distinct from (seen_at > now() - make_interval(secs => ${afterMs / 1000}))`);
  await db.execute(sql`
    insert into step_attendance (step_id, person_id)
    select s.current_step_id, p.person_id from session s
    join presence p on p.session_id = s.id and p.here and p.seen_at >= s.step_started_at
    where s.id = ${sessionId} and s.state = 'live' and s.current_step_id is not null
      and not exists (select from step_attendance a where a.step_id = s.current_step_id and a.person_id = p.person_id)
      and exists (select from person where person.id = p.person_id and erased_at is null)
    on conflict do nothing`);
}

/** A pulse says nothing after some hours, nor does what could be taken back for some seconds. */
export async function sweepPresence(db: Reader): Promise<void> {
  await db.execute(sql`delete from team_presence where seen_at < now() - interval '6 hours'`);
  await db.execute(sql`delete from last_deed where at < now() - interval '1 hour'`);
  await db.execute(sql`delete from presence where seen_at < now() - interval '6 hours'`);
}
