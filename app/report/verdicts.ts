import { type ToldVerdict, tellVerdict } from "../insights/told-verdict.ts";
import { verdictOf } from "../insights/verdict.ts";
import { holdsIn } from "../results/results.ts";
import type { TestedWords } from "./content.ts";
import { quoteOf, type ReportPage } from "./page.ts";

/** The verdict on an insight of a version: from the figures it holds, with the conditions as they may be read now. */
export function verdictIn(page: ReportPage, { id, ballots, fits, heard, conditions }: TestedWords): ToldVerdict {
  const { fields, parties, results } = page.content;
  const said = conditions.flatMap(({ id, people }) => {
    const quote = quoteOf(page, id);
    return quote.status === "there" ? [{ id, people, text: quote.text }] : [];
  });
  const verdict = verdictOf(
    { ballots, fits, heard: heard ?? [], conditions: said, groups: holdsIn(results, id) },
    fields.map(({ id }) => id),
  );
  return tellVerdict(verdict, { fields, parties }, said);
}

/** Whether anybody was asked if it fits; in an imported conversation nobody was. */
export const asksFit = ({ content }: ReportPage): boolean =>
  content.fields.length > 0 || content.insights.some(({ fits }) => fits.total.status !== "withheld");
