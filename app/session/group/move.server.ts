import { eq } from "drizzle-orm";
import type { Db } from "../../platform/database/change.server.ts";
import type { GroupId, PersonId, StepId } from "../../platform/ids.ts";
import { moveTo } from "../grouping/arrange.server.ts";
import type { DealAt } from "../grouping/dealing.server.ts";
import { groupingOf, type StepAt } from "./groups.server.ts";
import { grouping } from "./tables.ts";

/** The facilitator gives somebody another group in the step at hand. @returns the step that made the groups; null when there is no such group here */
export async function moveToGroup(
  db: Db,
  at: DealAt & { readonly step: StepAt },
  who: PersonId,
  personId: PersonId,
  to: GroupId,
): Promise<StepId | null> {
  const groupingId = await groupingOf(db, at.sessionId, at.step);
  const [made] = groupingId ? await db.select({ stepId: grouping.stepId }).from(grouping).where(eq(grouping.id, groupingId)) : [];
  if (!made) return null;
  return (await moveTo(db, { ...at, who, stepId: made.stepId }, personId, to)) === "done" ? made.stepId : null;
}
