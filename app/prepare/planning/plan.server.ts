import { and, desc, eq, gt, sql } from "drizzle-orm";
import { type DialogueEvent, mayDialogue } from "../../dialogue/dialogue.ts";
import { addSession, runSheetOf } from "../../dialogue/sessions.server.ts";
import { shiftDialogue } from "../../dialogue/states.server.ts";
import { dialogue, session } from "../../dialogue/tables.ts";
import { change, type Db, deedBy, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, PersonId, SessionId } from "../../platform/ids.ts";
import type { Locale } from "../../platform/time.ts";
import { sessionChanged } from "../registration/form/session-changed.server.ts";
import { stepsOfTemplate, type TemplateName } from "../run-sheet/templates/templates.ts";
import { type Plan, planChanges } from "./plan.ts";
import { moveSession, type SessionEvent } from "./session.ts";

type Session = typeof session.$inferSelect;

async function stateOf(tx: Tx, dialogueId: DialogueId) {
  const [row] = await tx.select({ state: dialogue.state }).from(dialogue).where(eq(dialogue.id, dialogueId));
  if (!row) throw new Refused("not-now");
  return row.state;
}

async function sessionOf(tx: Tx, dialogueId: DialogueId, id: SessionId): Promise<Session> {
  const [row] = await tx.select().from(session).where(matches(session, { id, dialogueId }));
  if (!row) throw new Refused("not-now");
  return row;
}

/** Adds a session, with the run sheet of the template or of an earlier one. The id makes a double click one session. */
export async function planSession(
  db: Db,
  at: { dialogueId: DialogueId; by: PersonId; id: SessionId },
  plan: Plan,
  from: { readonly template: Locale; readonly name: TemplateName } | SessionId,
): Promise<void> {
  await change(db, deedBy(at.by, at.dialogueId, "session.plan", "session", at.id), async (tx) => {
    const [made] = await tx.select({ of: session.dialogueId }).from(session).where(eq(session.id, at.id));
    if (made?.of === at.dialogueId) return;
    if (made || !mayDialogue(await stateOf(tx, at.dialogueId), "planSession")) throw new Refused("not-now");
    const runSheet =
      typeof from === "object"
        ? stepsOfTemplate(from.name, from.template).map((draft) => ({ ...draft, collects: [...draft.collects] }))
        : await runSheetOf(tx, (await sessionOf(tx, at.dialogueId, from)).id);
    await addSession(tx, { id: at.id, dialogueId: at.dialogueId, ...plan }, runSheet);
  });
}

export type PlanSaved =
  | { readonly status: "saved" }
  | { readonly status: "conflict"; readonly current: Session }
  | { readonly status: "refused"; readonly field: "date" | "capacity" };

/** Saves a plan that was based on `version`; those who registered hear of another time. */
export async function changePlan(
  db: Db,
  at: { dialogueId: DialogueId; by: PersonId; id: SessionId },
  version: number,
  plan: Plan,
): Promise<PlanSaved> {
  return change(
    db,
    deedBy(at.by, at.dialogueId, "session.change", "session", at.id),
    async (tx, { unchanged }): Promise<PlanSaved> => {
      const before = await sessionOf(tx, at.dialogueId, at.id);
      if (before.version !== version) return unchanged({ status: "conflict", current: before });
      const changes = planChanges(before, plan, before.state);
      if (changes.refused) return unchanged({ status: "refused", field: changes.refused });
      const heard = changes.moved || before.title !== plan.title;
      const [after] = await tx
        .update(session)
        .set({
          ...plan,
          version: sql`${session.version} + 1`,
          ...(heard ? { calendarSequence: sql`${session.calendarSequence} + 1` } : {}),
        })
        .where(eq(session.id, at.id))
        .returning();
      if (!after) throw new Refused("not-now");
      if (changes.moved) await sessionChanged(tx, after, "moved");
      if (changes.capacity) await sessionChanged(tx, after, "capacity");
      return { status: "saved" };
    },
  );
}

/** Moves a session on: registration open or closed, or cancelled. */
export async function shiftSession(
  db: Db,
  at: { dialogueId: DialogueId; by: PersonId; id: SessionId },
  event: SessionEvent,
): Promise<void> {
  await change(db, deedBy(at.by, at.dialogueId, `session.${event}`, "session", at.id), async (tx) => {
    const before = await sessionOf(tx, at.dialogueId, at.id);
    const moved = moveSession(before.state, event);
    if (!moved.ok && moved.code === "already-there") return;
    if (!moved.ok) throw new Refused("not-now");
    if (event === "open-registration" && !mayDialogue(await stateOf(tx, at.dialogueId), "register"))
      throw new Refused("dialogue-closed");
    const [after] = await tx
      .update(session)
      .set({
        state: moved.state,
        ...(event === "cancel" ? { calendarSequence: sql`${session.calendarSequence} + 1` } : {}),
      })
      .where(eq(session.id, at.id))
      .returning();
    if (after && event === "cancel") await sessionChanged(tx, after, "cancelled");
  });
}

/** Moves the dialogue on; opening it may open registration for what is planned too. */
export async function shiftDialogueState(
  db: Db,
  at: { dialogueId: DialogueId; by: PersonId },
  event: DialogueEvent,
  options: { openRegistration: boolean },
): Promise<void> {
  await change(db, deedBy(at.by, at.dialogueId, `dialogue.${event}`, "dialogue", at.dialogueId), async (tx, { now }) => {
    const outcome = await shiftDialogue(tx, at.dialogueId, event);
    if (outcome === "done" && event === "open" && options.openRegistration)
      await tx
        .update(session)
        .set({ state: "registration-open" })
        .where(and(matches(session, { dialogueId: at.dialogueId, state: "planned" }), gt(session.startsAt, now)));
  });
}

/** The newest session, to copy from. */
export async function lastSession(db: Db, dialogueId: DialogueId): Promise<Session | null> {
  const [row] = await db
    .select()
    .from(session)
    .where(eq(session.dialogueId, dialogueId))
    .orderBy(desc(session.startsAt))
    .limit(1);
  return row ?? null;
}

/** The dialogue's way of admitting became another: the line of each session is looked at anew. */
export async function admissionChanged(tx: Tx, dialogueId: DialogueId): Promise<void> {
  const rows = await tx.select().from(session).where(eq(session.dialogueId, dialogueId));
  for (const row of rows) if (row.state !== "ended" && row.state !== "cancelled") await sessionChanged(tx, row, "admission");
}
