import { and, eq, inArray } from "drizzle-orm";
import type { Outside } from "../dialogue/outside.ts";
import { step } from "../dialogue/tables.ts";
import type { Tx } from "../platform/database/change.server.ts";
import { matches } from "../platform/database/matches.server.ts";
import { Refused } from "../platform/http/refused.ts";
import type { InsightId } from "../platform/ids.ts";
import { insight } from "../session/insights/tables.ts";
import { circleFor, circleOutside, kindsFor, kindsOutside, mayTalk, ofTheCheck } from "./contribution.ts";
import type { ContributionWish } from "./contribution-form.ts";
import { groupOf } from "./table.server.ts";
import type { contribution } from "./tables.ts";
import type { Standing, Writer } from "./writer.server.ts";

type Place = Pick<typeof contribution.$inferInsert, "stepId" | "groupId" | "shared" | "phase">;

/** Outside the steps. What was prepared and comes when the session has begun, or is over, is kept as what it was meant for. */
export function placeOutside(moment: Outside, kind: ContributionWish["kind"], { state, outside }: Standing): Place {
  if (moment === "after" && outside === "before") throw new Refused("not-live");
  if (!kindsOutside[moment].includes(kind)) throw new Refused("not-in-this-step", 422);
  const phase = outside ?? (state === "live" ? "during" : moment);
  return { stepId: null, groupId: null, shared: circleOutside[moment], phase };
}

/** In the step for which it was written, at the table where the writer sat then. */
export async function placeInStep(tx: Tx, writer: Writer, wish: ContributionWish, standing: Standing): Promise<Place> {
  const at = await stepFor(tx, writer, wish, standing);
  const table = await groupOf(tx, { sessionId: writer.sessionId, step: at }, writer.personId);
  if (wish.kind === "talk" && at.setting === "group" && !table) throw new Refused("no-group");
  const phase = ofTheCheck(wish.kind) && standing.state !== "live" ? (standing.state === "ended" ? "after" : "before") : "during";
  return { stepId: at.id, groupId: table?.id ?? null, shared: circleFor(wish.kind, at.setting, table !== null), phase };
}

async function stepFor(tx: Tx, writer: Writer, wish: ContributionWish, standing: Standing) {
  const steps = await tx.select().from(step).where(eq(step.sessionId, writer.sessionId));
  const at = steps.find(({ id }) => id === wish.step);
  const now = steps.find(({ id }) => id === standing.currentStepId);
  if (!at) throw new Refused("unknown", 422);
  const open = standing.checks && ofTheCheck(wish.kind);
  if (!open && (!now || at.position > now.position)) throw new Refused("step-ahead");
  if (!(wish.kind === "talk" ? mayTalk(at) : kindsFor(at).includes(wish.kind))) throw new Refused("not-in-this-step", 422);
  return at;
}

export async function requireInsight(tx: Tx, writer: Writer, id: InsightId): Promise<void> {
  const [row] = await tx
    .select({ id: insight.id })
    .from(insight)
    .where(and(matches(insight, { id, dialogueId: writer.dialogueId }), inArray(insight.state, ["open", "replaced"])));
  if (!row) throw new Refused("unknown", 422);
}
