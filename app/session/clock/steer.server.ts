import { asc, eq, sql } from "drizzle-orm";
import type { RegistrationState } from "../../dialogue/people/tables.ts";
import { session, step } from "../../dialogue/tables.ts";
import { change, type Db, deedBy, type Reader, type Tx } from "../../platform/database/change.server.ts";
import type { DialogueId, PersonId, SessionId, StepId } from "../../platform/ids.ts";
import { tellOutside } from "../../platform/webhooks/tell.server.ts";
import { lobbyOpensAt, maySession, moveSession, type SessionEvent } from "../../prepare/planning/session.ts";
import { makesGroups } from "../../prepare/run-sheet/step.ts";
import { remember } from "../cockpit/take-back.server.ts";
import { groupingOf } from "../group/groups.server.ts";
import { dealGroups, type Prepared, prepareStep } from "../grouping/dealing.server.ts";
import { dropAfter, postAfter } from "../live/outside.server.ts";
import { presentIn } from "../live/presence.server.ts";
import { type ClockCommand, type ClockState, command, startClock } from "./clock.ts";

export type Steering = { readonly status: "done" | "already-done" } | { readonly status: "refused"; readonly code: string };
type SessionRow = typeof session.$inferSelect;

const _admitted: RegistrationState = "admitted";

async function stepsOf(db: Reader, sessionId: SessionId) {
  return db.select().from(step).where(eq(step.sessionId, sessionId)).orderBy(asc(step.position));
}

function clockOf(row: SessionRow, steps: readonly { readonly id: StepId }[]): ClockState | null {
  const stepIndex = steps.findIndex((one) => one.id === row.currentStepId);
  if (stepIndex < 0 || !row.stepStartedAt || !row.stepEndsAt) return null;
  return {
    turn: row.turn,
    stepIndex,
    startedAt: row.stepStartedAt.getTime(),
    endsAt: row.stepEndsAt.getTime(),
    pausedLeftMs: row.pausedLeftMs,
    finishedAt: row.state === "ended" ? row.stepEndsAt.getTime() : null,
  };
}

type Steps = Awaited<ReturnType<typeof stepsOf>>;

/** The search for groups takes a while: it is done before the line of the dialogue is taken. */
async function prepare(db: Db, row: SessionRow | undefined, steps: Steps, index: number): Promise<Prepared | null> {
  const next = steps[index];
  if (!row || !next || next.setting !== "group") return null;
  const present = [...(await presentIn(db, row.id))];
  return prepareStep(db, { dialogueId: row.dialogueId, sessionId: row.id, step: next, present });
}

async function keepClock(tx: Tx, row: SessionRow, steps: Steps, clock: ClockState, prepared: Prepared | null): Promise<void> {
  const now = steps[clock.stepIndex];
  await tx
    .update(session)
    .set({
      turn: clock.turn,
      currentStepId: now?.id ?? null,
      stepStartedAt: new Date(clock.startedAt),
      stepEndsAt: new Date(clock.endsAt),
      pausedLeftMs: clock.pausedLeftMs,
      // What was put to everybody belongs to its step.
      ...(now?.id === row.currentStepId ? {} : { focusId: null }),
    })
    .where(eq(session.id, row.id));
  if (!now || now.id === row.currentStepId || now.setting !== "group") return;
  // Groups that are kept must have been dealt: the step that made them may have been skipped.
  if (makesGroups(now.mix) || (await groupingOf(tx, row.id, now)) === null)
    await dealGroups(
      tx,
      { dialogueId: row.dialogueId, sessionId: row.id, step: now, present: [...(await presentIn(tx, row.id))] },
      prepared,
    );
}

/**
 * One command of a facilitator. It carries the turn that its sender saw: a double click, or a second facilitator at the same
 * moment, finds it done already.
 */
export async function steer(
  db: Db,
  at: { dialogueId: DialogueId; sessionId: SessionId },
  who: PersonId,
  order: ClockCommand,
): Promise<Steering> {
  const deed = deedBy(who, at.dialogueId, `clock.${order.type}`, "session", at.sessionId);
  const prepared = await prepareFor(db, at.sessionId, order);
  return change(db, deed, async (tx, { now, unchanged }) => {
    const [row] = await tx.select().from(session).where(eq(session.id, at.sessionId));
    if (!row || !maySession(row.state, "steer")) return unchanged({ status: "refused", code: "not-live" });
    const steps = await stepsOf(tx, at.sessionId);
    const clock = clockOf(row, steps);
    if (!clock) return unchanged({ status: "refused", code: "no-steps" });
    const outcome = command(clock, steps, order, now.getTime());
    if (outcome.status === "done") await keepClock(tx, row, steps, outcome.state, prepared);
    const left = steps[clock.stepIndex];
    if (outcome.status === "done" && left && outcome.state.stepIndex !== clock.stepIndex) {
      const { startedAt, endsAt, pausedLeftMs } = clock;
      const { turn } = outcome.state;
      await remember(tx, row.id, who, {
        kind: "clock",
        turn,
        stepId: left.id,
        startedAt,
        endsAt,
        pausedLeftMs,
        focusId: row.focusId,
      });
    }
    return outcome.status === "done" ? { status: "done" } : unchanged(outcome);
  });
}

