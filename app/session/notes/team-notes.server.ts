import { count, desc, eq } from "drizzle-orm";
import { person, session, step } from "../../dialogue/tables.ts";
import { change, type Db, deedBy, type Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { DialogueId, PersonId, SessionId, TeamNoteId } from "../../platform/ids.ts";
import { teamNote } from "../tables.ts";

interface At {
  readonly dialogueId: DialogueId;
  readonly sessionId: SessionId;
}
const deedOf = (at: At, who: PersonId, what: string, id: TeamNoteId) => deedBy(who, at.dialogueId, what, "team-note", id);

/** What who leads a session writes for each other, in the step at hand. Sent twice it is kept once. */
export async function addNote(db: Db, at: At, who: PersonId, id: TeamNoteId, text: string): Promise<void> {
  await change(db, deedOf(at, who, "team-note.add", id), async (tx, { unchanged }) => {
    const [now] = await tx.select({ stepId: session.currentStepId }).from(session).where(eq(session.id, at.sessionId));
    const kept = await tx
      .insert(teamNote)
      .values({ id, sessionId: at.sessionId, stepId: now?.stepId ?? null, byId: who, text })
      .onConflictDoNothing()
      .returning({ id: teamNote.id });
    if (kept.length === 0) unchanged(undefined);
  });
}

/** Who wrote it takes it away. */
export async function removeNote(db: Db, at: At, who: PersonId, id: TeamNoteId): Promise<void> {
  await change(db, deedOf(at, who, "team-note.remove", id), async (tx, { unchanged }) => {
    const gone = await tx
      .delete(teamNote)
      .where(matches(teamNote, { id, sessionId: at.sessionId, byId: who }))
      .returning({ id: teamNote.id });
    if (gone.length === 0) unchanged(undefined);
  });
}

/** The newest first, and how many there are. */
export async function readNotes(db: Reader, sessionId: SessionId, most = 30) {
  const [rows, [all]] = await Promise.all([
    db
      .select({ id: teamNote.id, text: teamNote.text, at: teamNote.at, byId: teamNote.byId, by: person.name, step: step.title })
      .from(teamNote)
      .innerJoin(person, eq(person.id, teamNote.byId))
      .leftJoin(step, eq(step.id, teamNote.stepId))
      .where(eq(teamNote.sessionId, sessionId))
      .orderBy(desc(teamNote.at), desc(teamNote.id))
      .limit(most),
    db.select({ n: count() }).from(teamNote).where(eq(teamNote.sessionId, sessionId)),
  ]);
  return { notes: rows.map(({ at, ...row }) => ({ ...row, at: at.getTime() })), all: all?.n ?? 0 };
}
