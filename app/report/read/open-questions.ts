import type { ReportContent } from "../gather/content.ts";
import { asksFit, verdictIn } from "../gather/verdicts.ts";
import type { ReportPage } from "../publish/page.ts";

/** What a report leaves open, by rule: nobody's opinion. */
export interface OpenQuestions {
  /** Insights by number, on which practice is divided, and on which it gives no clear verdict yet. */
  readonly divided: readonly number[];
  readonly undecided: readonly number[];
  /** Fields and kinds of party, by name. */
  readonly thin: readonly string[];
  /** How many needs fit no theme. */
  readonly unplaced: number;
  /** Where the programme is open: themes that it does not answer. */
  readonly unanswered: ReportContent["themes"];
}

export function openQuestionsOf(page: ReportPage): OpenQuestions {
  const { insights, themes, unplaced, programme } = page.content;
  const verdicts = asksFit(page) ? insights.map((one) => [one.number, verdictIn(page, one).verdict.status] as const) : [];
  const of = (...some: readonly string[]) => verdicts.flatMap(([number, verdict]) => (some.includes(verdict) ? [number] : []));
  const answered = new Set([
    ...(programme?.answers ?? []).map(({ theme }) => theme),
    ...(programme?.items ?? []).flatMap((item) => item.themes),
  ]);
  return {
    divided: of("contested"),
    undecided: of("undecided", "too-few"),
    thin: thinlyHeard(page.content),
    unplaced: unplaced.length,
    unanswered: programme ? themes.filter(({ id }) => !answered.has(id)) : [],
  };
}

export const isAnythingOpen = ({ divided, undecided, thin, unplaced, unanswered }: OpenQuestions): boolean =>
  divided.length + undecided.length + thin.length + unplaced + unanswered.length > 0;

/** Fields and kinds of party of which less than half of the people aimed at took part, where that number may be told. */
export function thinlyHeard({
  fields,
  parties,
  taken: { table },
}: Pick<ReportContent, "fields" | "parties" | "taken">): string[] {
  const thin = (side: "fields" | "parties", list: readonly { id: string; name: string; target: number | null }[]) =>
    list.flatMap(({ id, name, target }) => {
      const size = table[side].find((row) => row.id === id)?.size;
      return size?.status === "people" && target !== null && size.people < target / 2 ? [name] : [];
    });
  return [...thin("fields", fields), ...thin("parties", parties)];
}
