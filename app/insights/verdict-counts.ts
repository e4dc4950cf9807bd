import type { FieldId, InsightId, PartyId } from "../ids.ts";

export const choices = ["agree", "disagree", "skip", "not-my-field"] as const;
export type Choice = (typeof choices)[number];
export const fits = ["fits", "conditions", "not"] as const;
export type Fit = (typeof fits)[number];

/** What one person said of one insight, with field and party of that moment. */
export type Verdict = {
  readonly insightId: InsightId;
  readonly choice: Choice;
  readonly fit: Fit | null;
  readonly fieldId: FieldId | null;
  readonly partyId: PartyId | null;
};

/** People by field, party and column; only cells with people. Not fit to be shown before the rule of five went over it. */
export type Counted<C extends string> = {
  readonly fields: readonly FieldId[];
  readonly parties: readonly PartyId[];
  readonly columns: readonly C[];
  readonly cells: readonly { readonly field: string; readonly party: string; readonly column: C; readonly people: number }[];
};
export type VerdictCounts = { readonly insightId: InsightId; readonly ballots: Counted<Choice>; readonly fits: Counted<Fit> };

/**
 * Counts ballots and fits per insight, in the order of `insights`; one without verdicts counts nobody.
 * Somebody without a field or party counts in all, and in no row.
 * @param verdicts one per person and insight, the last one
 */
export function countVerdicts(
  verdicts: readonly Verdict[],
  {
    insights,
    fields,
    parties,
  }: { readonly insights: readonly InsightId[]; readonly fields: readonly FieldId[]; readonly parties: readonly PartyId[] },
): VerdictCounts[] {
  const perInsight = Map.groupBy(verdicts, ({ insightId }) => insightId);
  return insights.map((insightId) => {
    const own = perInsight.get(insightId) ?? [];
    return {
      insightId,
      ballots: { fields, parties, columns: choices, cells: cellsOf(own, ({ choice }) => choice) },
      fits: { fields, parties, columns: fits, cells: cellsOf(own, ({ fit }) => fit) },
    };
  });
}

function cellsOf<C extends string>(verdicts: readonly Verdict[], columnOf: (verdict: Verdict) => C | null): Counted<C>["cells"] {
  const cells = new Map<string, { field: string; party: string; column: C; people: number }>();
  for (const verdict of verdicts) {
    const column = columnOf(verdict);
    if (column === null) continue;
    const [field, party] = [verdict.fieldId ?? "", verdict.partyId ?? ""];
    const key = `${field} ${party} ${column}`;
    const cell = cells.get(key) ?? { field, party, column, people: 0 };
    cell.people++;
    cells.set(key, cell);
  }
  return [...cells.values()];
}
