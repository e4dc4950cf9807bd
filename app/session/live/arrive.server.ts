import type { session } from "../../dialogue/tables.ts";
import { change, type Db, deedBy } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { PersonId } from "../../platform/ids.ts";
import { attendance } from "../tables.ts";

/** Keeps that somebody came, the first time they do, while the lobby or the session is open. */
export async function arrive(
  db: Db,
  at: Pick<typeof session.$inferSelect, "id" | "dialogueId" | "state">,
  personId: PersonId,
): Promise<void> {
  if (at.state !== "lobby" && at.state !== "live") return;
  const known = await db
    .select({ at: attendance.firstAt })
    .from(attendance)
    .where(matches(attendance, { sessionId: at.id, personId }));
  if (known.length > 0) return;
  const deed = deedBy(personId, at.dialogueId, "attendance.begin", "session", at.id);
  await change(db, deed, async (tx) => {
    await tx.insert(attendance).values({ sessionId: at.id, personId }).onConflictDoNothing();
  });
}
