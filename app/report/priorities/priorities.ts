import { fewest } from "../../disclosure/kept-rows.ts";
import type { ContributionId, PersonId } from "../../platform/ids.ts";
import type { Priorities } from "../gather/content.ts";

interface MarkedNeed {
  readonly id: ContributionId;
  readonly number: number;
  /** Who put a mark here; each at most one. */
  readonly people: readonly PersonId[];
}
export interface MarkedTheme {
  /** null: needs without a theme. */
  readonly name: string | null;
  readonly needs: readonly MarkedNeed[];
}

/**
 * Marks under the rule of five. A theme is shown when five people or more put a mark there; of its needs those that five people
 * marked, as long as what is left of the theme is nothing, or again five people or more. There is no sum over the themes, so
 * that what is withheld does not follow from what is shown.
 */
export function shownPriorities(themes: readonly MarkedTheme[]): Priorities {
  const marked = themes.filter(({ needs }) => needs.some(({ people }) => people.length > 0));
  const enough = marked.filter(({ needs }) => distinct(needs) >= fewest);
  const shown = enough.map(({ name, needs }) => ({
    name,
    marks: marks(needs),
    needs: shownNeeds(needs).map((need) => ({ id: need.id, number: need.number, marks: need.people.length })),
  }));
  return { themes: shown.sort((a, b) => b.marks - a.marks), withheld: marked.length - enough.length };
}

function shownNeeds(needs: readonly MarkedNeed[]): MarkedNeed[] {
  const shown = needs
    .filter(({ people }) => people.length >= fewest)
    .sort((a, b) => b.people.length - a.people.length || a.number - b.number);
  while (shown.length > 0) {
    const rest = needs.filter((need) => !shown.includes(need) && need.people.length > 0);
    if (rest.length === 0 || distinct(rest) >= fewest) break;
    shown.pop();
  }
  return shown;
}

const distinct = (needs: readonly MarkedNeed[]) => new Set(needs.flatMap(({ people }) => people)).size;
const marks = (needs: readonly MarkedNeed[]) => needs.reduce((all, { people }) => all + people.length, 0);
