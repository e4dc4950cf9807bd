import { eq } from "drizzle-orm";
import type { Writer } from "../contribution/writer.server.ts";
import { session, step } from "../db/schema.ts";
import { seatOf } from "../groups/dealing.server.ts";
import type { SeatedGroup } from "../groups/groups.server.ts";
import type { Db } from "../platform/change.server.ts";

/** The group of this person in the step that is on now; who came late gets a seat by asking. */
export async function seatHere(db: Db, writer: Writer): Promise<SeatedGroup | null> {
  const [now] = await db
    .select({ position: step.position, setting: step.setting, mix: step.mix })
    .from(session)
    .innerJoin(step, eq(step.id, session.currentStepId))
    .where(eq(session.id, writer.sessionId));
  return now ? seatOf(db, { ...writer, step: now }) : null;
}
