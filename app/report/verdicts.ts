import { linksOf } from "../insights/conditions.ts";
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
  // What says nearly the same is named once
  const linked = linksOf(said).flatMap(({ head, like }) => {
    const alike = [head, ...like].flatMap((place) => said[place] ?? []).toSorted((a, b) => b.people - a.people);
    return alike.slice(0, 1).map((top) => ({ ...top, people: alike.reduce((all, { people }) => all + people, 0) }));
  });
  const verdict = verdictOf(
    { ballots, fits, heard: heard ?? [], conditions: linked, groups: holdsIn(results, id) },
    fields.map(({ id }) => id),
  );
  return tellVerdict(verdict, { fields, parties }, said);
}

/** Whether anybody was asked if it fits; in an imported conversation nobody was. */
export const asksFit = ({ content }: ReportPage): boolean =>
  content.fields.length > 0 || content.insights.some(({ fits }) => fits.total.status !== "withheld");
