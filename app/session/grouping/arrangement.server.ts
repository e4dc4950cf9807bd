import { asc, eq } from "drizzle-orm";
import { step } from "../../dialogue/tables.ts";
import type { Db, Reader } from "../../platform/database/change.server.ts";
import type { PersonId, StepId } from "../../platform/ids.ts";
import { makesGroups } from "../../prepare/run-sheet/step.ts";
import { groupsIn } from "../group/groups.server.ts";
import { seatWish } from "../group/tables.ts";
import { mayUndo, undoMs } from "../group/undo.ts";
import { presentIn } from "../live/presence.server.ts";
import { groupingFor } from "./arrange.server.ts";
import type { Arrangement } from "./arrangement.ts";
import { quality } from "./deal-quality.ts";
import { dealable, earlierPairs, mix, seatWishes } from "./dealable.server.ts";
import { type DealAt, planRepair } from "./dealing.server.ts";
import { gaveWay } from "./gave-way.ts";

/** Steps that make groups of their own: each has its arrangement. */
export async function stepsToDeal(db: Reader, sessionId: DealAt["sessionId"]) {
  const rows = await db.select().from(step).where(eq(step.sessionId, sessionId)).orderBy(asc(step.position));
  return rows.filter((one) => one.setting === "group" && makesGroups(one.mix));
}

/** The one that the facilitator most likely looks for: that of the groups people sit in, else the next. */
export function likelyStep<T extends { readonly id: StepId; readonly position: number }>(
  steps: readonly T[],
  now: { readonly position: number; readonly setting: string } | null,
): T | undefined {
  if (!now) return steps[0];
  if (now.setting === "group") return steps.findLast(({ position }) => position <= now.position) ?? steps[0];
  return steps.find(({ position }) => position > now.position) ?? steps.at(-1);
}

/** How people sit in one step, or would sit, and how good that is. */
export async function readArrangement(
  db: Db,
  at: DealAt & { readonly stepId: StepId; readonly who: PersonId },
): Promise<Arrangement> {
  const made = await groupingFor(db, at.stepId);
  const [all, wishes, wishRows, here] = await Promise.all([
    dealable(db, at),
    seatWishes(db, at.sessionId),
    db.select().from(seatWish).where(eq(seatWish.sessionId, at.sessionId)),
    presentIn(db, at.sessionId),
  ]);
  const present = all.filter(({ id }) => here.has(id)).length;
  const shown = wishRows.map(({ aId, bId, kind }) => ({ a: aId, b: bId, kind }));
  const counts = { dealable: all.length, present };
  if (!made)
    return { state: null, groups: [], quality: null, gaveWay: [], wishes: shown, counts, repair: null, undoMs: 0, shown: false };

  const [groups, earlier, plan] = await Promise.all([
    groupsIn(db, [made.id]),
    made.state === "proposed" ? earlierPairs(db, at.sessionId) : [],
    planRepair(db, { ...at, present: [...here] }, made),
  ]);
  const sat = groups.filter(({ members }) => members.length > 0);
  const ids = sat.map(({ members }) => members);
  const known = new Map(all.map((one) => [one.id, one]));
  const fields = ids.map((members) => new Set(members.map((id) => known.get(id)?.attributes.field ?? "").filter(Boolean)).size);
  const found = quality(all, ids, mix, earlier);
  return {
    state: made.state,
    groups: groups.map(({ id, number, topic, seats }) => ({
      id,
      number,
      topic,
      seats: seats.map(({ personId, locked }) => ({ personId, locked })),
    })),
    quality: {
      groups: sat.length,
      least: Math.min(...ids.map(({ length }) => length)),
      most: Math.max(0, ...ids.map(({ length }) => length)),
      fields: fields.length === 0 ? 0 : fields.reduce((sum, n) => sum + n, 0) / fields.length,
      again: found.repeatedPairs,
      /** Only ahead of the step it is known who would meet again. */
      knowsAgain: made.state === "proposed",
    },
    gaveWay: gaveWay(all, ids, { mix, earlier, ...wishes }, found).filter(({ wish }) => wish !== "met"),
    wishes: shown,
    counts,
    repair: { moves: plan.moves.length, unseated: plan.moves.filter(({ from }) => from === null).length },
    undoMs: mayUndo(made.before, at.who, Date.now() + 5_000) ? Math.max(0, (made.before?.at ?? 0) + undoMs - Date.now()) : 0,
    shown: made.shownAt !== null,
  };
}
