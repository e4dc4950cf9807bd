import type { Reader } from "../../platform/database/change.server.ts";
import type { ContributionId, DialogueId } from "../../platform/ids.ts";
import { type Desk, type DeskQuery, type ListAnswer, type ListQuery, mostListed } from "../desk/desk.ts";
import type { DeskState } from "../desk/desk-state.ts";
import { type DeskView, layOut } from "../desk/desk-view.ts";
import { type Advice, type PackedAdvice, unpack } from "../suggestions/packed-advice.ts";
import { readState } from "./desk-state.server.ts";

interface Held {
  readonly state: DeskState;
  readonly advice: Advice | null;
  readonly view: DeskView;
}

const mostDialogues = 3;

export type DeskKeeper = ReturnType<typeof makeDeskKeeper>;

/** Holds the desks of dialogues and reads on what changed: for a worker, one question at a time. */
export function makeDeskKeeper(db: Reader) {
  const held = new Map<DialogueId, Held>();

  async function viewOf(dialogueId: DialogueId): Promise<DeskView> {
    const before = held.get(dialogueId);
    held.delete(dialogueId); // the last asked for stands last
    const state = await readState(db, dialogueId, before?.state ?? null);
    const advice = before?.advice ?? null;
    const now = before && isSame(state, before.state) ? before : { state, advice, view: layOut(state, advice) };
    held.set(dialogueId, now);
    for (const oldest of held.keys()) {
      if (held.size <= mostDialogues) break;
      held.delete(oldest);
    }
    return now.view;
  }

  return {
    async desk(dialogueId: DialogueId, query: DeskQuery): Promise<Desk> {
      return (await viewOf(dialogueId)).desk(query);
    },
    async list(dialogueId: DialogueId, query: ListQuery): Promise<ListAnswer> {
      return (await viewOf(dialogueId)).list(query);
    },
    /** Of a part of a list: the ids, 500 at most. */
    async ids(dialogueId: DialogueId, query: ListQuery): Promise<readonly ContributionId[]> {
      return (await viewOf(dialogueId)).found(query).slice(query.from, query.from + Math.min(query.count, mostListed));
    },
    async stand(dialogueId: DialogueId): Promise<string> {
      return (await viewOf(dialogueId)).stand;
    },
    /** @returns false when the advice is of texts that are not known here: then all of it is wanted */
    async advise(dialogueId: DialogueId, packed: PackedAdvice): Promise<boolean> {
      const before = held.get(dialogueId);
      const advice = unpack(packed, before?.advice ?? null);
      if (!advice) return false;
      const state = before?.state ?? (await readState(db, dialogueId, null));
      held.set(dialogueId, { state, advice, view: layOut(state, advice) });
      return true;
    },
  };
}

/** Whether one would lay out the same desk. */
const isSame = (one: DeskState, other: DeskState) =>
  one.history === other.history && one.words === other.words && namesOf(one) === namesOf(other);
const namesOf = ({ names, rows }: DeskState) => JSON.stringify([[...names], [...rows.values()]]);