async function prepareFor(db: Db, sessionId: SessionId, order: ClockCommand): Promise<Prepared | null> {
  if (order.type !== "next" && order.type !== "back" && order.type !== "goTo") return null;
  const [row] = await db.select().from(session).where(eq(session.id, sessionId));
  if (!row || row.turn !== order.seenTurn) return null;
  const steps = await stepsOf(db, sessionId);
  const at = steps.findIndex(({ id }) => id === row.currentStepId);
  return prepare(db, row, steps, order.type === "goTo" ? order.stepIndex : order.type === "next" ? at + 1 : at - 1);
}

/** Opens the lobby, starts, ends or resumes the session. Already there is a friendly yes. */
export async function moveOn(
  db: Db,
  at: { dialogueId: DialogueId; sessionId: SessionId },
  who: PersonId | "system",
  event: SessionEvent,
): Promise<Steering> {
  const actor = who === "system" ? ("system" as const) : { person: who };
  const [begins] = event === "start" ? await db.select().from(session).where(eq(session.id, at.sessionId)) : [];
  const prepared = begins ? await prepare(db, begins, await stepsOf(db, at.sessionId), 0) : null;
  return change(
    db,
    { scope: at.dialogueId, actor, what: `session.${event}`, subject: { kind: "session", id: at.sessionId } },
    async (tx, { now, unchanged }) => {
      const [row] = await tx.select().from(session).where(eq(session.id, at.sessionId));
      if (!row) return unchanged({ status: "refused", code: "not-now" });
      const moved = moveSession(row.state, event);
      if (!moved.ok)
        return unchanged(moved.code === "already-there" ? { status: "already-done" } : { status: "refused", code: moved.code });
      await tx
        .update(session)
        .set({ state: moved.state, ...(event === "end" ? { endedAt: now } : event === "resume" ? { endedAt: null } : {}) })
        .where(eq(session.id, at.sessionId));
      if (event === "start") {
        const steps = await stepsOf(tx, at.sessionId);
        const clock = startClock(steps, now.getTime());
        if (!clock) return unchanged({ status: "refused", code: "no-steps" });
        await keepClock(tx, row, steps, { ...clock, turn: row.turn + 1 }, prepared);
      }
      if (event === "end")
        await tx
          .update(session)
          .set({ turn: sql`${session.turn} + 1`, stepEndsAt: now, pausedLeftMs: null })
          .where(eq(session.id, at.sessionId));
      if (event === "end") await postAfter(tx, { ...row, endedAt: now }, now);
      if (event === "end") await tellOutside(tx, row.dialogueId, [{ kind: "session.ended", subject: row.id }], now);
      if (event === "resume") await dropAfter(tx, row);
      if (event === "resume")
        await tx
          .update(session)
          .set({ turn: sql`${session.turn} + 1`, stepEndsAt: new Date(now.getTime() + 5 * 60_000) })
          .where(eq(session.id, at.sessionId));
      return { status: "done" };
    },
  );
}

/** The lobby opens by itself half an hour ahead; whoever looks first opens it. @returns the state as it is then */
export async function openLobbyWhenDue(
  db: Db,
  row: Pick<SessionRow, "id" | "dialogueId" | "state" | "startsAt">,
  now: Date,
): Promise<SessionRow["state"]> {
  const waits = row.state === "planned" || row.state === "registration-open" || row.state === "registration-closed";
  const due = now >= lobbyOpensAt(row.startsAt) && now.getTime() < row.startsAt.getTime() + 12 * 3_600_000;
  if (!waits || !due) return row.state;
  await moveOn(db, { dialogueId: row.dialogueId, sessionId: row.id }, "system", "open-lobby");
  return "lobby";
}

/** What the facilitator says to everybody; empty takes it away. */
export async function announce(
  db: Db,
  at: { dialogueId: DialogueId; sessionId: SessionId },
  who: PersonId,
  text: string,
): Promise<void> {
  const deed = deedBy(who, at.dialogueId, "announcement.set", "session", at.sessionId);
  await change(db, deed, async (tx) => {
    const [held] = await tx.select({ text: session.announcement }).from(session).where(eq(session.id, at.sessionId));
    await tx.update(session).set({ announcement: text }).where(eq(session.id, at.sessionId));
    if (held && held.text !== text) await remember(tx, at.sessionId, who, { kind: "announcement", text: held.text, put: text });
  });
}

export async function project(
  db: Db,
  at: { dialogueId: DialogueId; sessionId: SessionId },
  who: PersonId,
  shown: SessionRow["projector"],
): Promise<void> {
  const deed = deedBy(who, at.dialogueId, "projector.set", "session", at.sessionId);
  await change(db, deed, async (tx) => {
    await tx.update(session).set({ projector: shown }).where(eq(session.id, at.sessionId));
  });
}
