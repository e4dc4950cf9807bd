import { asc, eq } from "drizzle-orm";
import type { Reader, Tx } from "../platform/database/change.server.ts";
import type { DialogueId, SessionId } from "../platform/ids.ts";
import type { SessionView } from "./dialogue-view.ts";
import { session, step } from "./tables.ts";

export async function listSessions(db: Reader, dialogueId: DialogueId): Promise<SessionView[]> {
  return db
    .select({ id: session.id, title: session.title, state: session.state, startsAt: session.startsAt, endsAt: session.endsAt })
    .from(session)
    .where(eq(session.dialogueId, dialogueId))
    .orderBy(asc(session.startsAt), asc(session.createdAt));
}

/** A step without its place: how run sheets are copied. */
export type StepRow = Omit<typeof step.$inferInsert, "id" | "sessionId" | "position">;

export async function runSheetOf(db: Reader, sessionId: SessionId): Promise<StepRow[]> {
  const rows = await db.select().from(step).where(eq(step.sessionId, sessionId)).orderBy(asc(step.position));
  return rows.map(({ id: _id, sessionId: _session, position: _position, ...row }) => row);
}

export interface SessionDraft {
  readonly id?: SessionId;
  readonly dialogueId: DialogueId;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly capacity?: number;
  readonly registrationClosesAt?: Date | null;
}

/** Plans a session with its run sheet. */
export async function addSession(tx: Tx, draft: SessionDraft, runSheet: readonly StepRow[]): Promise<SessionId> {
  const [row] = await tx.insert(session).values(draft).returning({ id: session.id });
  if (!row) throw new Error("session not kept");
  if (runSheet.length > 0)
    await tx.insert(step).values(runSheet.map((one, index) => ({ ...one, sessionId: row.id, position: index + 1 })));
  return row.id;
}
