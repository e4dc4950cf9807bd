import { and, eq, isNull, sql } from "drizzle-orm";
import type { Writer } from "../../contribution/writer.server.ts";
import { session } from "../../dialogue/tables.ts";
import { coalesceReads } from "../../platform/cache/coalesce-reads.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { SessionId } from "../../platform/ids.ts";
import { ballot, insight } from "../insights/tables.ts";
import type { Testing } from "../room/room-data.ts";
import { whyNoBallots } from "../room/steps.server.ts";

const sessionNow = coalesceReads((db: Reader, id: SessionId) => db.select().from(session).where(eq(session.id, id)));

/** How far somebody is with the check, while it is open. @returns null when it is not, or there is nothing to test */
export async function testingFor(db: Reader, { dialogueId, sessionId, personId }: Writer): Promise<Testing | null> {
  const [held] = await sessionNow(db, sessionId);
  if (!held || (await whyNoBallots(db, held))) return null;
  const [row] = await db
    .select({ of: sql<number>`count(*)::int`, answered: sql<number>`count(${ballot.insightId})::int` })
    .from(insight)
    .leftJoin(ballot, and(eq(ballot.insightId, insight.id), eq(ballot.personId, personId)))
    .where(and(matches(insight, { dialogueId, state: "open" }), isNull(insight.revealedAt)));
  return row && row.of > 0 ? { ...row, until: held.state === "live" ? null : held.checkUntil } : null;
}
