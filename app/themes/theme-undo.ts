import type { ContributionId, ThemeId } from "../ids.ts";
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
}
export function stepsOf(done: readonly Done[]): Steps {
  const of = new Map<number, number[]>();
  const undone = new Set<number>();
  for (const [at, { step, undoes }] of done.entries()) {
    const own = of.get(step);
    if (own) own.push(at);
    else of.set(step, [at]);
    if (undoes !== null) undone.add(undoes);
  }
  return { of, undone };
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
    const back = operation ? inverse(now, operation, at, fresh) : null;
    if (back === "changed-since") return { status: "refused", code: back };
    if (!operation || back === null) continue;
    operations.push(back);
    if (operation.kind === "merge") revived.push({ from: operation.from, as: fresh });
    if (operation.kind === "remove") revived.push({ from: operation.theme, as: fresh });
  }
  if (!couldFollow(now, operations)) return { status: "refused", code: "changed-since" };
  return operations.length === 0 ? { status: "refused", code: "nothing-to-undo" } : { status: "possible", operations, revived };
}

/** null: a name has a place of its own, and is not put back here. */
function inverse(now: Themes, operation: ThemeOperation, at: number, fresh: ThemeId): ThemeOperation | null | "changed-since" {
  switch (operation.kind) {
    case "rename":
      return null;
    case "add":
      return { kind: "remove", theme: operation.theme };
    case "remove":
      return { kind: "add", theme: fresh };
    case "place":
      return { kind: "unplace", need: operation.need, from: operation.theme };
    case "move":
      return { kind: "move", need: operation.need, from: operation.to, to: operation.from };
    case "unplace":
      return { kind: "place", need: operation.need, theme: operation.from };
    case "split": {
      const inside = needsOf(now, operation.into);
      const same = inside.length === new Set(operation.needs).size && inside.every((need) => operation.needs.includes(need));
      return same ? { kind: "merge", from: operation.into, into: operation.from } : "changed-since";
    }
    case "merge": {
      const taken = takenBy(now, at);
      if (taken.length === 0) return { kind: "add", theme: fresh };
      const still = taken.every(
        (need) => now.places.get(need) === operation.into && now.trails.get(need)?.at(-1)?.operation === at,
      );
      return still ? { kind: "split", from: operation.into, into: fresh, needs: taken } : "changed-since";
    }
  }
}

const takenBy = (state: Themes, at: number): ContributionId[] =>
  [...state.trails].filter(([, trail]) => trail.some(({ operation }) => operation === at)).map(([need]) => need);
