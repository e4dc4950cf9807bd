import { eq } from "drizzle-orm";
import { dialogue } from "../db/schema.ts";
import type { DialogueId } from "../ids.ts";
import type { Reader } from "../platform/change.server.ts";

export async function titleOf(db: Reader, dialogueId: DialogueId): Promise<string> {
  return (await openedOf(db, dialogueId)).title;
}

/** @returns the title, and the way to the public programme; null as long as it is not open */
export async function openedOf(db: Reader, dialogueId: DialogueId): Promise<{ title: string; way: string | null }> {
  const [row] = await db
    .select({ title: dialogue.title, slug: dialogue.slug, shown: dialogue.programmeShownAt })
    .from(dialogue)
    .where(eq(dialogue.id, dialogueId));
  return { title: row?.title ?? "", way: row?.shown ? `/programma/${row.slug}` : null };
}
