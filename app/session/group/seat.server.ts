import { eq } from "drizzle-orm";
import type { Writer } from "../../contribution/writer.server.ts";
import { session, step } from "../../dialogue/tables.ts";
import { coalesceReads } from "../../platform/cache/coalesce-reads.ts";
import type { Db, Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { SessionId, StepId } from "../../platform/ids.ts";
import { seatOf } from "../grouping/dealing.server.ts";
import type { SeatedGroup } from "./groups.server.ts";

/** The step that is on, as far as it says in which groups it is held. */
export const stepNow = coalesceReads(async (db: Reader, sessionId: SessionId) => {
  const [now] = await db
    .select({ id: step.id, position: step.position, setting: step.setting, mix: step.mix })
    .from(session)
    .innerJoin(step, eq(step.id, session.currentStepId))
    .where(eq(session.id, sessionId));
  return now ?? null;
});

/** How a step is held. @returns null when this session has no such step */
export async function settingOf(db: Reader, sessionId: SessionId, stepId: string | undefined) {
  if (!stepId) return null;
  const [row] = await db
    .select({ setting: step.setting })
    .from(step)
    .where(matches(step, { sessionId, id: stepId as StepId }));
  return row?.setting ?? null;
}

/** The group of this person in the step that is on now; who came late gets a seat by asking. */
export async function seatHere(db: Db, writer: Writer): Promise<SeatedGroup | null> {
  const now = await stepNow(db, writer.sessionId);
  return now ? seatOf(db, { ...writer, step: now }) : null;
}
