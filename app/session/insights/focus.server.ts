import { and, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { session, step } from "../../dialogue/tables.ts";
import { change, type Db, deedBy, type Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, InsightId, PersonId, SessionId } from "../../platform/ids.ts";
import { insight } from "./tables.ts";

interface At {
  readonly dialogueId: DialogueId;
  readonly sessionId: SessionId;
}

/**
 * Puts one insight to everybody at once; it takes the place of one that was put before.
 * @throws Refused gone, no-check: people are not at the practice check; revealed: it takes no more ballots
 */
export async function focusInsight(db: Db, at: At, who: PersonId, id: InsightId): Promise<void> {
  await change(db, deedOf(at, who, "insight.focus", id), async (tx, { unchanged }) => {
    const [held] = await tx
      .select({ state: session.state, collects: step.collects, focusId: session.focusId })
      .from(session)
      .leftJoin(step, eq(step.id, session.currentStepId))
      .where(eq(session.id, at.sessionId));
    const [found] = await tx
      .select({ state: insight.state, revealedAt: insight.revealedAt })
      .from(insight)
      .where(matches(insight, { id, dialogueId: at.dialogueId }));
    if (found?.state !== "open") throw new Refused("gone", 404);
    if (held?.state !== "live" || !held.collects?.includes("ballot")) throw new Refused("no-check");
    if (found.revealedAt) throw new Refused("revealed");
    if (held.focusId === id) return unchanged(undefined);
    await tx.update(session).set({ focusId: id }).where(eq(session.id, at.sessionId));
  });
}

/** Everybody goes on with their own insights. Taken back twice is taken back. */
export async function unfocusInsight(db: Db, at: At, who: PersonId, id: InsightId): Promise<void> {
  await change(db, deedOf(at, who, "insight.unfocus", id), async (tx, { unchanged }) => {
    const taken = await tx
      .update(session)
      .set({ focusId: null })
      .where(matches(session, { id: at.sessionId, focusId: id }))
      .returning({ id: session.id });
    if (taken.length === 0) unchanged(undefined);
  });
}

/** The insight that lies before everybody, in its newest words. @returns null when there is none, or its outcome is shown */
export async function focusedInsight(db: Reader, sessionId: SessionId): Promise<{ number: number; text: string } | null> {
  const put = alias(insight, "put");
  const [row] = await db
    .select({ number: insight.number, text: insight.text })
    .from(session)
    .innerJoin(put, eq(put.id, session.focusId))
    .innerJoin(insight, and(eq(insight.dialogueId, put.dialogueId), eq(insight.number, put.number), eq(insight.state, "open")))
    .where(and(eq(session.id, sessionId), isNull(insight.revealedAt)));
  return row ?? null;
}

const deedOf = (at: At, who: PersonId, what: string, id: InsightId) => deedBy(who, at.dialogueId, what, "insight", id);
