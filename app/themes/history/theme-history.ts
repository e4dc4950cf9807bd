import type { ContributionId, NamingId, ThemeId, WordingId } from "../../platform/ids.ts";
import { type Book, Layer } from "../desk/layer.ts";

/** What people do with themes, ids only: names and texts have one place of their own, where they can be erased. */
export type ThemeOperation =
  | { readonly kind: "add"; readonly theme: ThemeId }
  /** `before`: the words it had; `as`: it has those again; `naming`: chosen by the plenary, there. */
  | {
      readonly kind: "rename";
      readonly theme: ThemeId;
      readonly before?: WordingId;
      readonly as?: WordingId;
      readonly naming?: NamingId;
    }
  | { readonly kind: "place"; readonly need: ContributionId; readonly theme: ThemeId }
  | { readonly kind: "move"; readonly need: ContributionId; readonly from: ThemeId; readonly to: ThemeId }
  | { readonly kind: "unplace"; readonly need: ContributionId; readonly from: ThemeId }
  | { readonly kind: "merge"; readonly from: ThemeId; readonly into: ThemeId }
  | { readonly kind: "split"; readonly from: ThemeId; readonly into: ThemeId; readonly needs: readonly ContributionId[] }
  | { readonly kind: "remove"; readonly theme: ThemeId };

type ThemeStanding =
  | { readonly status: "visible"; readonly splitFrom: ThemeId | null }
  | { readonly status: "merged"; readonly into: ThemeId }
  | { readonly status: "removed" };

/** Null: not placed. */
export type Place = ThemeId | null;
type Step = {
  readonly from: Place;
  readonly to: Place;
  readonly kind: ThemeOperation["kind"];
  readonly operation: number;
};

/** Needs that are in no list here are not placed: a need that comes in later needs no operation. */
export type Themes = {
  readonly operations: number;
  readonly themes: ReadonlyMap<ThemeId, ThemeStanding>;
  readonly places: ReadonlyMap<ContributionId, ThemeId>;
  /** Where each need stood before, first step first; `operation` counts from 0. */
  readonly trails: ReadonlyMap<ContributionId, readonly Step[]>;
};

export type RefusalCode =
  | "unknown-theme"
  | "theme-gone"
  | "theme-exists"
  | "same-theme"
  | "stands-elsewhere"
  | "already-there"
  | "not-empty"
  | "nothing-chosen";
export type Refusal = { readonly status: "refused"; readonly code: RefusalCode };

export const noThemes: Themes = { operations: 0, themes: new Map(), places: new Map(), trails: new Map() };

/**
 * Applies one after another on one copy, however many there are; the given state stays as it is.
 * @param mayGoOn asked of each operation that is refused; it is left out, or nothing at all is applied
 */
export function applyEach(
  state: Themes,
  operations: Iterable<ThemeOperation>,
  mayGoOn: (operation: ThemeOperation, code: RefusalCode) => boolean,
): { readonly status: "applied"; readonly state: Themes; readonly done: readonly ThemeOperation[] } | Refusal {
  const draft = open(state);
  const done: ThemeOperation[] = [];
  for (const operation of operations) {
    const code = refusal(draft, operation);
    if (code === undefined) {
      perform(draft, operation);
      done.push(operation);
    } else if (!mayGoOn(operation, code)) return { status: "refused", code };
  }
  return { status: "applied", state: draft, done };
}

/**
 * The themes after all operations of a dialogue.
 * @throws RangeError when one cannot follow on those before it: then the stored list is not what was done
 */
export function replay(operations: readonly ThemeOperation[], from: Themes = noThemes): Themes {
  const draft = open(from);
  for (const operation of operations) {
    const code = refusal(draft, operation);
    if (code !== undefined) throw new RangeError(`theme operation ${draft.operations} (${operation.kind}) cannot be: ${code}`);
    perform(draft, operation);
  }
  return draft;
}

