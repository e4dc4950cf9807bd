import { and, asc, eq, isNull } from "drizzle-orm";
import { field } from "../../dialogue/tables.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId } from "../../platform/ids.ts";

export const fieldsOf = (db: Reader, dialogueId: DialogueId) =>
  db
    .select({ id: field.id, name: field.name })
    .from(field)
    .where(and(eq(field.dialogueId, dialogueId), isNull(field.removedAt)))
    .orderBy(asc(field.position));
