import { eq } from "drizzle-orm";
import { dialogue } from "../db/schema.ts";
import type { DialogueId } from "../ids.ts";
import type { Reader } from "../platform/change.server.ts";

export async function titleOf(db: Reader, dialogueId: DialogueId): Promise<string> {
  const [row] = await db.select({ title: dialogue.title }).from(dialogue).where(eq(dialogue.id, dialogueId));
  return row?.title ?? "";
}
