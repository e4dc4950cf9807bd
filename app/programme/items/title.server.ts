import { eq } from "drizzle-orm";
import { dialogue } from "../../dialogue/tables.ts";
import type { Locale } from "../../language/locale.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId } from "../../platform/ids.ts";

export async function titleOf(db: Reader, dialogueId: DialogueId): Promise<string> {
  return (await openedOf(db, dialogueId)).title;
}

interface Opened {
  readonly title: string;
  readonly language: Locale | null;
  readonly way: string | null;
}
/** @returns the title, in which language it is, and the way to the public programme; null as long as it is not open */
export async function openedOf(db: Reader, dialogueId: DialogueId): Promise<Opened> {
  const [row] = await db
    .select({ title: dialogue.title, language: dialogue.language, slug: dialogue.slug, shown: dialogue.programmeShownAt })
    .from(dialogue)
    .where(eq(dialogue.id, dialogueId));
  return { title: row?.title ?? "", language: row?.language ?? null, way: row?.shown ? `/programma/${row.slug}` : null };
}
