import { sql } from "drizzle-orm";
import type { PersonId, SessionId } from "../ids.ts";
import type { Reader } from "../platform/change.server.ts";
import { goneAfterMs } from "./protocol.ts";

/** Says that these people are here now; the same person in two tabs, or on two servers, is one. */
export async function markHere(db: Reader, sessionId: SessionId, people: readonly PersonId[]): Promise<void> {
  if (people.length === 0) return;
  // In one order: two servers that write the same people must not wait for each other.
  const ids = `{${[...new Set(people)].sort().join(",")}}`;
  await db.execute(sql`
    insert into presence (session_id, person_id) select ${sessionId}, unnest(${ids}::uuid[])
    on conflict (session_id, person_id) do update set seen_at = now()`);
}

export async function presentIn(db: Reader, sessionId: SessionId): Promise<Set<PersonId>> {
  const { rows } = await db.execute<{ person_id: PersonId }>(sql`
    select person_id from presence
    where session_id = ${sessionId} and seen_at > now() - make_interval(secs => ${goneAfterMs / 1000})`);
  return new Set(rows.map((row) => row.person_id));
}

/** A pulse says nothing after some hours. */
export async function sweepPresence(db: Reader): Promise<void> {
  await db.execute(sql`delete from presence where seen_at < now() - interval '6 hours'`);
}
