import { and, asc, eq, ne } from "drizzle-orm";
import { session } from "../../dialogue/tables.ts";
import { change, type Db, deedBy, type Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { DialogueId, PersonId, SessionId } from "../../platform/ids.ts";

/** The sessions with the time in which people may test outside them. */
export async function listPeriods(db: Reader, dialogueId: DialogueId) {
  return db
    .select({
      id: session.id,
      title: session.title,
      state: session.state,
      startsAt: session.startsAt,
      checkFrom: session.checkFrom,
      checkUntil: session.checkUntil,
    })
    .from(session)
    .where(and(eq(session.dialogueId, dialogueId), ne(session.state, "cancelled")))
    .orderBy(asc(session.startsAt));
}

/** @returns false when it is no session of this dialogue */
export async function setPeriod(
  db: Db,
  dialogueId: DialogueId,
  who: PersonId,
  period: { readonly sessionId: SessionId; readonly from: Date | null; readonly until: Date | null },
): Promise<boolean> {
  const deed = deedBy(who, dialogueId, "check.plan", "session", period.sessionId);
  return change(db, deed, async (tx, { unchanged }) => {
    const done = await tx
      .update(session)
      .set({ checkFrom: period.from, checkUntil: period.until })
      .where(matches(session, { id: period.sessionId, dialogueId }))
      .returning({ id: session.id });
    return done.length > 0 || unchanged(false);
  });
}
