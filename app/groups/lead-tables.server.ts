import { and, count, eq } from "drizzle-orm";
import { contribution, group, help, seat } from "../db/schema.ts";
import type { DialogueId, GroupId, PersonId, SessionId } from "../ids.ts";
import { change, type Db } from "../platform/change.server.ts";
import { groupingOf, groupsIn, type StepAt } from "./groups.server.ts";
import { whichMoves } from "./merge.ts";
import { noteRole } from "./table-life.server.ts";

interface At {
  readonly dialogueId: DialogueId;
  readonly sessionId: SessionId;
}
const deedOn = (at: At, who: PersonId, what: string, id: GroupId) => ({
  scope: at.dialogueId,
  actor: { person: who },
  what,
  subject: { kind: "group", id },
});

/** One line to the people of one table; empty takes it away. @returns false when there is no such group here */
export async function tellGroup(db: Db, at: At, who: PersonId, id: GroupId, text: string): Promise<boolean> {
  return change(db, deedOn(at, who, "group.tell", id), async (tx, { unchanged }) => {
    const told = await tx
      .update(group)
      .set({ announcement: text })
      .where(and(eq(group.id, id), eq(group.sessionId, at.sessionId)))
      .returning({ id: group.id });
    return told.length > 0 || unchanged(false);
  });
}

/** Who writes the notes from now on; null: nobody. @returns false for who does not sit there */
export async function appointNoteTaker(db: Db, at: At, who: PersonId, id: GroupId, personId: PersonId | null): Promise<boolean> {
  return change(db, deedOn(at, who, "group.appoint", id), async (tx, { unchanged }) => {
    if (personId) {
      const [sits] = await tx
        .select({ n: count() })
        .from(seat)
        .where(and(eq(seat.groupId, id), eq(seat.personId, personId)));
      if (!sits?.n) return unchanged(false);
    }
    const set = await tx
      .update(group)
      .set({ noteTakerId: personId })
      .where(and(eq(group.id, id), eq(group.sessionId, at.sessionId)))
      .returning({ id: group.id });
    if (set.length === 0) return unchanged(false);
    if (personId) await noteRole(tx, at.sessionId, id, "note-taker", personId);
    return true;
  });
}

/**
 * Two tables become one: the smaller sits down at the larger, with all that lies on its table and its question for help. What
 * was written keeps its step and its moment; its table is the one that stays. Pressed twice it is done once.
 * @returns the group that stays; null when one of them is not (or no longer) there
 */
export async function mergeGroups(
  db: Db,
  at: At & { readonly step: StepAt },
  who: PersonId,
  one: GroupId,
  other: GroupId,
): Promise<GroupId | null> {
  return change(db, deedOn(at, who, "group.merge", one), async (tx, { unchanged }) => {
    const groupingId = await groupingOf(tx, at.sessionId, at.step);
    const groups = groupingId ? await groupsIn(tx, [groupingId]) : [];
    const [a, b] = [one, other].map((wanted) => groups.find(({ id }) => id === wanted));
    if (!a || !b || a === b) return unchanged(null);
    const { moves, stays } = whichMoves(a, b);
    const to = { groupId: stays.id };
    await tx.update(seat).set(to).where(eq(seat.groupId, moves.id));
    await tx.update(contribution).set(to).where(eq(contribution.groupId, moves.id));
    await tx.update(help).set(to).where(eq(help.groupId, moves.id));
    await tx
      .update(group)
      .set({ noteTakerId: stays.noteTakerId ?? moves.noteTakerId })
      .where(eq(group.id, stays.id));
    await tx.delete(group).where(eq(group.id, moves.id));
    return stays.id;
  });
}
