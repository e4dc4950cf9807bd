import { asc, eq, sql } from "drizzle-orm";
import { session, step } from "../../dialogue/tables.ts";
import { change, type Db, deedBy, type Reader, type Tx } from "../../platform/database/change.server.ts";
import type { PersonId, SessionId, StepId } from "../../platform/ids.ts";
import { add, type Changed, move, remove, change as replace } from "./run-sheet.ts";
import type { Step, StepDraft } from "./step.ts";

export async function findSteps(db: Reader, sessionId: SessionId): Promise<readonly Step[]> {
  const rows = await db.select().from(step).where(eq(step.sessionId, sessionId)).orderBy(asc(step.position));
  return rows.map(
    ({ id, kind, seconds, leastSeconds, title, question, instruction, script, collects, setting, mix, groupSize, topics }) => ({
      id,
      kind,
      seconds,
      leastSeconds,
      title,
      question,
      instruction,
      script,
      collects,
      setting,
      mix,
      groupSize,
      topics,
    }),
  );
}

interface StepTime {
  readonly id: StepId;
  readonly seconds: number;
}
export type Edit =
  | { readonly kind: "save"; readonly id: StepId; readonly to: StepDraft; readonly seen: number }
  | { readonly kind: "add"; readonly step: Step; readonly at?: number }
  | { readonly kind: "append"; readonly steps: readonly Step[] }
  | { readonly kind: "move"; readonly id: StepId; readonly to: number }
  | { readonly kind: "minutes"; readonly id: StepId; readonly seconds: number }
  | { readonly kind: "times"; readonly times: readonly StepTime[] }
  | { readonly kind: "remove"; readonly id: StepId };
export type Edited =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: Extract<Changed<Step>, { ok: false }>["code"] | "changed" | "over" };

/** Parts that began already: they stay where they are. */
export function begunCount(state: string, currentStepId: StepId | null, steps: readonly { readonly id: StepId }[]): number {
  return state === "live" ? steps.findIndex((one) => one.id === currentStepId) + 1 : 0;
}

/** One change of the run sheet. A save that was based on an older sheet is answered "changed" and writes nothing. */
export async function editRunSheet(
  db: Db,
  of: { dialogueId: string; sessionId: SessionId },
  who: PersonId,
  edit: Edit,
  also?: (tx: Tx, before: readonly Step[]) => Promise<void>,
): Promise<Edited> {
  const deed = deedBy(who, of.dialogueId, `step.${edit.kind}`, "session", of.sessionId);
  return change(db, deed, async (tx, { unchanged }) => {
    const [now] = await tx.select().from(session).where(eq(session.id, of.sessionId));
    if (!now || now.state === "ended" || now.state === "cancelled") return unchanged({ ok: false, code: "over" });
    if (edit.kind === "save" && edit.seen !== now.version) return unchanged({ ok: false, code: "changed" });
    const steps = await findSteps(tx, of.sessionId);
    const changed = apply(steps, edit, begunCount(now.state, now.currentStepId, steps));
    if (!changed.ok) return unchanged(changed);
    await write(tx, of.sessionId, steps, changed.steps);
    await also?.(tx, steps);
    await tx
      .update(session)
      .set({ version: sql`${session.version} + 1` })
      .where(eq(session.id, of.sessionId));
    return { ok: true };
  });
}

function apply(steps: readonly Step[], edit: Edit, begun: number): Changed<Step> {
  if (edit.kind === "save") return replace(steps, edit.id, edit.to, begun);
  if (edit.kind === "minutes") return replace(steps, edit.id, { seconds: edit.seconds }, begun);
  if (edit.kind === "times")
    return edit.times.reduce<Changed<Step>>(
      (made, { id, seconds }) => (made.ok ? replace(made.steps, id, { seconds }, begun) : made),
      { ok: true, steps },
    );
  if (edit.kind === "add") return add(steps, edit.step, edit.at ?? steps.length, begun);
  if (edit.kind === "append") {
    let made: Changed<Step> = { ok: true, steps };
    for (const one of edit.steps) if (made.ok) made = add(made.steps, one, made.steps.length, begun);
    return made;
  }
  if (edit.kind === "move") return move(steps, edit.id, edit.to, begun);
  return remove(steps, edit.id, begun);
}

async function write(tx: Tx, sessionId: SessionId, before: readonly Step[], after: readonly Step[]): Promise<void> {
  for (const gone of before.filter((one) => !after.some(({ id }) => id === one.id)))
    await tx.delete(step).where(eq(step.id, gone.id));
  for (const [position, one] of after.entries()) {
    const row = { ...one, collects: [...one.collects], position };
    await tx
      .insert(step)
      .values({ sessionId, ...row })
      .onConflictDoUpdate({ target: step.id, set: row });
  }
}
