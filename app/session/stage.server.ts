import { broughtNeeds } from "../groups/gathering.server.ts";
import type { DialogueId, InsightId, SessionId } from "../ids.ts";
import { revealedOutcomes } from "../insights/outcomes.server.ts";
import type { Reader } from "../platform/change.server.ts";
import { readNaming } from "../themes/naming-view.server.ts";
import { countNeeds, readGroups, readSteps, readWall } from "./cockpit.server.ts";

const onTheWall = 6;

/**
 * What everybody may see at once: no name, no field, nothing from a table but how much lies there; and of that only what the
 * facilitator shows.
 */
export async function readStage(
  db: Reader,
  at: { readonly dialogueId: DialogueId; readonly sessionId: SessionId },
  shown: { readonly shows: string; readonly insightId?: InsightId },
  most = onTheWall,
) {
  const [steps, wall, counts, groups, brought, naming, results] = await Promise.all([
    readSteps(db, at.sessionId),
    shown.shows === "wall" ? readWall(db, at.sessionId, most * 3) : [],
    shown.shows === "wall" ? countNeeds(db, at.sessionId) : { needs: 0, people: 0 },
    shown.shows === "wall" ? readGroups(db, at.sessionId) : [],
    shown.shows === "brought" ? broughtNeeds(db, at.sessionId) : [],
    shown.shows === "naming" ? readNaming(db, at.sessionId, null) : null,
    shown.shows === "results" && shown.insightId ? readResults(db, at.dialogueId, shown.insightId) : null,
  ]);
  return {
    steps: steps.map(({ id, title, question, setting, seconds }) => ({ id, title, question, setting, seconds })),
    wall: wall
      .filter(({ state }) => state === "visible")
      .slice(0, most)
      .map(({ id, kind, text, at: said }) => ({ id, kind, text, at: said })),
    counts: { needs: counts.needs, people: counts.people },
    groups: groups.map(({ number, members, needs }) => ({ number, seats: members.length, needs })),
    brought,
    naming,
    results,
  };
}

/** The outcome as it was revealed. @returns null until it is */
async function readResults(db: Reader, dialogueId: DialogueId, id: InsightId) {
  const [shown] = await revealedOutcomes(db, dialogueId, id);
  return shown ?? null;
}
