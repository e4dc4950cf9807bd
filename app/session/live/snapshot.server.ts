import { and, count, eq, isNull, sql } from "drizzle-orm";
import { measure } from "../../dialogue/people/tables.ts";
import { session, step } from "../../dialogue/tables.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId, SessionId } from "../../platform/ids.ts";
import { groupsOf } from "../group/groups.server.ts";
import { tally } from "../insights/tables.ts";
import { floorOf } from "../plenary/floor.server.ts";
import { help } from "../tables.ts";
import { presentNow } from "./presence.server.ts";
import type { Snapshot } from "./view.ts";

export type Stand = Omit<Snapshot, "epoch" | "seq" | "now" | "changes">;

/** The number of the last change in a dialogue: what is read after this holds at least that change. */
export async function lastChange(db: Reader, dialogueId: DialogueId): Promise<number> {
  const { rows } = await db.execute<{ seq: string }>(sql`select seq from ledger where scope = ${dialogueId}`);
  return Number(rows[0]?.seq ?? 0);
}

/** How many answers were given to insights in a session: kept count of by the database itself. */
export async function readAnswers(db: Reader, sessionId: SessionId): Promise<number> {
  const [row] = await db.select({ ballots: tally.ballots }).from(tally).where(eq(tally.sessionId, sessionId));
  return row?.ballots ?? 0;
}

/** How a session stands, as far as a view may tell. @returns null when it is gone */
export async function readStand(
  db: Reader,
  sessionId: SessionId,
  presentOf: typeof presentNow = presentNow,
): Promise<Stand | null> {
  const [row] = await db
    .select({ session, step: { position: step.position, setting: step.setting, mix: step.mix } })
    .from(session)
    .leftJoin(step, eq(step.id, session.currentStepId))
    .where(eq(session.id, sessionId));
  if (!row) return null;
  const inGroups = row.session.state === "live" && row.step;
  const [present, answers, seated, measures, asks, floor] = await Promise.all([
    presentOf(db, sessionId),
    readAnswers(db, sessionId),
    inGroups ? groupsOf(db, sessionId, inGroups) : null,
    db
      .select({ personId: measure.personId, kind: measure.kind })
      .from(measure)
      .where(and(eq(measure.sessionId, sessionId), isNull(measure.liftedAt))),
    db
      .select({ open: count() })
      .from(help)
      .where(and(eq(help.sessionId, sessionId), isNull(help.answeredAt))),
    floorOf(db, sessionId),
  ]);
  const { id, state, turn, currentStepId, stepStartedAt, stepEndsAt, pausedLeftMs, announcement, projector, captionerId } =
    row.session;
  const under = (kind: "asked" | "muted" | "removed") =>
    new Set(measures.filter((one) => one.kind === kind).map((one) => one.personId));
  return {
    session: {
      id,
      state,
      turn,
      stepId: currentStepId,
      stepStartedAt: stepStartedAt?.getTime() ?? null,
      stepEndsAt: stepEndsAt?.getTime() ?? null,
      pausedLeftMs,
      announcement,
      projector,
      floor,
      captionerId,
    },
    present,
    answers,
    groups: seated?.groups ?? [],
    asked: under("asked"),
    muted: under("muted"),
    removed: under("removed"),
    openHelp: asks[0]?.open ?? 0,
  };
}
