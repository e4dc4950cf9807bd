import { and, asc, desc, eq, inArray, lte } from "drizzle-orm";
import { step } from "../../dialogue/tables.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { GroupId, GroupingId, PersonId, SessionId } from "../../platform/ids.ts";
import { type Mix, makesGroups, type Setting } from "../../prepare/run-sheet/step.ts";
import { group, grouping, seat } from "./tables.ts";

export interface StepAt {
  readonly position: number;
  readonly setting: Setting;
  readonly mix: Mix;
}
export interface SeatedGroup {
  readonly id: GroupId;
  readonly number: number;
  readonly noteTakerId: PersonId | null;
  readonly announcement: string;
  /** What its people have in common or chose; empty for a mixed group. */
  readonly topic: string;
  readonly speakerId: PersonId | null;
  readonly turnId: PersonId | null;
  readonly turnAt: Date | null;
  /** in the order in which they sat down */
  readonly members: readonly PersonId[];
  readonly seats: readonly Seat[];
}
interface Seat {
  readonly personId: PersonId;
  /** Stays when the others are dealt again. */
  readonly locked: boolean;
  readonly version: number;
  /** Which version the browser of this person shows; lower: it does not know yet. */
  readonly seenVersion: number;
  readonly seatedAt: Date;
}
export interface SeatedGroups {
  readonly groupingId: GroupingId;
  readonly groups: readonly SeatedGroup[];
}

/** The deal a step is held in: its own, or the last one before it when it keeps its groups. */
export async function groupingOf(db: Reader, sessionId: SessionId, at: StepAt): Promise<GroupingId | null> {
  if (at.setting !== "group") return null;
  const [row] = await db
    .select({ id: grouping.id, position: step.position })
    .from(grouping)
    .innerJoin(step, eq(step.id, grouping.stepId))
    .where(and(matches(grouping, { sessionId, state: "dealt" }), lte(step.position, at.position)))
    .orderBy(desc(step.position))
    .limit(1);
  if (!row || (makesGroups(at.mix) && row.position !== at.position)) return null;
  return row.id;
}

/** @returns null when the step is not held in groups, or these are not dealt yet */
export async function groupsOf(db: Reader, sessionId: SessionId, at: StepAt): Promise<SeatedGroups | null> {
  const groupingId = await groupingOf(db, sessionId, at);
  return groupingId && { groupingId, groups: await groupsIn(db, [groupingId]) };
}

export async function groupsIn(db: Reader, groupingIds: readonly GroupingId[]): Promise<SeatedGroup[]> {
  if (groupingIds.length === 0) return [];
  const [groups, seats] = await Promise.all([
    db
      .select({
        id: group.id,
        number: group.number,
        noteTakerId: group.noteTakerId,
        announcement: group.announcement,
        topic: group.topic,
        speakerId: group.speakerId,
        turnId: group.turnId,
        turnAt: group.turnAt,
      })
      .from(group)
      .where(inArray(group.groupingId, [...groupingIds]))
      .orderBy(asc(group.number)),
    db
      .select({
        groupId: seat.groupId,
        personId: seat.personId,
        locked: seat.locked,
        version: seat.version,
        seenVersion: seat.seenVersion,
        seatedAt: seat.seatedAt,
      })
      .from(seat)
      .where(inArray(seat.groupingId, [...groupingIds]))
      .orderBy(asc(seat.seatedAt), asc(seat.personId)),
  ]);
  const of = Map.groupBy(seats, ({ groupId }) => groupId);
  return groups.map((one) => {
    const own = of.get(one.id) ?? [];
    return { ...one, members: own.map(({ personId }) => personId), seats: own.map(({ groupId: _, ...rest }) => rest) };
  });
}
