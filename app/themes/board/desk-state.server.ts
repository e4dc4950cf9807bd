import type { Reader } from "../../platform/database/change.server.ts";
import type { ContributionId, DialogueId, PersonId } from "../../platform/ids.ts";
import type { DeskState, Need } from "../desk/desk-state.ts";
import { endOfLine, touchedSince } from "../desk/pile.server.ts";
import { follow } from "../history/history.server.ts";
import { stepsOf } from "../history/theme-undo.ts";
import { listBehind, listNeeds, listSure, listThemeRows, namesOf } from "../theme-store.server.ts";
import { listTogether } from "../together.server.ts";

/**
 * All that the desk of an analyst stands on. Everything the first time; after that only what changed.
 * @param before what was read earlier, which stays as it is
 */
export async function readState(db: Reader, dialogueId: DialogueId, before: DeskState | null): Promise<DeskState> {
  const seq = await endOfLine(db, dialogueId);
  const names = await namesOf(db, new Set(before?.history.done.map(({ byId }) => byId)));
  if (before?.seq === seq) return { ...before, names };
  const touched = before ? await touchedSince(db, dialogueId, before.seq) : null;
  const history = await follow(db, dialogueId, before?.history);
  const sameHistory = history === before?.history;
  const words = before && touched ? await withTouched(db, dialogueId, before, touched) : await readWords(db, dialogueId);
  return {
    seq,
    history,
    steps: sameHistory ? before.steps : stepsOf(history.done),
    rows: await listThemeRows(db, dialogueId),
    sure: sameHistory ? before.sure : await listSure(db, dialogueId),
    names: sameHistory ? names : await namesOf(db, new Set(history.done.map(({ byId }) => byId))),
    ...words,
  };
}

type Words = Pick<DeskState, "needs" | "behind" | "together" | "words">;

async function readWords(db: Reader, dialogueId: DialogueId): Promise<Words> {
  const needs = await listNeeds(db, dialogueId);
  const behind = await listBehind(db, dialogueId);
  const together = await listTogether(db, dialogueId);
  return { needs: new Map(needs.map((need) => [need.id, need])), behind, together, words: crypto.randomUUID() };
}

async function withTouched(
  db: Reader,
  dialogueId: DialogueId,
  { needs, behind, together, words }: Words,
  touched: readonly ContributionId[],
): Promise<Words> {
  if (touched.length === 0) return { needs, behind, together, words };
  const [some, people] = [await listNeeds(db, dialogueId, touched), await listBehind(db, dialogueId, touched)];
  const nextNeeds = new Map<ContributionId, Need>(needs);
  const nextBehind = new Map<ContributionId, ReadonlySet<PersonId>>(behind);
  for (const id of touched) {
    nextNeeds.delete(id);
    nextBehind.delete(id);
  }
  for (const need of some) nextNeeds.set(need.id, need);
  for (const [id, own] of people) nextBehind.set(id, own);
  const inOrder = [...nextNeeds.values()].sort((a, b) => a.number - b.number);
  return {
    needs: new Map(inOrder.map((need) => [need.id, need])),
    behind: nextBehind,
    // One deed at a table is about several needs, and names one.
    together: await listTogether(db, dialogueId),
    words: crypto.randomUUID(),
  };
}
