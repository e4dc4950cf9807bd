import type { ContributionId, PersonId, ThemeId } from "../platform/ids.ts";
import type { Place, Themes } from "./history/theme-history.ts";

/** Every need in its one visible place: a visible theme, or not placed. */
export function standing(
  state: Pick<Themes, "themes" | "places">,
  needs: readonly ContributionId[],
): { readonly themes: ReadonlyMap<ThemeId, readonly ContributionId[]>; readonly notPlaced: readonly ContributionId[] } {
  const themes = new Map<ThemeId, ContributionId[]>();
  for (const [theme, { status }] of state.themes) if (status === "visible") themes.set(theme, []);
  const notPlaced: ContributionId[] = [];
  for (const need of needs) (themes.get(placeOf(state, need) ?? ("" as ThemeId)) ?? notPlaced).push(need);
  return { themes, notPlaced };
}

export function placeOf(state: Pick<Themes, "places">, need: ContributionId): Place {
  return state.places.get(need) ?? null;
}

/** The people behind a theme: behind one of its needs or more, each once. */
export function peopleBehind(
  needs: readonly ContributionId[],
  behind: ReadonlyMap<ContributionId, Iterable<PersonId>>,
): ReadonlySet<PersonId> {
  return new Set(needs.flatMap((need) => [...(behind.get(need) ?? [])]));
}

/** Where an old theme is found now: itself, or what it was merged into; null when it was removed or never was. */
export function themeNow(state: Themes, theme: ThemeId): ThemeId | null {
  const found = state.themes.get(theme);
  if (found === undefined || found.status === "removed") return null;
  return found.status === "visible" ? theme : themeNow(state, found.into);
}
