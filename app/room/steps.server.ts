import { eq } from "drizzle-orm";
import { step } from "../db/schema.ts";
import type { SessionId, StepId } from "../ids.ts";
import type { Reader } from "../platform/change.server.ts";

const begun = new Map<string, { readonly yes: boolean; readonly until: number }>();

/** Whether a step with ballots has come, so that ballots are taken until the end of the session. Asked at each ballot: remembered a while. */
export async function checkHasBegun(
  db: Reader,
  at: { readonly id: SessionId; readonly currentStepId: StepId | null },
): Promise<boolean> {
  const key = `${at.id} ${at.currentStepId}`;
  const known = begun.get(key);
  if (known && known.until > Date.now()) return known.yes;
  const steps = await db.select().from(step).where(eq(step.sessionId, at.id));
  const now = steps.find(({ id }) => id === at.currentStepId);
  const yes = now !== undefined && steps.some((one) => one.position <= now.position && one.collects.includes("ballot"));
  if (begun.size > 500) begun.clear();
  begun.set(key, { yes, until: Date.now() + 3_000 });
  return yes;
}
