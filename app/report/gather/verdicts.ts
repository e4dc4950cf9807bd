import { linksOf } from "../../session/outcomes/conditions.ts";
import { type ToldVerdict, tellVerdict } from "../../session/outcomes/told-verdict.ts";
import { verdictOf } from "../../session/outcomes/verdict.ts";
import { holdsIn } from "../../session/results/results.ts";
import { quoteOf, type ReportPage } from "../publish/page.ts";
import type { TestedWords } from "./content.ts";

const known = new WeakMap<ReportPage, Map<string, ToldVerdict>>();

/** The verdict on an insight of a version: from the figures it holds, with the conditions as they may be read now. */
export function verdictIn(page: ReportPage, words: TestedWords): ToldVerdict {
  // several parts of one page ask, and conditions that say the same are dear to find
  const here = known.get(page) ?? new Map<string, ToldVerdict>();
  known.set(page, here);
  const told = here.get(words.id) ?? weigh(page, words);
  here.set(words.id, told);
  return told;
}

function weigh(page: ReportPage, { id, ballots, fits, heard, conditions }: TestedWords): ToldVerdict {
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
