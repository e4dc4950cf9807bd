import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { mayDialogue } from "../../dialogue/dialogue.ts";
import { dialogue } from "../../dialogue/tables.ts";
import type { Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, ItemId, PersonId } from "../../platform/ids.ts";
import { tellOutside } from "../../platform/webhooks/tell.server.ts";
import { programmeItem } from "../tables.ts";

export async function requirePlanning(tx: Tx, dialogueId: DialogueId): Promise<void> {
  const [row] = await tx.select({ state: dialogue.state }).from(dialogue).where(eq(dialogue.id, dialogueId));
  if (!row || !mayDialogue(row.state, "planProgramme")) throw new Refused("not-now");
}

export async function requireItem(tx: Tx, dialogueId: DialogueId, id: ItemId) {
  const [found] = await tx
    .select()
    .from(programmeItem)
    .where(and(matches(programmeItem, { id, dialogueId }), isNull(programmeItem.removedAt), isNull(programmeItem.mergedInto)));
  if (!found) throw new Refused("gone");
  return found;
}

export const deedOf = (dialogueId: DialogueId, who: PersonId, what: string, id: string, kind = "item") => ({
  scope: dialogueId,
  actor: { person: who },
  what,
  subject: { kind, id },
});

/** Tells other programs that points of a programme changed, as long as everybody may read it. */
export async function tellItems(tx: Tx, dialogueId: DialogueId, ids: readonly ItemId[], now: Date): Promise<void> {
  const rows = await tx
    .select({ number: programmeItem.number, slug: dialogue.slug })
    .from(programmeItem)
    .innerJoin(dialogue, eq(dialogue.id, programmeItem.dialogueId))
    .where(and(inArray(programmeItem.id, [...ids]), eq(dialogue.id, dialogueId), isNotNull(dialogue.programmeShownAt)));
  const told = rows.map(({ number, slug }) => ({
    ...{ kind: "item.changed" as const, subject: `${slug}/${number}`, data: { nummer: number } },
  }));
  await tellOutside(tx, dialogueId, told, now);
}

export async function nextNumber(tx: Tx, dialogueId: DialogueId): Promise<number> {
  const [row] = await tx
    .select({ n: sql<number>`coalesce(max(${programmeItem.number}), 0)::int + 1` })
    .from(programmeItem)
    .where(eq(programmeItem.dialogueId, dialogueId));
  return row?.n ?? 1;
}
