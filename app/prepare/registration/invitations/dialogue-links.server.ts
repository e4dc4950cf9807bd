import { desc, eq, inArray } from "drizzle-orm";
import { dialogue } from "../../../dialogue/tables.ts";
import type { Locale } from "../../../language/locale.ts";
import type { Reader } from "../../../platform/database/change.server.ts";
import type { DialogueId } from "../../../platform/ids.ts";

export interface DialogueLink {
  readonly slug: string;
  readonly title: string;
  readonly language: Locale;
}

const linked = { slug: dialogue.slug, title: dialogue.title, language: dialogue.language };

export async function findDialogueLink(db: Reader, id: DialogueId): Promise<DialogueLink | null> {
  const [row] = await db.select(linked).from(dialogue).where(eq(dialogue.id, id));
  return row ?? null;
}

/** Where a link can be asked for again, for who comes with one that says nothing. */
export async function listDialogueLinks(db: Reader): Promise<DialogueLink[]> {
  return db
    .select(linked)
    .from(dialogue)
    .where(inArray(dialogue.state, ["open", "harvest", "published"]))
    .orderBy(desc(dialogue.createdAt))
    .limit(10);
}
