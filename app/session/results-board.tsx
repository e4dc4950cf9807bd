import { type Choice, choices, type Fit, fits } from "../insights/verdict-counts.ts";
import { cockpitWords } from "../messages/cockpit.ts";
import { useWords } from "../messages/words.ts";
import type { Line } from "../report/suppression.ts";

export interface Results {
  readonly number: number;
  readonly text: string;
  readonly ballots: Line<Choice>;
  readonly fits: Line<Fit>;
}

/** The outcome of one insight: a bar and its number per choice; the numbers stand in the text, so it is its own table. */
export function ResultsBoard({ results }: { results: Results }) {
  const m = useWords(cockpitWords).projector;
  return (
    <>
      <Outcome title={m.choicesTitle} line={results.ballots} columns={choices} words={m.choices} />
      {results.fits.status !== "withheld" && <Outcome title={m.fitsTitle} line={results.fits} columns={fits} words={m.fits} />}
    </>
  );
}

function Outcome<C extends string>(props: {
  title: string;
  line: Line<C>;
  columns: readonly C[];
  words: Readonly<Record<C, string>>;
}) {
  const m = useWords(cockpitWords).projector;
  const { title, line, columns, words } = props;
  if (line.status === "withheld") return <p>{m.withheld}</p>;
  return (
    <section className="outcome" aria-label={title}>
      <h2>
        {title} <span className="quiet">{m.answers({ n: line.people })}</span>
      </h2>
      {line.status === "nearly-all" ? (
        <p className="nearly">{m.nearly({ what: line.columns.map((column) => words[column]).join(", ") })}</p>
      ) : (
        <dl className="outcome-bars">
          {columns.map((column, index) => {
            const n = line.counts[index] ?? 0;
            return (
              <div key={column}>
                <dt>{words[column]}</dt>
                <dd>
                  <svg aria-hidden="true" height="24">
                    <rect className="all" width="100%" height="24" />
                    <rect className={`part ${column}`} width={`${Math.round((n / line.people) * 100)}%`} height="24" />
                  </svg>
                  <span className="num">{m.share({ n, of: line.people })}</span>
                </dd>
              </div>
            );
          })}
        </dl>
      )}
    </section>
  );
}