/** Whether all of these could follow, one after another; nothing is copied, however many needs there are. */
export function couldFollow(
  { operations: before, themes, places, trails }: Themes,
  operations: Iterable<ThemeOperation>,
): boolean {
  const draft: Draft = {
    operations: before,
    themes: new Layer(themes),
    places: new Layer(places),
    trails: new Layer(trails),
  };
  for (const operation of operations) {
    if (refusal(draft, operation) !== undefined) return false;
    perform(draft, operation);
  }
  return true;
}

type Draft = {
  operations: number;
  themes: Book<ThemeId, ThemeStanding>;
  places: Book<ContributionId, ThemeId>;
  trails: Book<ContributionId, readonly Step[]>;
};

function open({ operations, themes, places, trails }: Themes) {
  return { operations, themes: new Map(themes), places: new Map(places), trails: new Map(trails) };
}

function refusal(state: Draft, operation: ThemeOperation): RefusalCode | undefined {
  const usable = (theme: ThemeId): RefusalCode | undefined => {
    const standing = state.themes.get(theme);
    return standing === undefined ? "unknown-theme" : standing.status === "visible" ? undefined : "theme-gone";
  };
  const stands = (need: ContributionId, theme: Place) =>
    (state.places.get(need) ?? null) === theme ? undefined : "stands-elsewhere";
  switch (operation.kind) {
    case "add":
      return state.themes.has(operation.theme) ? "theme-exists" : undefined;
    case "rename":
      return usable(operation.theme);
    case "place":
      if (state.places.get(operation.need) === operation.theme) return "already-there";
      return usable(operation.theme) ?? stands(operation.need, null);
    case "move":
      if (operation.from === operation.to) return "same-theme";
      if (state.places.get(operation.need) === operation.to) return "already-there";
      return usable(operation.to) ?? stands(operation.need, operation.from);
    case "unplace":
      return state.places.has(operation.need) ? stands(operation.need, operation.from) : "already-there";
    case "merge":
      if (operation.from === operation.into) return "same-theme";
      return usable(operation.from) ?? usable(operation.into);
    case "split":
      if (operation.needs.length === 0) return "nothing-chosen";
      if (state.themes.has(operation.into)) return "theme-exists";
      return (
        usable(operation.from) ??
        (operation.needs.every((need) => !stands(need, operation.from)) ? undefined : "stands-elsewhere")
      );
    case "remove":
      return usable(operation.theme) ?? ([...state.places.values()].includes(operation.theme) ? "not-empty" : undefined);
  }
}

function perform(draft: Draft, operation: ThemeOperation) {
  const put = (need: ContributionId, to: Place) => {
    const from = draft.places.get(need) ?? null;
    if (to === null) draft.places.delete(need);
    else draft.places.set(need, to);
    draft.trails.set(need, [...(draft.trails.get(need) ?? []), { from, to, kind: operation.kind, operation: draft.operations }]);
  };
  switch (operation.kind) {
    case "add":
      draft.themes.set(operation.theme, { status: "visible", splitFrom: null });
      break;
    case "rename":
      break; // the name has its own place; this line says when it changed
    case "place":
      put(operation.need, operation.theme);
      break;
    case "move":
      put(operation.need, operation.to);
      break;
    case "unplace":
      put(operation.need, null);
      break;
    case "merge":
      for (const need of needsOf(draft, operation.from)) put(need, operation.into);
      draft.themes.set(operation.from, { status: "merged", into: operation.into });
      break;
    case "split":
      draft.themes.set(operation.into, { status: "visible", splitFrom: operation.from });
      for (const need of new Set(operation.needs)) put(need, operation.into);
      break;
    case "remove":
      draft.themes.set(operation.theme, { status: "removed" });
      break;
  }
  draft.operations++;
}

/** The needs of a theme, in the order in which they came to be placed. */
export function needsOf(state: { readonly places: Iterable<[ContributionId, ThemeId]> }, theme: ThemeId): ContributionId[] {
  return [...state.places].filter(([, place]) => place === theme).map(([need]) => need);
}
