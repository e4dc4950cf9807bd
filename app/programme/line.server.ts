import { and, eq, isNull, sql } from "drizzle-orm";
import { dialogue, programmeItem } from "../db/schema.ts";
import { mayDialogue } from "../dialogue/dialogue.ts";
import type { DialogueId, ItemId, PersonId } from "../ids.ts";
import type { Tx } from "../platform/change.server.ts";
import { Refused } from "../platform/refused.ts";

export async function requirePlanning(tx: Tx, dialogueId: DialogueId): Promise<void> {
  const [row] = await tx.select({ state: dialogue.state }).from(dialogue).where(eq(dialogue.id, dialogueId));
  if (!row || !mayDialogue(row.state, "planProgramme")) throw new Refused("not-now");
}

export async function requireItem(tx: Tx, dialogueId: DialogueId, id: ItemId) {
  const [found] = await tx
    .select()
    .from(programmeItem)
    .where(
      and(
        eq(programmeItem.id, id),
        eq(programmeItem.dialogueId, dialogueId),
        isNull(programmeItem.removedAt),
        isNull(programmeItem.mergedInto),
      ),
    );
  if (!found) throw new Refused("gone");
  return found;
}

export const deedOf = (dialogueId: DialogueId, who: PersonId, what: string, id: string, kind = "item") => ({
  scope: dialogueId,
  actor: { person: who },
  what,
  subject: { kind, id },
});

export async function nextNumber(tx: Tx, dialogueId: DialogueId): Promise<number> {
  const [row] = await tx
    .select({ n: sql<number>`coalesce(max(${programmeItem.number}), 0)::int + 1` })
    .from(programmeItem)
    .where(eq(programmeItem.dialogueId, dialogueId));
  return row?.n ?? 1;
}
