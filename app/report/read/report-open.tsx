import { Fragment } from "react";
import { useWords } from "../../language/words.ts";
import { Around, Written } from "../../ui/form/typed.tsx";
import type { ReportPage } from "../publish/page.ts";
import { From } from "../write/texts.tsx";
import { reportWords } from "./messages/report.ts";
import { isAnythingOpen, openQuestionsOf } from "./open-questions.ts";

/** What is left open, told from the data: where practice is divided, who was hardly heard, what nobody answered. */
export function OpenQuestionsPart({ page }: { page: ReportPage }) {
  const m = useWords(reportWords);
  const open = openQuestionsOf(page);
  if (!isAnythingOpen(open)) return null;
  const insights = (numbers: readonly number[]) =>
    numbers.map((n, at) => (
      <Fragment key={n}>
        {at > 0 ? ", " : " "}
        <a href={`#inzicht-${n}`}>{m.practice.number({ n })}</a>
      </Fragment>
    ));
  return (
    <section aria-labelledby="open">
      <h2 id="open">{m.sections.open}</h2>
      <p>{m.open.lead}</p>
      <From page={page} part="open" />
      <ul>
        {open.divided.length > 0 ? (
          <li>
            {m.open.divided}
            {insights(open.divided)}.
          </li>
        ) : null}
        {open.undecided.length > 0 ? (
          <li>
            {m.open.undecided}
            {insights(open.undecided)}.
          </li>
        ) : null}
        {open.thin.length > 0 ? (
          <li>
            <Around words={{ names: open.thin }} say={m.open.thin} /> <a href="#wie">{m.sections.wie}</a>
          </li>
        ) : null}
        {open.unplaced > 0 ? (
          <li>
            {m.needs.unplacedText({ n: open.unplaced })} <a href="#nodig">{m.sections.nodig}</a>
          </li>
        ) : null}
        {open.unanswered.length > 0 ? (
          <li>
            {m.open.unanswered}{" "}
            {open.unanswered.map(({ id, name }, at) => (
              <Fragment key={id}>
                {at > 0 ? ", " : null}
                <a href={`#thema-${id}`}>
                  <Written>{name}</Written>
                </a>
              </Fragment>
            ))}
            .
          </li>
        ) : null}
      </ul>
    </section>
  );
}
