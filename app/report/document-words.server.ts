import { blockWords } from "../messages/blocks.ts";
import { comparedWords } from "../messages/compared.ts";
import { documentWords } from "../messages/documents.ts";
import { findingWords } from "../messages/finding.ts";
import { prioritiesWords } from "../messages/priorities.ts";
import { reportWords } from "../messages/report.ts";
import { resultsWords } from "../messages/results.ts";
import { reviewWords } from "../messages/review.ts";
import { verdictWords } from "../messages/verdict.ts";
import type { Locale } from "../ui/messages/locale.ts";

export const wordsFor = (locale: Locale) => ({
  locale,
  m: reportWords[locale],
  b: blockWords[locale].view,
  c: comparedWords[locale],
  d: documentWords[locale],
  f: findingWords[locale],
  p: prioritiesWords[locale],
  r: reviewWords[locale],
  v: verdictWords[locale],
  x: resultsWords[locale],
});
/** The words that a report needs around its content, in one language. */
export type Words = ReturnType<typeof wordsFor>;
