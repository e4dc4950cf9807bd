import { and, desc, eq, lte } from "drizzle-orm";
import { step } from "../dialogue/tables.ts";
import type { Reader } from "../platform/database/change.server.ts";
import { matches } from "../platform/database/matches.server.ts";
import type { GroupId, PersonId, SessionId } from "../platform/ids.ts";
import { group, grouping, seat } from "../session/group/tables.ts";

/**
 * The group somebody sits in during a step: by the deal of that step, or the last one before it when it keeps its groups.
 * @returns null outside groups, and for who has no seat (yet)
 */
export async function groupOf(
  db: Reader,
  at: {
    readonly sessionId: SessionId;
    readonly step: { readonly position: number; readonly setting: string; readonly mix: string };
  },
  personId: PersonId,
): Promise<{ id: GroupId; number: number } | null> {
  if (at.step.setting !== "group") return null;
  const groupingId = await groupingOf(db, at);
  if (!groupingId) return null;
  const [row] = await db
    .select({ id: group.id, number: group.number })
    .from(seat)
    .innerJoin(group, eq(group.id, seat.groupId))
    .where(matches(seat, { groupingId, personId }));
  return row ?? null;
}

async function groupingOf(db: Reader, at: { sessionId: SessionId; step: { position: number; mix: string } }) {
  const [row] = await db
    .select({ id: grouping.id, position: step.position })
    .from(grouping)
    .innerJoin(step, eq(step.id, grouping.stepId))
    .where(and(eq(grouping.sessionId, at.sessionId), lte(step.position, at.step.position)))
    .orderBy(desc(step.position))
    .limit(1);
  if (!row || (at.step.mix === "new" && row.position !== at.step.position)) return null;
  return row.id;
}

/** All groups of a session somebody has sat in: what was laid on those tables stays readable to them. */
export async function groupsOf(db: Reader, sessionId: SessionId, personId: PersonId): Promise<GroupId[]> {
  const rows = await db
    .select({ id: seat.groupId })
    .from(seat)
    .innerJoin(group, eq(group.id, seat.groupId))
    .where(and(eq(group.sessionId, sessionId), eq(seat.personId, personId)));
  return rows.map((row) => row.id);
}
