import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId, InsightId, SessionId } from "../../platform/ids.ts";
import { readNaming } from "../../themes/naming/naming-view.server.ts";
import { readGroups, readSteps } from "../cockpit/cockpit.server.ts";
import type { Side, Together } from "../cockpit/together.ts";
import { broughtNeeds } from "../group/gathering.server.ts";
import { focusedInsight } from "../insights/focus.server.ts";
import type { Part } from "../insights/part.ts";
import { revealedOutcomes } from "../outcomes/outcomes.server.ts";
import { revealedTogether } from "../results/drawn.server.ts";
import { findingOf } from "../results/finding.ts";
import { countNeeds, readWall } from "./wall.server.ts";

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
  const [focus, steps, wall, counts, groups, brought, naming, results, together] = await Promise.all([
    shown.shows === "question" ? focusedInsight(db, at.sessionId) : null,
    readSteps(db, at.sessionId),
    shown.shows === "wall" ? readWall(db, at.sessionId, most * 10) : [],
    shown.shows === "wall" ? countNeeds(db, at.sessionId) : { needs: 0, people: 0 },
    shown.shows === "wall" ? readGroups(db, at.sessionId) : [],
    shown.shows === "brought" ? broughtNeeds(db, at.sessionId) : [],
    shown.shows === "naming" ? readNaming(db, at.sessionId, null) : null,
    shown.shows === "results" && shown.insightId ? readResults(db, at.dialogueId, shown.insightId) : null,
    shown.shows === "results" && !shown.insightId ? readTogether(db, at.dialogueId) : null,
  ]);
  return {
    focus,
    steps: steps.map(({ id, title, question, setting, seconds }) => ({ id, title, question, setting, seconds })),
    wall: wall
      .filter(({ onScreen }) => onScreen)
      .slice(0, most)
      .map(({ id, kind, text, at: said }) => ({ id, kind, text, at: said })),
    counts: { needs: counts.needs, people: counts.people },
    groups: groups.map(({ number, members, needs }) => ({ number, seats: members.length, needs })),
    brought,
    naming,
    results,
    together,
  };
}

/** The outcome as it was revealed. @returns null until it is */
async function readResults(db: Reader, dialogueId: DialogueId, id: InsightId) {
  const [shown] = await revealedOutcomes(db, dialogueId, id);
  return shown ?? null;
}

/** As much as can be read from ten metres. */
const mostOnScreen = { shared: 3, divided: 2 };

/** What all together come to. @returns null until all outcomes are revealed, or when there is too little for it */
async function readTogether(db: Reader, dialogueId: DialogueId): Promise<Together | null> {
  const found = await revealedTogether(db, dialogueId);
  if (!found || found.results.status === "too-few-votes") return null;
  const { results, insights, lists } = found;
  const about = (statement: string) =>
    insights.filter(({ id }) => id === statement).map(({ number, text }) => ({ number, text }));
  const side = ({ who, ...part }: Part & { readonly who: string }): Side => ({
    ...part,
    letter: who,
    field: lists.fields.find(({ id }) => id === who)?.name ?? null,
  });
  return {
    finding: findingOf(results),
    shared: [...results.agreed, ...results.rejected]
      .slice(0, mostOnScreen.shared)
      .flatMap(({ statement, choice, lowest, parts, all }) =>
        about(statement).map((told) => ({
          ...told,
          choice,
          lowest,
          nearly: [...parts, ...(parts.length === 0 && all ? [all] : [])].every(({ nearly }) => nearly !== undefined),
        })),
      ),
    divided: results.divided
      .slice(0, mostOnScreen.divided)
      .flatMap(({ statement, most, least }) =>
        about(statement).map((told) => ({ ...told, most: side(most), least: side(least) })),
      ),
  };
}
