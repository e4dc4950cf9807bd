import { eq, sql } from "drizzle-orm";
import { session } from "../../dialogue/tables.ts";
import { change, type Db, deedBy, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { DialogueId, PersonId, SessionId } from "../../platform/ids.ts";
import { editRunSheet } from "../../prepare/run-sheet/run-sheets.server.ts";
import { undo } from "../grouping/arrange.server.ts";
import { splitAgain } from "../grouping/lead-tables.server.ts";
import { lastDeed } from "../tables.ts";
import { type Before, type LastDeed, mayTakeBack } from "./take-back.ts";

interface At {
  readonly dialogueId: DialogueId;
  readonly sessionId: SessionId;
}

/** Remembers how it was, in the transaction of the deed itself. One deed at a time: the last. */
export async function remember(tx: Tx, sessionId: SessionId, byId: PersonId, before: Before): Promise<void> {
  const held = { byId, before, at: sql`clock_timestamp()` };
  await tx
    .insert(lastDeed)
    .values({ sessionId, ...held })
    .onConflictDoUpdate({ target: lastDeed.sessionId, set: held });
}

/** What this person did last, as far as it can be taken back. */
export async function lastDeedOf(db: Reader, sessionId: SessionId, personId: PersonId): Promise<LastDeed | null> {
  const [row] = await db
    .select()
    .from(lastDeed)
    .where(matches(lastDeed, { sessionId, byId: personId }));
  return row ? { kind: row.before.kind, at: row.at.getTime() } : null;
}

/** Takes back what this person did last. Pressed twice it is done once. @returns why not, if not */
export async function takeBack(db: Db, at: At, who: PersonId, kind: Before["kind"]): Promise<string | undefined> {
  const [row] = await db
    .select()
    .from(lastDeed)
    .where(matches(lastDeed, { sessionId: at.sessionId, byId: who }));
  if (!row || row.before.kind !== kind) return undefined;
  if (!mayTakeBack({ at: row.at.getTime() }, Date.now())) return "too-late";
  const { before } = row;
  // Whoever comes second finds it gone.
  const taken = (tx: Tx) =>
    tx
      .delete(lastDeed)
      .where(matches(lastDeed, { sessionId: at.sessionId, at: row.at }))
      .returning({ at: lastDeed.at })
      .then((gone) => gone.length > 0);
  switch (before.kind) {
    case "clock":
      return setClockBack(db, at, who, before, taken);
    case "announcement":
      return sayAgain(db, at, who, before, taken);
    case "times": {
      const done = await editRunSheet(db, at, who, { kind: "times", times: before.times }, async (tx) => void (await taken(tx)));
      return done.ok ? undefined : done.code;
    }
    case "move": {
      await db.transaction(taken);
      const done = await undo(db, { ...at, who, stepId: before.stepId });
      return done === "done" ? undefined : done;
    }
    case "merge":
      return (await splitAgain(db, at, who, before.merged, taken)) ? undefined : "gone";
  }
}

type Taken = (tx: Tx) => Promise<boolean>;

/** The step goes on with the time that was left when it was taken back; who is in groups finds them as they were. */
async function setClockBack(db: Db, at: At, who: PersonId, before: Before & { kind: "clock" }, taken: Taken) {
  const deed = deedBy(who, at.dialogueId, "clock.undo", "session", at.sessionId);
  return change(db, deed, async (tx, { unchanged }) => {
    const [now] = await tx.select({ turn: session.turn, state: session.state }).from(session).where(eq(session.id, at.sessionId));
    if (!(await taken(tx))) return unchanged(undefined);
    if (now?.state !== "live" || now.turn !== before.turn) return unchanged("unknown-turn");
    await tx
      .update(session)
      .set({
        turn: before.turn + 1,
        currentStepId: before.stepId,
        stepStartedAt: new Date(before.startedAt),
        stepEndsAt: new Date(before.endsAt),
        pausedLeftMs: before.pausedLeftMs,
        focusId: before.focusId,
      })
      .where(eq(session.id, at.sessionId));
    return undefined;
  });
}

async function sayAgain(db: Db, at: At, who: PersonId, before: Before & { kind: "announcement" }, taken: Taken) {
  const deed = deedBy(who, at.dialogueId, "announcement.undo", "session", at.sessionId);
  return change(db, deed, async (tx, { unchanged }) => {
    const set = (await taken(tx))
      ? await tx
          .update(session)
          .set({ announcement: before.text })
          .where(matches(session, { id: at.sessionId, announcement: before.put }))
          .returning({ id: session.id })
      : [];
    return set.length > 0 ? undefined : unchanged(undefined);
  });
}
