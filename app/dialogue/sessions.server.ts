import { asc, eq } from "drizzle-orm";
import { session } from "../db/schema.ts";
import type { DialogueId } from "../ids.ts";
import type { Reader } from "../platform/change.server.ts";
import type { SessionView } from "./dialogue-view.ts";

export async function listSessions(db: Reader, dialogueId: DialogueId): Promise<SessionView[]> {
  return db
    .select({ id: session.id, title: session.title, state: session.state, startsAt: session.startsAt, endsAt: session.endsAt })
    .from(session)
    .where(eq(session.dialogueId, dialogueId))
    .orderBy(asc(session.startsAt), asc(session.createdAt));
}
