import { eq } from "drizzle-orm";
import { themeKey } from "../../method/text/prose-inline.ts";
import { namedIn } from "../../method/text/prose-text.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId, ThemeId } from "../../platform/ids.ts";
import { theme } from "../../themes/tables.ts";
import { citable } from "../write/block.ts";
import { listBlocks } from "../write/blocks.server.ts";
import type { Reference, ReportBlock } from "./content.ts";

type Word = Reference & { readonly kind: string };

/** The texts of the team, with what they name of the dialogue. What cannot be named any more is left out of the references. */
export async function gatherBlocks(db: Reader, dialogueId: DialogueId, words: readonly Word[]): Promise<ReportBlock[]> {
  const blocks = await listBlocks(db, dialogueId);
  if (blocks.length === 0) return [];
  const mayBeNamed = new Set<string>(citable);
  const byNumber = new Map(words.filter(({ kind }) => mayBeNamed.has(kind)).map((one) => [one.number, one]));
  const themeOf = await themesByKey(db, dialogueId);
  return blocks.map(({ id, place, text }) => {
    const named = namedIn(text);
    return {
      ...{ id, place, text },
      cited: named.numbers.flatMap((number) => {
        const found = byNumber.get(number);
        return found ? { id: found.id, number, people: found.people } : [];
      }),
      themes: named.themes.flatMap((key) => {
        const found = themeOf(key);
        return found ? { key, id: found } : [];
      }),
    };
  });
}

async function themesByKey(db: Reader, dialogueId: DialogueId): Promise<(key: string) => ThemeId | null> {
  const rows = await db
    .select({ id: theme.id, mergedInto: theme.mergedInto, removedAt: theme.removedAt })
    .from(theme)
    .where(eq(theme.dialogueId, dialogueId));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (key) => {
    let found = rows.find(({ id }) => themeKey(id) === key);
    for (let steps = 0; found?.mergedInto && steps < rows.length; steps++) found = byId.get(found.mergedInto);
    return found && !found.removedAt && !found.mergedInto ? found.id : null;
  };
}
