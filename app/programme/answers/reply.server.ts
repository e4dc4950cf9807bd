import { and, eq, inArray } from "drizzle-orm";
import { change, type Db } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { follow } from "../../platform/database/transitions.ts";
import { Refused } from "../../platform/http/refused.ts";
import { type ItemEvent, itemTransitions } from "../items/item.ts";
import { deedOf, requireItem, requirePlanning, tellItems } from "../items/line.server.ts";
import { findOwned } from "../owners/owners.server.ts";
import { programmeItem, programmeStep, progress } from "../tables.ts";

export interface Reply {
  readonly event: ItemEvent | null;
  readonly text: string;
  /** Places of the steps that are done now. */
  readonly done: readonly number[];
}

/**
 * What who looks after an item tells from a mail. Sent twice, it is told once.
 * @returns false when there is nothing in it
 */
export async function tellAsOwner(db: Db, token: string, { event, text, done }: Reply): Promise<boolean> {
  const found = await findOwned(db, token);
  if (!found) throw new Refused("gone", 410);
  if (event === null && text === "" && done.length === 0) return false;
  const { dialogueId, personId } = found;
  const id = found.item.id;
  const what = event ? `item.${event}` : "item.tell";
  return change(db, deedOf(dialogueId, personId, what, id), async (tx, { unchanged, now }) => {
    await requirePlanning(tx, dialogueId);
    const item = await requireItem(tx, dialogueId, id);
    const lines = await tx
      .select()
      .from(progress)
      .where(matches(progress, { itemId: id, byId: personId }));
    const last = lines.toSorted((a, b) => b.id - a.id)[0];
    const twice = last && last.text === text && text !== "" && now.getTime() - last.at.getTime() < 10 * 60_000;
    const moved = event ? follow(itemTransitions, item.state, event) : ({ ok: true, state: item.state } as const);
    if (twice && (!moved.ok || !event)) return unchanged(true);
    if (!moved.ok) throw new Refused("not-now");
    if (done.length > 0)
      await tx
        .update(programmeStep)
        .set({ done: true })
        .where(and(eq(programmeStep.itemId, id), inArray(programmeStep.position, [...done])));
    const version = done.length > 0 ? { version: item.version + 1 } : {};
    await tx
      .update(programmeItem)
      .set({ state: moved.state, updatedAt: now, updatedBy: personId, ...version })
      .where(eq(programmeItem.id, id));
    await tx
      .insert(progress)
      .values({ itemId: id, kind: event ? "moved" : "told", state: moved.state, text, byId: personId, at: now });
    await tellItems(tx, dialogueId, [id], now);
    return true;
  });
}
