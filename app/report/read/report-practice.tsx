import type { ReactNode } from "react";
import { useWords } from "../../language/words.ts";
import { choices, fits } from "../../session/outcomes/verdict-counts.ts";
import { VerdictLine, VerdictThresholds } from "../../session/outcomes/verdict-line.tsx";
import { ComparedView } from "../../session/results/compared-view.tsx";
import { resultsWords } from "../../session/results/messages/results.ts";
import { Finding, Together } from "../../session/results/together.tsx";
import { Around, Written } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import type { Reference, ReportInsight, Reworded } from "../gather/content.ts";
import { formerPart } from "../gather/lists.ts";
import { asksFit, verdictIn } from "../gather/verdicts.ts";
import { quoteOf, type ReportPage } from "../publish/page.ts";
import { Beside } from "../write/beside.tsx";
import { From, Texts } from "../write/texts.tsx";
import { BreakdownFigure } from "./breakdown-figure.tsx";
import { reportWords } from "./messages/report.ts";
import { placeOf, Quotes } from "./quotes.tsx";
import { VerdictMark } from "./report-short.tsx";

/** What practice says of each insight. Figures open to their table and method, never to people. */
export function Practice({ page }: { page: ReportPage }) {
  const m = useWords(reportWords);
  const { noFits } = useWords(resultsWords).each;
  const { insights } = page.content;
  if (insights.length === 0) return null;
  return (
    <section aria-labelledby="praktijk">
      <h2 id="praktijk">{m.sections.praktijk}</h2>
      <p>{m.practice.lead}</p>
      <From page={page} part="praktijk" />
      {asksFit(page) ? <VerdictThresholds /> : <p>{noFits}</p>}
      <AllTogether page={page} />
      {insights.map((insight) => (
        <Insight key={insight.id} page={page} insight={insight} />
      ))}
    </section>
  );
}

/** The finding, what is shared and what divides, before each insight by itself. */
function AllTogether({ page }: { page: ReportPage }) {
  const { results, insights, fields } = page.content;
  if (!results) return null;
  const named = insights.map(
    ({ id, number }) => [id, { number, text: page.insights[id]?.text ?? "", href: `#inzicht-${number}` }] as const,
  );
  return (
    <>
      <Finding results={results} />
      <Together shown={{ results, fields, insights: Object.fromEntries(named) }} Section={Part} />
    </>
  );
}

function Part({ id, heading, children }: { id: string; heading: string; children: ReactNode }) {
  return (
    <section className="finding" aria-labelledby={id}>
      <h3 id={id}>{heading}</h3>
      {children}
    </section>
  );
}

function Insight({ page, insight }: { page: ReportPage; insight: ReportInsight }) {
  const m = useWords(reportWords);
  const words = page.insights[insight.id] ?? null;
  const told = verdictIn(page, insight);
  const asked = asksFit(page);
  const id = `inzicht-${insight.number}`;
  return (
    <section className="finding insight" aria-labelledby={id}>
      <h3 id={id}>
        {asked ? <VerdictMark verdict={told.verdict.status} /> : null}
        <span>
          <span className="n">{m.practice.number({ n: insight.number })}</span>{" "}
          {words ? <Written>{`“${words.text}”`}</Written> : m.quotes.erased}
        </span>
      </h3>
      {words?.source ? (
        <p className="small quiet">
          <Around words={{ source: words.source }} say={m.practice.source} />
        </p>
      ) : null}
      {asked ? <VerdictLine told={told} /> : null}
      {insight.compared ? <ComparedView compared={insight.compared} of={m.practice.number({ n: insight.number })} /> : null}
      {insight.reworded ? <FormerWords page={page} insight={insight} reworded={insight.reworded} /> : null}
      <BreakdownFigure
        lists={page.content}
        id={`${id}-stemmen`}
        published={insight.ballots}
        all={choices}
        wanted={["agree"]}
        opposite={["disagree"]}
        words={m.answers}
        title={m.practice.ballots}
        of={m.practice.number({ n: insight.number })}
      />
      {insight.fits.total.status === "withheld" ? null : (
        <BreakdownFigure
          lists={page.content}
          id={`${id}-past`}
          published={insight.fits}
          all={fits}
          wanted={["fits", "conditions"]}
          opposite={["not"]}
          words={m.answers}
          title={m.practice.fits}
          of={m.practice.number({ n: insight.number })}
        />
      )}
      {insight.conditions.length > 0 ? (
        <Disclosure summary={m.practice.conditions({ n: insight.conditions.length })}>
          <Quotes page={page} of={insight.conditions} part={`inzicht-${insight.number}-voorwaarden`} counted />
        </Disclosure>
      ) : null}
      {insight.examples.length > 0 ? (
        <Disclosure summary={m.practice.examples({ n: insight.examples.length })}>
          <Quotes page={page} of={insight.examples} part={`inzicht-${insight.number}-tegenvoorbeelden`} counted />
        </Disclosure>
      ) : null}
      <Beside page={page} part={`inzicht-${insight.number}`} />
      <Texts page={page} at={`inzicht-${insight.number}`} />
    </section>
  );
}

/** Why its words changed and what led to that, beside the verdict on each of the former words. */
function FormerWords({ page, insight, reworded }: { page: ReportPage; insight: ReportInsight; reworded: Reworded }) {
  const m = useWords(reportWords);
  const words = useWords(resultsWords).insight;
  const { earlier = [] } = insight;
  return (
    <div className="former-words">
      <p>
        <strong>{words.versionTitle({ n: reworded.version })}.</strong>{" "}
        {reworded.because ? <Around words={{ why: reworded.because }} say={words.because} /> : null}
      </p>
      {reworded.causes.length > 0 ? (
        <Disclosure summary={m.practice.causes({ n: reworded.causes.length })}>
          <Causes page={page} of={reworded.causes} />
        </Disclosure>
      ) : null}
      <ol className="plain">
        {earlier.toReversed().map((former) => {
          const found = page.insights[former.id];
          const part = formerPart(insight.number, former.version);
          return (
            <li key={former.id}>
              <p>
                <strong>{words.versionTitle({ n: former.version })}:</strong>{" "}
                {found ? <Written>{`“${found.text}”`}</Written> : m.quotes.erased}
              </p>
              {former.because ? (
                <p className="small">
                  <Around words={{ why: former.because }} say={words.because} />
                </p>
              ) : null}
              {asksFit(page) ? <VerdictLine told={verdictIn(page, former)} /> : null}
              {former.conditions.length > 0 ? (
                <Disclosure summary={m.practice.conditions({ n: former.conditions.length })}>
                  <Quotes page={page} of={former.conditions} part={`${part}-voorwaarden`} counted />
                </Disclosure>
              ) : null}
              {former.examples.length > 0 ? (
                <Disclosure summary={m.practice.examples({ n: former.examples.length })}>
                  <Quotes page={page} of={former.examples} part={`${part}-tegenvoorbeelden`} counted />
                </Disclosure>
              ) : null}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** What led to other words, with the way to where each stands in full. */
function Causes({ page, of }: { page: ReportPage; of: readonly Reference[] }) {
  const m = useWords(reportWords);
  return (
    <ul>
      {of.map(({ id, number }) => {
        const quote = quoteOf(page, id);
        return (
          <li key={id}>
            {quote.status === "there" ? <Written>{quote.text}</Written> : m.quotes[quote.status]}{" "}
            <a className="small" href={placeOf(page, number)}>
              {m.quotes.number({ n: number })}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
