import { change, type Db, systemDeed } from "../../platform/database/change.server.ts";
import type { PersonId } from "../../platform/ids.ts";
import { groupingFor } from "../grouping/arrange.server.ts";
import { type DealAt, keepRound, prepareRound, type StepToDeal } from "../grouping/dealing.server.ts";
import { groupsIn, type SeatedGroup } from "./groups.server.ts";

/** So long before a step people see where they go; a browser asks a little earlier. */
const aheadMs = 10_000;
const earlierMs = 4_000;

/**
 * Where somebody goes in the next step, once that is shown: when the facilitator does so, or ten seconds before the end of this one.
 * Who asks first then has it dealt, from whoever is here.
 * @returns null while it is too early, and where people choose for themselves
 */
export async function seatAhead(
  db: Db,
  at: DealAt & { readonly step: StepToDeal; readonly personId: PersonId; readonly leftMs: number },
  present: () => Promise<readonly PersonId[]>,
): Promise<SeatedGroup | null> {
  if (at.step.mix === "theme") return null;
  const soon = at.leftMs <= aheadMs + earlierMs;
  let made = await groupingFor(db, at.step.id);
  if (!made && soon) {
    await dealAhead(db, { ...at, present: await present() });
    made = await groupingFor(db, at.step.id);
  }
  if (made?.state !== "proposed" || !(soon || made.shownAt)) return null;
  const groups = await groupsIn(db, [made.id]);
  return groups.find(({ members }) => members.includes(at.personId)) ?? null;
}

async function dealAhead(
  db: Db,
  at: DealAt & { readonly step: StepToDeal; readonly present: readonly PersonId[] },
): Promise<void> {
  const ready = await prepareRound(db, at);
  const deed = systemDeed(at.dialogueId, "grouping.propose", "step", at.step.id);
  await change(db, deed, async (tx, { unchanged }) => {
    // A whole hall asks at once.
    if (await groupingFor(tx, at.step.id)) return unchanged(undefined);
    await keepRound(tx, at.sessionId, ready, "proposed");
  });
}
