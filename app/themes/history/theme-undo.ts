import type { ContributionId, ThemeId } from "../../platform/ids.ts";
import { couldFollow, needsOf, type Refusal, replay, type ThemeOperation, type Themes } from "./theme-history.ts";

/** One operation as it is kept: `step` holds together what one press of a button did. */
export type Done = {
  readonly operation: ThemeOperation;
  readonly step: number;
  /** The step that this one put back. */
  readonly undoes: number | null;
};

export type Undone =
  | {
      readonly status: "possible";
      readonly operations: readonly ThemeOperation[];
      /** Themes that come back under a new id, with the id they had: what is gone stays gone in the history. */
      readonly revived: readonly { readonly from: ThemeId; readonly as: ThemeId }[];
    }
  | Refusal
  | { readonly status: "refused"; readonly code: "undone" | "changed-since" | "nothing-to-undo" };

/** What was done by step, and which steps were put back. */
export interface Steps {
  /** Places in the history of what a step did, in order. */
  readonly of: ReadonlyMap<number, readonly number[]>;
  readonly undone: ReadonlySet<number>;
  /** Themes that were put back under another id: what was done with the old one before is about the new one now. */
  readonly nowCalled: ReadonlyMap<ThemeId, ThemeId>;
}
export function stepsOf(done: readonly Done[]): Steps {
  const of = new Map<number, number[]>();
  const undone = new Set<number>();
  const nowCalled = new Map<ThemeId, ThemeId>();
  for (const [at, { step, undoes }] of done.entries()) {
    const own = of.get(step);
    if (own) own.push(at);
    else of.set(step, [at]);
    if (undoes === null) continue;
    undone.add(undoes);
    for (const before of of.get(undoes) ?? []) {
      const [old, back] = [goneBy(done[before]?.operation), cameBy(done[at]?.operation)];
      if (old && back) nowCalled.set(old, back);
    }
  }
  return { of, undone, nowCalled };
}

/**
 * What puts a step back: nothing is taken out of the history, the opposite is added to it.
 * Refused once others built on it: putting back must not move what somebody else placed.
 * @param fresh an id for a theme that has to come back
 * @param now what `done` comes to, where it is known already
 */
export function undo(
  done: readonly Done[],
  step: number,
  fresh: ThemeId,
  now = replay(done.map(({ operation }) => operation)),
  steps = stepsOf(done),
): Undone {
  if (steps.undone.has(step)) return { status: "refused", code: "undone" };
  const operations: ThemeOperation[] = [];
  const revived: { from: ThemeId; as: ThemeId }[] = [];
  for (const at of [...(steps.of.get(step) ?? [])].reverse()) {
    const operation = done[at]?.operation;
    const back = operation ? inverse({ now, done, steps }, operation, at, fresh) : null;
    if (back === "changed-since") return { status: "refused", code: back };
    if (!operation || back === null) continue;
    operations.push(back);
    const gone = goneBy(operation);
    if (gone) revived.push({ from: gone, as: fresh });
  }
  if (!couldFollow(now, operations)) return { status: "refused", code: "changed-since" };
  return operations.length === 0 ? { status: "refused", code: "nothing-to-undo" } : { status: "possible", operations, revived };
}

/** The theme that this takes away. */
const goneBy = (operation: ThemeOperation | undefined): ThemeId | null =>
  operation?.kind === "merge" ? operation.from : operation?.kind === "remove" ? operation.theme : null;
/** The theme that this makes. */
const cameBy = (operation: ThemeOperation | undefined): ThemeId | null =>
  operation?.kind === "split" ? operation.into : operation?.kind === "add" ? operation.theme : null;

interface Known {
  readonly now: Themes;
  readonly done: readonly Done[];
  readonly steps: Steps;
}

/** null: nothing to put back. */
function inverse(known: Known, operation: ThemeOperation, at: number, fresh: ThemeId): ThemeOperation | null | "changed-since" {
  const { now, steps } = known;
  const called = (theme: ThemeId): ThemeId => {
    const next = steps.nowCalled.get(theme);
    return next === undefined || next === theme ? theme : called(next);
  };
  switch (operation.kind) {
    case "rename": {
      const theme = called(operation.theme);
      if (operation.before === undefined) return null;
      return isRenamedSince(known, at, (one) => called(one) === theme)
        ? "changed-since"
        : { kind: "rename", theme, as: operation.before };
    }
    case "add":
      return { kind: "remove", theme: called(operation.theme) };
    case "remove":
      return { kind: "add", theme: fresh };
    case "place":
      return { kind: "unplace", need: operation.need, from: called(operation.theme) };
    case "move":
      return { kind: "move", need: operation.need, from: called(operation.to), to: called(operation.from) };
    case "unplace":
      return { kind: "place", need: operation.need, theme: called(operation.from) };
    case "split": {
      const [from, into] = [called(operation.from), called(operation.into)];
      const inside = needsOf(now, into);
      const same = inside.length === new Set(operation.needs).size && inside.every((need) => operation.needs.includes(need));
      return same ? { kind: "merge", from: into, into: from } : "changed-since";
    }
    case "merge": {
      const into = called(operation.into);
      const taken = takenBy(now, at);
      if (taken.length === 0) return { kind: "add", theme: fresh };
      const still = taken.every((need) => now.places.get(need) === into && isAsItWas(known, need, at));
      return still ? { kind: "split", from: into, into: fresh, needs: taken } : "changed-since";
    }
  }
}

/** Whether it got other words since, which were not put back. */
function isRenamedSince({ done, steps }: Known, since: number, isTheme: (theme: ThemeId) => boolean): boolean {
  for (let at = since + 1; at < done.length; at++) {
    const one = done[at];
    if (one?.operation.kind !== "rename" || one.undoes !== null || steps.undone.has(one.step)) continue;
    if (isTheme(one.operation.theme)) return true;
  }
  return false;
}

/** Whether all that was done with a need since was put back. */
function isAsItWas({ now, done, steps }: Known, need: ContributionId, since: number): boolean {
  return (now.trails.get(need) ?? []).every(({ operation }) => {
    const one = done[operation];
    return operation <= since || one === undefined || one.undoes !== null || steps.undone.has(one.step);
  });
}

const takenBy = (state: Themes, at: number): ContributionId[] =>
  [...state.trails].filter(([, trail]) => trail.some(({ operation }) => operation === at)).map(([need]) => need);
