import type { PersonId, ThemeId } from "../../platform/ids.ts";
import { undo } from "../history/theme-undo.ts";
import type { Decision } from "./desk.ts";
import type { DeskState, DoneLine } from "./desk-state.ts";

const mostTold = 8;

/** Decisions, newest first: the last eight, and the last of the reader that can be put back. Only those of which the need is still to be read say what it was. */
export function decisionsOf(
  { history: { done, state }, steps, rows, needs, names }: DeskState,
  me: PersonId,
): { readonly decisions: readonly Decision[]; readonly back: Decision | null } {
  const nameOf = (id: ThemeId | undefined) => (id ? (rows.get(id)?.name ?? null) : null);
  const isPossible = (step: number) => undo(done, step, "" as ThemeId, state, steps).status === "possible";
  const lines = (step: number): DoneLine[] => (steps.of.get(step) ?? []).flatMap((at) => done[at] ?? []);

  function decisionOf(step: number): Decision[] {
    const own = lines(step);
    const [first] = own;
    if (!first) return [];
    const { operation, byId, undoes } = own.find((one) => one.operation.kind !== "add") ?? first;
    const moved = own.flatMap((one) =>
      "need" in one.operation ? [one.operation.need] : "needs" in one.operation ? one.operation.needs : [],
    );
    const [only] = moved;
    const to =
      "into" in operation
        ? operation.into
        : "to" in operation
          ? operation.to
          : "theme" in operation
            ? operation.theme
            : undefined;
    const into = new Set(own.flatMap((one) => (one.operation.kind === "place" ? one.operation.theme : [])));
    const added = own.filter((one) => one.operation.kind === "add").length;
    return [
      {
        step,
        kind:
          added > 1 ? "begin" : added === 1 ? "add" : operation.kind === "rename" && operation.naming ? "named" : operation.kind,
        text: moved.length === 1 && only ? (needs.get(only)?.text ?? null) : null,
        count: added > 1 ? added : moved.length,
        theme: into.size > 1 ? null : nameOf(to),
        bySelf: first.sure,
        from: nameOf("from" in operation ? operation.from : undefined),
        by: byId ? (names.get(byId) ?? null) : null,
        mine: byId === me,
        undone: steps.undone.has(step),
        putsBack: undoes !== null,
        canUndo: isPossible(step),
      },
    ];
  }

  const newest = [...steps.of.keys()].reverse();
  const own = newest.find((step) => {
    const [first] = lines(step);
    return first?.byId === me && first.undoes === null && !steps.undone.has(step) && isPossible(step);
  });
  return {
    decisions: newest.slice(0, mostTold).flatMap(decisionOf),
    back: own === undefined ? null : (decisionOf(own)[0] ?? null),
  };
}
