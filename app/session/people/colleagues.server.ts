import { and, asc, eq, sql } from "drizzle-orm";
import { person } from "../../dialogue/tables.ts";
import type { Db, Reader } from "../../platform/database/change.server.ts";
import type { PersonId, SessionId } from "../../platform/ids.ts";
import { teamPresence } from "../tables.ts";

/** A cockpit tells that it is open three times within this; one that a browser put to sleep may miss one. */
const awaySeconds = 75;

/** Says that somebody leads from the cockpit now. A pulse, not a change. */
export async function markLeading(db: Db, sessionId: SessionId, personId: PersonId): Promise<void> {
  await db
    .insert(teamPresence)
    .values({ sessionId, personId })
    .onConflictDoUpdate({ target: [teamPresence.sessionId, teamPresence.personId], set: { seenAt: sql`now()` } });
}

/** Who leads now, by name. */
export async function whoLeads(db: Reader, sessionId: SessionId) {
  return db
    .select({ personId: teamPresence.personId, name: person.name })
    .from(teamPresence)
    .innerJoin(person, eq(person.id, teamPresence.personId))
    .where(
      and(eq(teamPresence.sessionId, sessionId), sql`${teamPresence.seenAt} > now() - make_interval(secs => ${awaySeconds})`),
    )
    .orderBy(asc(person.name), asc(person.id));
}
