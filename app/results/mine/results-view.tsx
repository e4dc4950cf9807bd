import { useWords } from "../../language/words.ts";
import { findingOf } from "../../session/results/finding.ts";
import { resultsWords } from "../../session/results/messages/results.ts";
import type { ResultsPage } from "../../session/results/page.ts";
import type { Results } from "../../session/results/results.ts";
import { Together } from "../../session/results/together.tsx";
import { useFinding } from "../../session/results/use-finding.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Notice } from "../../ui/notice.tsx";
import { EachInsight } from "./each-insight.tsx";
import "../../session/results/results.css";

/** The outcome of the practice check: the finding first, then what is shared, what divides, the picture, and each insight. */
export function ResultsView({ page, base }: { page: ResultsPage; base: string }) {
  const m = useWords(resultsWords);
  const { results, named, lists, each, all } = page;
  const insights = Object.fromEntries(Object.entries(named).map(([id, one]) => [id, { ...one, href: `${base}/${one.number}` }]));
  return (
    <>
      {page.live && base.startsWith("/team") ? <Notice>{m.live}</Notice> : null}
      {results ? <Head results={results} /> : null}
      {!results && each.of === 0 && all > 0 ? <Empty title={m.notRevealed}>{m.notRevealedText}</Empty> : null}
      {!results && each.of === all ? <Empty title={m.notYet}>{m.notYetText}</Empty> : null}
      {!results && each.of > 0 && each.of < all ? <Notice>{m.partly}</Notice> : null}
      {results ? <Together shown={{ results, insights, fields: lists.fields }} Section={Rail} /> : null}
      {each.of > 0 ? (
        <Rail id="inzichten" heading={m.each.heading}>
          <EachInsight each={each} lists={lists} base={base} />
        </Rail>
      ) : null}
    </>
  );
}

function Head({ results }: { results: Results }) {
  const m = useWords(resultsWords);
  const { title, text } = useFinding(findingOf(results));
  const { people, ballots, insights, filled } = results;
  return (
    <section className="page-head" aria-labelledby="bevinding">
      <h2 id="bevinding">{title}</h2>
      <p className="lead">{text}</p>
      {people < 5 ? null : (
        <dl className="facts">
          <Fact value={m.number(people)} name={m.facts.people} />
          <Fact value={m.number(ballots)} name={m.facts.ballots} />
          <Fact value={m.number(insights)} name={m.facts.insights} />
          <Fact value={m.percent({ share: filled })} name={m.facts.filled} />
        </dl>
      )}
    </section>
  );
}

function Fact({ value, name }: { value: string; name: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="num">{value}</dd>
    </div>
  );
}
