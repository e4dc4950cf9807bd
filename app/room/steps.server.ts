import { eq } from "drizzle-orm";
import { session, step } from "../db/schema.ts";
import type { SessionId, StepId } from "../ids.ts";
import type { Reader } from "../platform/change.server.ts";

interface At {
  readonly id: SessionId;
  readonly state: string;
  readonly currentStepId: StepId | null;
}

/**
 * Ballots are taken from the first step that asks for them until the end of the session. Asked at each ballot, so a yes is
 * remembered a while; a no may be of a moment ago and is looked up.
 * @returns null for a yes
 */
export async function whyNoBallots(db: Reader, held: At): Promise<"ended" | "not-live" | "step-ahead" | null> {
  if (held.state === "live" && (await checkHasBegun(db, held))) return null;
  const [now] = await db
    .select({ id: session.id, state: session.state, currentStepId: session.currentStepId })
    .from(session)
    .where(eq(session.id, held.id));
  if (now?.state !== "live") return now?.state === "ended" ? "ended" : "not-live";
  return (await checkHasBegun(db, now)) ? null : "step-ahead";
}

const begun = new Map<string, number>();
const holdsMs = 3_000;

async function checkHasBegun(db: Reader, at: Pick<At, "id" | "currentStepId">): Promise<boolean> {
  const key = `${at.id} ${at.currentStepId}`;
  if ((begun.get(key) ?? 0) > Date.now()) return true;
  const steps = await db.select().from(step).where(eq(step.sessionId, at.id));
  const now = steps.find(({ id }) => id === at.currentStepId);
  const yes = now !== undefined && steps.some((one) => one.position <= now.position && one.collects.includes("ballot"));
  if (begun.size > 500) begun.clear();
  if (yes) begun.set(key, Date.now() + holdsMs);
  return yes;
}
