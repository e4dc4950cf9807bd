import type { ReportPage } from "../publish/page.ts";
import { isAnythingOpen, openQuestionsOf } from "../read/open-questions.ts";
import { type DocumentPart, paragraph, said } from "./document.ts";
import type { Words } from "./document-words.server.ts";

/** What is left open: the same as on the page. */
export function open(page: ReportPage, { m }: Words): DocumentPart[] {
  const found = openQuestionsOf(page);
  if (!isAnythingOpen(found)) return [];
  const { divided, undecided, thin, unplaced, unanswered } = found;
  const insights = (numbers: readonly number[]) => numbers.map((n) => m.practice.number({ n })).join(", ");
  const items = [
    divided.length > 0 ? `${m.open.divided} ${insights(divided)}.` : "",
    undecided.length > 0 ? `${m.open.undecided} ${insights(undecided)}.` : "",
    thin.length > 0 ? m.open.thin({ names: thin }) : "",
    unplaced > 0 ? m.needs.unplacedText({ n: unplaced }) : "",
    unanswered.length > 0 ? `${m.open.unanswered} ${unanswered.map(({ name }) => name).join(", ")}.` : "",
  ];
  return [paragraph(m.open.lead), { kind: "list", ordered: false, items: items.filter(Boolean).map((text) => said(text)) }];
}
