import { useWords } from "../../language/words.ts";
import { BreakdownFigure } from "../../report/read/breakdown-figure.tsx";
import { reportWords } from "../../report/read/messages/report.ts";
import { checkWords } from "../../session/check/messages/check.ts";
import { choices, fits } from "../../session/outcomes/verdict-counts.ts";
import { VerdictLine, VerdictThresholds } from "../../session/outcomes/verdict-line.tsx";
import { ComparedView } from "../../session/results/compared-view.tsx";
import { comparedWords } from "../../session/results/messages/compared.ts";
import { resultsWords } from "../../session/results/messages/results.ts";
import type { InsightPage, Said } from "../../session/results/page.ts";
import { Rail } from "../../ui/chart/rail.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Around, Written } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import "../../report/read/report.css";
import "../../session/results/results.css";

/** One insight: the verdict first, then who agrees, whether it fits, under which conditions, and where it does not. */
export function InsightView({ page, base }: { page: InsightPage; base: string }) {
  const m = useWords(resultsWords);
  const answers = useWords(reportWords).answers;
  const compared = useWords(comparedWords);
  const { insight, told, said, lists } = page;
  if (!insight || !told) return <Empty title={m.notRevealed}>{m.notRevealedText}</Empty>;
  const { ballots, fits: fit } = insight.figures;
  const of = m.each.one({ n: insight.number });
  const reworded = page.versions.some(({ because }) => because !== "");
  const asked = fit.total.status !== "withheld" || lists.fields.length > 0 || said.length > 0;
  return (
    <>
      {asked ? (
        <div className="page-head">
          <VerdictLine told={told} />
          <VerdictThresholds />
        </div>
      ) : (
        <p>{m.each.noFits}</p>
      )}
      {page.compared ? (
        <Rail id="eerder" heading={compared.heading}>
          <ComparedView compared={page.compared} of={of} />
        </Rail>
      ) : null}
      {reworded ? (
        <Rail id="versies" heading={m.insight.versions}>
          <Versions versions={page.versions} />
        </Rail>
      ) : null}
      <Rail id="stemmen-kop" heading={m.insight.chosen}>
        <BreakdownFigure
          lists={lists}
          id="stemmen"
          published={ballots}
          all={choices}
          wanted={["agree"]}
          opposite={["disagree"]}
          parties="shown"
          words={answers}
          title={m.insight.ballots}
          of={of}
        />
        {ballots.total.status === "counts" ? (
          <p>{m.insight.notMyField({ n: ballots.total.counts[3] ?? 0, of: ballots.total.people })}</p>
        ) : null}
      </Rail>
      {asked ? (
        <Rail id="past-kop" heading={m.insight.practice}>
          <BreakdownFigure
            lists={lists}
            id="past"
            published={fit}
            all={fits}
            wanted={["fits", "conditions"]}
            opposite={["not"]}
            parties="shown"
            words={answers}
            title={m.insight.fits}
            of={of}
          />
        </Rail>
      ) : null}
      {asked ? (
        <>
          <Rail id="voorwaarden" heading={m.insight.conditions}>
            <Words list={said.filter(({ kind }) => kind === "condition")} none={m.insight.noConditions} />
          </Rail>
          <Rail id="tegenvoorbeelden" heading={m.insight.examples}>
            <Words list={said.filter(({ kind }) => kind === "example")} none={m.insight.noExamples} />
          </Rail>
        </>
      ) : null}
      <p className="small quiet insight-steps">{m.insight.steps}</p>
      <nav className="row-actions no-print" aria-label={m.each.pages}>
        {page.previous === null ? null : <a href={`${base}/${page.previous}`}>{m.insight.previous}</a>}
        <a href={base}>{m.back}</a>
        {page.next === null ? null : <a href={`${base}/${page.next}`}>{m.insight.next}</a>}
      </nav>
    </>
  );
}

/** Verdicts side by side; ballots stay with the words they were cast on. */
function Versions({ versions }: Pick<InsightPage, "versions">) {
  const m = useWords(resultsWords);
  return (
    <ol className="plain versions-beside">
      {versions.map((one) => (
        <li key={one.version}>
          <h3>{m.insight.versionTitle({ n: one.version })}</h3>
          <blockquote>
            <Written>{one.text}</Written>
          </blockquote>
          {one.because ? (
            <p>
              <Around words={{ why: one.because }} say={m.insight.because} />
            </p>
          ) : null}
          {one.causes.length > 0 ? (
            <ul className="small">
              {one.causes.map(({ id, text }) => (
                <li key={id}>
                  <Written>{text}</Written>
                </li>
              ))}
            </ul>
          ) : null}
          <VerdictLine told={one.told} />
        </li>
      ))}
    </ol>
  );
}

function Words({ list, none }: { list: readonly Said[]; none: string }) {
  const m = useWords(reportWords);
  const { others } = useWords(checkWords);
  if (list.length === 0) return <p>{none}</p>;
  return (
    <ol className="plain ranked-words">
      {list.map(({ id, text, people, linked }) => (
        <li key={id}>
          <b className="num">{people}</b>
          <div>
            <span className="visually-hidden">{m.peopleWord({ n: people })}: </span>
            <Written>{text}</Written>
            {linked.length > 0 ? (
              <Disclosure summary={others.linked({ n: linked.length })}>
                <ul>
                  {linked.map((one) => (
                    <li key={one.id}>
                      <Written>{one.text}</Written>
                    </li>
                  ))}
                </ul>
              </Disclosure>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Its number and words; without words while it is not revealed. */
export function InsightHead({ page }: { page: InsightPage }) {
  const m = useWords(resultsWords);
  const { insight, number } = page;
  const version = insight && insight.version > 1 ? `, ${m.each.version({ n: insight.version })}` : "";
  return (
    <div className="page-head">
      {insight ? (
        <p className="eyebrow">
          {m.each.one({ n: number })}
          {version}
        </p>
      ) : null}
      <h1 className="insight-title">{insight ? <Written>{insight.text}</Written> : m.each.one({ n: number })}</h1>
      {insight?.source ? (
        <p className="small quiet">
          <Around words={{ source: insight.source }} say={m.insight.source} />
        </p>
      ) : null}
    </div>
  );
}
