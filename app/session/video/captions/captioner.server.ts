import { and, asc, eq, isNotNull, isNull, ne } from "drizzle-orm";
import { membership } from "../../../dialogue/people/tables.ts";
import { person, session } from "../../../dialogue/tables.ts";
import { change, type Db, deedBy, type Reader } from "../../../platform/database/change.server.ts";
import type { DialogueId, PersonId, SessionId } from "../../../platform/ids.ts";

interface At {
  readonly dialogueId: DialogueId;
  readonly sessionId: SessionId;
}

/** Who of the team may write along what is said in the plenary: anybody, an interpreter who was invited as observer too. */
export async function captioners(db: Reader, dialogueId: DialogueId) {
  const rows = await db
    .selectDistinct({ personId: membership.personId, name: person.name })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(
      and(
        eq(membership.dialogueId, dialogueId),
        isNull(membership.endedAt),
        isNotNull(membership.acceptedAt),
        ne(membership.role, "administrator"),
      ),
    )
    .orderBy(asc(person.name));
  return rows;
}

async function captionerOf(db: Reader, sessionId: SessionId): Promise<PersonId | null> {
  const [row] = await db.select({ id: session.captionerId }).from(session).where(eq(session.id, sessionId));
  return row?.id ?? null;
}

/** Appoints who writes the captions of this session, or nobody. @returns a code when it was refused */
export async function appointCaptioner(db: Db, at: At, who: PersonId, personId: PersonId | null): Promise<string | undefined> {
  const deed = deedBy(who, at.dialogueId, personId ? "caption.set" : "caption.end", "session", at.sessionId);
  return change(db, deed, async (tx, { unchanged }) => {
    if (personId && !(await captioners(tx, at.dialogueId)).some((one) => one.personId === personId)) return unchanged("gone");
    if ((await captionerOf(tx, at.sessionId)) === personId) return unchanged(undefined);
    await tx.update(session).set({ captionerId: personId }).where(eq(session.id, at.sessionId));
    return undefined;
  });
}
