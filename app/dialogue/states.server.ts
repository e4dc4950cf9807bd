import { eq, sql } from "drizzle-orm";
import type { Tx } from "../platform/database/change.server.ts";
import { Refused } from "../platform/http/refused.ts";
import type { DialogueId } from "../platform/ids.ts";
import { type DialogueEvent, moveDialogue } from "./dialogue.ts";
import { dialogue } from "./tables.ts";

/** Moves the dialogue on. Doing it twice does it once. */
export async function shiftDialogue(tx: Tx, id: DialogueId, event: DialogueEvent): Promise<"done" | "already-there"> {
  const [now] = await tx.select({ state: dialogue.state }).from(dialogue).where(eq(dialogue.id, id));
  if (!now) throw new Refused("not-now");
  const moved = moveDialogue(now.state, event);
  if (!moved.ok) {
    if (moved.code === "already-there") return "already-there";
    throw new Refused("not-now");
  }
  const archivedAt = moved.state === "archived" ? sql`now()` : null;
  await tx.update(dialogue).set({ state: moved.state, archivedAt }).where(eq(dialogue.id, id));
  return "done";
}
