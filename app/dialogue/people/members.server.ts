import { and, eq, isNotNull, isNull, or } from "drizzle-orm";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId, PersonId } from "../../platform/ids.ts";
import type { TeamRole } from "./role.ts";
import { membership } from "./tables.ts";

/** The accepted roles of a person, in one dialogue (with those for the installation) or everywhere. */
export async function rolesOf(
  db: Reader,
  personId: PersonId,
  dialogueId?: DialogueId,
): Promise<{ role: TeamRole; dialogueId: DialogueId | null }[]> {
  const here = dialogueId ? or(isNull(membership.dialogueId), eq(membership.dialogueId, dialogueId)) : undefined;
  return db
    .select({ role: membership.role, dialogueId: membership.dialogueId })
    .from(membership)
    .where(and(eq(membership.personId, personId), isNull(membership.endedAt), isNotNull(membership.acceptedAt), here));
}
