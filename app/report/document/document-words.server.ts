import type { Locale } from "../../language/locale.ts";
import { verdictWords } from "../../session/insights/messages/verdict.ts";
import { comparedWords } from "../../session/results/messages/compared.ts";
import { findingWords } from "../../session/results/messages/finding.ts";
import { resultsWords } from "../../session/results/messages/results.ts";
import { prioritiesWords } from "../priorities/messages/priorities.ts";
import { reportWords } from "../read/messages/report.ts";
import { reviewWords } from "../review/messages/review.ts";
import { blockWords } from "../write/messages/blocks.ts";
import { documentWords } from "./messages/documents.ts";

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
