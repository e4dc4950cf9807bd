import { useWords } from "../../language/words.ts";
import type { Named } from "../insights/part.ts";
import type { InsightOutcome, Outcome } from "../outcomes/outcome.ts";
import type { ToldVerdict } from "../outcomes/told-verdict.ts";
import { VerdictLine } from "../outcomes/verdict-line.tsx";
import { cockpitWords } from "./messages/cockpit.ts";

export interface Results extends InsightOutcome {
  readonly number: number;
  readonly text: string;
  readonly told: ToldVerdict;
}

/** The outcome of one insight: the verdict, then a bar and its number per choice; the numbers stand in the text, so it is its own table. */
export function ResultsBoard({ results }: { results: Results }) {
  const m = useWords(cockpitWords).projector;
  return (
    <>
      <div className="beam-verdict">
        <VerdictLine told={results.told} />
      </div>
      <Bars title={m.choicesTitle} line={results.ballots} words={m.choices} />
      {results.fits.status !== "withheld" && <Bars title={m.fitsTitle} line={results.fits} words={m.fits} />}
      <Groups groups={results.groups} />
    </>
  );
}

const percent = (share: number) => `${Math.round(share * 100)}%`;

function Bars<C extends string>(props: { title: string; line: Outcome<C>; words: Readonly<Record<C, string>> }) {
  const m = useWords(cockpitWords).projector;
  const { title, line, words } = props;
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
          {line.parts.map(({ column, people: n, low, high }) => (
            <div key={column}>
              <dt>{words[column]}</dt>
              <dd>
                <svg aria-hidden="true" height="24">
                  <rect className="all" width="100%" height="24" />
                  <rect className={`part ${column}`} width={percent(n / line.people)} height="24" />
                  <line className="interval-edge" x1={percent(low)} x2={percent(high)} y1="50%" y2="50%" />
                  <line className="interval" x1={percent(low)} x2={percent(high)} y1="50%" y2="50%" />
                </svg>
                <span className="num">{m.share({ n, of: line.people })}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

/** Who agrees in each opinion group, on one line: the hall sees at once whether they differ. */
function Groups({ groups }: { groups: readonly Named[] }) {
  const m = useWords(cockpitWords).projector;
  if (groups.length === 0) return null;
  return (
    <section className="outcome" aria-label={m.groupsTitle}>
      <h2>{m.groupsTitle}</h2>
      <dl className="outcome-groups">
        {groups.map(({ who, share, nearly }) => (
          <div key={who}>
            <dt>
              <span className="visually-hidden">{m.together.group({ letter: who })}</span>
              <span className="beam-letter" aria-hidden="true">
                {who}
              </span>
            </dt>
            <dd>{nearly ? m.together.nearly[nearly] : m.together.percent({ share })}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
