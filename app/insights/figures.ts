import type { FieldId, InsightId, PartyId } from "../ids.ts";
import { fewest, sum } from "../report/kept-rows.ts";
import { type Published, suppress } from "../report/suppression.ts";
import { enoughChanged } from "../report/versions.ts";
import { type Choice, countVerdicts, type Fit, type Verdict } from "./verdict-counts.ts";

/** What may be shown of one insight to everybody in the session: counted once for the reveal, after the rule of five. */
export type Figures = {
  readonly ballots: Published<Choice>;
  readonly fits: Published<Fit>;
  /** Fields from which five or more people said whether it fits; how many is not told here. */
  readonly heard: readonly FieldId[];
};

export function figuresOf(
  verdicts: readonly Verdict[],
  of: { readonly insightId: InsightId; readonly fields: readonly FieldId[]; readonly parties: readonly PartyId[] },
): Figures {
  const { insightId, fields, parties } = of;
  const [counted] = countVerdicts(verdicts, { insights: [insightId], fields, parties });
  if (!counted) throw new Error("one insight gives one count");
  const inField = (id: FieldId) => sum(counted.fits.cells.filter(({ field }) => field === id));
  return {
    ballots: suppress(counted.ballots),
    fits: suppress(counted.fits),
    heard: fields.filter((id) => inField(id) >= fewest),
  };
}

/**
 * Whether an outcome is counted again: not while fewer than five people chose since, or two looks side by side
 * would tell what one of them chose.
 */
export function countsAgain(figuresAt: Date | null, ballots: readonly { readonly at: Date }[]): boolean {
  return figuresAt === null || ballots.filter(({ at }) => at > figuresAt).length >= enoughChanged;
}
