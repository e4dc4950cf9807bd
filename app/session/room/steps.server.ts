import { eq } from "drizzle-orm";
import { checkIsOpen } from "../../dialogue/check-period.ts";
import { session, step } from "../../dialogue/tables.ts";
import { type TtlCache, ttlCache } from "../../platform/cache/ttl-cache.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { SessionId, StepId } from "../../platform/ids.ts";

interface At {
  readonly id: SessionId;
  readonly state: string;
  readonly currentStepId: StepId | null;
}

type No = "ended" | "not-live" | "step-ahead";

/**
 * Ballots are taken from the first step that asks for them until the end of the session, and in the period that the organiser set.
 * Asked at each ballot, so a yes is remembered a while; a no may be of a moment ago and is looked up.
 * @returns null for a yes
 */
export function whyNoBallots(db: Reader, held: At): Promise<No | null> {
  const memory =
    memories.get(db) ??
    ttlCache({
      ask: ({ id }: At) => lookUp(db, id),
      keyOf: ({ id, state, currentStepId }) => `${id} ${state} ${currentStepId}`,
      isYes: (no) => no === null,
      holdsMs: 3_000,
      most: 500,
    });
  memories.set(db, memory);
  return memory.get(held);
}
const memories = new WeakMap<Reader, TtlCache<At, No | null>>();

async function lookUp(db: Reader, id: SessionId): Promise<No | null> {
  const { state, currentStepId, checkFrom, checkUntil } = session;
  const [now] = await db
    .select({ id: session.id, state, currentStepId, checkFrom, checkUntil })
    .from(session)
    .where(eq(session.id, id));
  if (!now) return "not-live";
  if (checkIsOpen(now, new Date()) || (now.state === "live" && (await checkHasBegun(db, now)))) return null;
  return now.state === "live" ? "step-ahead" : now.state === "ended" ? "ended" : "not-live";
}

/** Whether a step that asks for ballots was reached. */
async function checkHasBegun(db: Reader, at: Pick<At, "id" | "currentStepId">): Promise<boolean> {
  const steps = await db.select().from(step).where(eq(step.sessionId, at.id));
  const now = steps.find(({ id }) => id === at.currentStepId);
  return now !== undefined && steps.some((one) => one.position <= now.position && one.collects.includes("ballot"));
}
