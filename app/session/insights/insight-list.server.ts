import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { contribution, insightCause } from "../../contribution/tables.ts";
import { change, type Db, deedBy, type Moment, type Reader, type Tx } from "../../platform/database/change.server.ts";
import type { DialogueId, InsightId, PersonId } from "../../platform/ids.ts";
import { ballot, insight } from "./tables.ts";

/** The insights of a dialogue in the organiser's order; `voted` tells that the text is fixed. Never who voted, or how. */
export async function listInsights(db: Reader, dialogueId: DialogueId) {
  return db
    .select({
      id: insight.id,
      number: insight.number,
      text: insight.text,
      source: insight.source,
      state: insight.state,
      version: insight.version,
      voted: sql<boolean>`exists (select 1 from ${ballot} where ${ballot.insightId} = ${insight.id})`,
    })
    .from(insight)
    .where(and(eq(insight.dialogueId, dialogueId), inArray(insight.state, ["open", "proposed"])))
    .orderBy(asc(insight.position), asc(insight.number));
}

export type ListEdit =
  | { readonly kind: "add"; readonly id: InsightId; readonly text: string; readonly source: string }
  | { readonly kind: "save"; readonly id: InsightId; readonly text: string; readonly source: string }
  | { readonly kind: "up" | "down" | "remove"; readonly id: InsightId };
export type ListEdited = { readonly ok: true } | { readonly ok: false; readonly code: "voted" | "gone" };

/** One change of the list. An insight that was voted on keeps its text and its place in the check. */
export async function editInsights(db: Db, dialogueId: DialogueId, who: PersonId, edit: ListEdit): Promise<ListEdited> {
  const deed = deedBy(who, dialogueId, `insight.${edit.kind}`, "insight", edit.id);
  return change(db, deed, async (tx, { unchanged }) => {
    const list = await listInsights(tx, dialogueId);
    if (edit.kind === "add") return add(tx, dialogueId, list.length, edit);
    const at = list.findIndex((one) => one.id === edit.id);
    const found = list[at];
    if (!found) return unchanged({ ok: false, code: "gone" });
    if (edit.kind === "up" || edit.kind === "down") {
      const order = list.map((one) => one.id);
      const to = edit.kind === "up" ? at - 1 : at + 1;
      if (to >= 0 && to < order.length) order.splice(to, 0, ...order.splice(at, 1));
      for (const [position, id] of order.entries()) await tx.update(insight).set({ position }).where(eq(insight.id, id));
      return { ok: true };
    }
    const textSame = edit.kind === "save" && edit.text === found.text;
    if (found.voted && !textSame) return unchanged({ ok: false, code: "voted" });
    if (edit.kind === "remove" && found.version > 1) return takeVersionBack(tx, edit.id, unchanged);
    const to = edit.kind === "save" ? { text: edit.text, source: edit.source } : { state: "removed" as const };
    await tx.update(insight).set(to).where(eq(insight.id, edit.id));
    return { ok: true };
  });
}

/** New words that nobody voted on yet go altogether, and the former ones are tested again. */
async function takeVersionBack(tx: Tx, id: InsightId, unchanged: Moment["unchanged"]): Promise<ListEdited> {
  if ((await tx.$count(contribution, eq(contribution.insightId, id))) > 0) return unchanged({ ok: false, code: "voted" });
  await tx.delete(insightCause).where(eq(insightCause.insightId, id));
  const [gone] = await tx.delete(insight).where(eq(insight.id, id)).returning({ before: insight.replacesId });
  if (gone?.before) await tx.update(insight).set({ state: "open" }).where(eq(insight.id, gone.before));
  return { ok: true };
}

async function add(
  tx: Tx,
  dialogueId: DialogueId,
  position: number,
  made: { id: InsightId; text: string; source: string },
): Promise<ListEdited> {
  const [last] = await tx
    .select({ n: sql<number>`coalesce(max(${insight.number}), 0)` })
    .from(insight)
    .where(eq(insight.dialogueId, dialogueId));
  // The id comes with the form: a double click adds one.
  await tx
    .insert(insight)
    .values({ id: made.id, dialogueId, number: Number(last?.n ?? 0) + 1, position, text: made.text, source: made.source })
    .onConflictDoNothing();
  return { ok: true };
}
