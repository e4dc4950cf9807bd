import { and, desc, inArray } from "drizzle-orm";
import type { Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { DialogueId, PersonId } from "../../platform/ids.ts";
import { mintLink } from "./links.server.ts";
import { registration } from "./tables.ts";

/** The name somebody gave in a dialogue, and a fresh personal link to it; none without a registration that stands. */
export async function personalWay(
  tx: Tx,
  person: { readonly id: PersonId; readonly name: string },
  dialogueId: DialogueId,
): Promise<{ readonly name: string; readonly token: string | null }> {
  const [mine] = await tx
    .select({ id: registration.id, name: registration.name })
    .from(registration)
    .where(
      and(
        matches(registration, { personId: person.id, dialogueId }),
        inArray(registration.state, ["admitted", "confirmed", "waiting", "declined"]),
      ),
    )
    .orderBy(desc(registration.admittedAt), desc(registration.createdAt))
    .limit(1);
  const token = mine ? await mintLink(tx, "personal", { personId: person.id, dialogueId, subjectId: mine.id }) : null;
  return { name: mine?.name || person.name, token };
}
