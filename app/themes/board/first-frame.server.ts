import { listRows } from "../../dialogue/settings.server.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId } from "../../platform/ids.ts";

/** The fields of the dialogue, each with an id for the theme that it could become. */
export async function findFirstFrame(db: Reader, dialogueId: DialogueId): Promise<string[]> {
  const fields = await listRows(db, "field", dialogueId);
  return fields.filter(({ removed }) => !removed).map(({ name }) => `${crypto.randomUUID()}:${name}`);
}
