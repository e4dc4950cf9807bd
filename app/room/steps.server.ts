import { eq } from "drizzle-orm";
import { session, step } from "../db/schema.ts";
import { checkIsOpen } from "../dialogue/check-period.ts";
import type { SessionId, StepId } from "../ids.ts";
import type { Reader } from "../platform/change.server.ts";

interface At {
  readonly id: SessionId;
  readonly state: string;
  readonly currentStepId: StepId | null;
}

/**
 * Ballots are taken from the first step that asks for them until the end of the session, and in the period that the organiser set.
 * Asked at each ballot, so a yes is remembered a while; a no may be of a moment ago and is looked up.
 * @returns null for a yes
 */
export async function whyNoBallots(db: Reader, held: At): Promise<"ended" | "not-live" | "step-ahead" | null> {
  const key = `${held.id} ${held.state} ${held.currentStepId}`;
  if ((begun.get(key) ?? 0) > Date.now()) return null;
  const [now] = await db
    .select({
      id: session.id,
      state: session.state,
      currentStepId: session.currentStepId,
      checkFrom: session.checkFrom,
      checkUntil: session.checkUntil,
    })
    .from(session)
    .where(eq(session.id, held.id));
  if (!now) return "not-live";
  const open = checkIsOpen(now, new Date()) || (now.state === "live" && (await checkHasBegun(db, now)));
  if (!open) return now.state === "live" ? "step-ahead" : now.state === "ended" ? "ended" : "not-live";
  if (begun.size > 500) begun.clear();
  begun.set(key, Date.now() + holdsMs);
  return null;
}

const begun = new Map<string, number>();
const holdsMs = 3_000;

/** Whether a step that asks for ballots was reached. */
export async function checkHasBegun(db: Reader, at: Pick<At, "id" | "currentStepId">): Promise<boolean> {
  const steps = await db.select().from(step).where(eq(step.sessionId, at.id));
  const now = steps.find(({ id }) => id === at.currentStepId);
  return now !== undefined && steps.some((one) => one.position <= now.position && one.collects.includes("ballot"));
}
