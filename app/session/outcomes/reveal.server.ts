import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { change, type Db } from "../../platform/database/change.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, InsightId, PersonId } from "../../platform/ids.ts";
import { insight } from "../insights/tables.ts";
import { noFigures } from "./figures.ts";
import { listsOf, tellInsights } from "./telling.server.ts";

/** Shows the outcome of one version of an insight, or of all; what is shown already keeps its moment and is counted again when it may be. */
export async function revealInsights(db: Db, dialogueId: DialogueId, who: PersonId, which: InsightId | "all"): Promise<void> {
  await change(db, deedOf(dialogueId, who, "insight.reveal", which), async (tx, { now }) => {
    const rows = await tx
      .select({ id: insight.id, revealedAt: insight.revealedAt })
      .from(insight)
      .where(
        and(
          eq(insight.dialogueId, dialogueId),
          inArray(insight.state, ["open", "replaced"]),
          which === "all" ? undefined : eq(insight.id, which),
        ),
      );
    if (rows.length === 0 && which !== "all") throw new Refused("gone", 404);
    await tellInsights(tx, dialogueId, now, new Map(rows.map(({ id }) => [id, "breakdown"])));
    const nothing = noFigures(await listsOf(tx, dialogueId));
    for (const row of rows)
      await tx
        .update(insight)
        .set({ revealedAt: row.revealedAt ?? now, figures: sql`coalesce(${insight.figures}, ${JSON.stringify(nothing)}::jsonb)` })
        .where(eq(insight.id, row.id));
  });
}

/** Takes the outcome off every screen; what was counted stays, so that showing it again tells nothing new of one person. */
export async function coverInsights(db: Db, dialogueId: DialogueId, who: PersonId, which: InsightId | "all"): Promise<void> {
  await change(db, deedOf(dialogueId, who, "insight.cover", which), async (tx, { unchanged }) => {
    const covered = await tx
      .update(insight)
      .set({ revealedAt: null })
      .where(
        and(
          eq(insight.dialogueId, dialogueId),
          isNotNull(insight.revealedAt),
          which === "all" ? undefined : eq(insight.id, which),
        ),
      )
      .returning({ id: insight.id });
    if (covered.length === 0) unchanged(undefined);
  });
}

/** A participant's own insight joins the check, last in line, or does not, with a reason its writer reads. Judged twice, the first counts. */
export async function judgeInsight(
  db: Db,
  dialogueId: DialogueId,
  who: PersonId,
  id: InsightId,
  verdict: { readonly accept: true } | { readonly accept: false; readonly reason: string },
): Promise<void> {
  const what = verdict.accept ? "insight.accept" : "insight.refuse";
  await change(db, deedOf(dialogueId, who, what, id), async (tx, { unchanged }) => {
    const list = await tx.select().from(insight).where(eq(insight.dialogueId, dialogueId)).orderBy(asc(insight.position));
    const found = list.find((one) => one.id === id);
    if (!found) throw new Refused("gone", 404);
    if (found.state !== "proposed") return unchanged(undefined);
    const position = Math.max(0, ...list.filter(({ state }) => state === "open").map((one) => one.position + 1));
    await tx
      .update(insight)
      .set(verdict.accept ? { state: "open", position } : { state: "refused", reason: verdict.reason })
      .where(eq(insight.id, id));
  });
}

function deedOf(dialogueId: DialogueId, who: PersonId, what: string, which: string) {
  const subject = which === "all" ? { kind: "dialogue", id: dialogueId } : { kind: "insight", id: which };
  return { scope: dialogueId, actor: { person: who }, what, subject };
}
