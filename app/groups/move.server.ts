import { eq } from "drizzle-orm";
import { grouping } from "../db/schema.ts";
import type { GroupId, PersonId } from "../ids.ts";
import type { Db } from "../platform/change.server.ts";
import { moveTo } from "./arrange.server.ts";
import type { DealAt } from "./dealing.server.ts";
import { groupingOf, type StepAt } from "./groups.server.ts";

/** The facilitator gives somebody another group in the step at hand. @returns false when there is no such group here */
export async function moveToGroup(
  db: Db,
  at: DealAt & { readonly step: StepAt },
  who: PersonId,
  personId: PersonId,
  to: GroupId,
): Promise<boolean> {
  const groupingId = await groupingOf(db, at.sessionId, at.step);
  const [made] = groupingId ? await db.select({ stepId: grouping.stepId }).from(grouping).where(eq(grouping.id, groupingId)) : [];
  return made !== undefined && (await moveTo(db, { ...at, who, stepId: made.stepId }, personId, to)) === "done";
}
