import { useWords } from "../../language/words.ts";
import type { Named } from "../insights/part.ts";
import { DotLines, useNames } from "./dot-lines.tsx";
import { Folded } from "./folded.tsx";
import { InsightLine } from "./insight-line.tsx";
import { resultsWords } from "./messages/results.ts";
import type { Shared } from "./results.ts";
import type { Shown } from "./shown.ts";

/** What all groups share; without groups, what everybody and all fields share. */
export function CommonGround({ shown }: { shown: Shown }) {
  const m = useWords(resultsWords).common;
  const { agreed, rejected, groups, heard } = shown.results;
  if (agreed.length + rejected.length === 0) return <p>{m.none}</p>;
  return (
    <>
      <p>
        {groups.length > 0
          ? m.groups({ letters: groups.map(({ id }) => id) })
          : heard.fields > 0
            ? m.everyone
            : m.everyoneNoFields}
      </p>
      <SharedList title={m.agree} list={agreed} shown={shown} />
      <SharedList title={m.disagree} list={rejected} shown={shown} />
      <p className="small quiet">{m.rule}</p>
    </>
  );
}

function SharedList({ title, list, shown }: { title: string; list: readonly Shared[]; shown: Shown }) {
  if (list.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <Folded>
        {list.map((one) => (
          <li key={one.statement}>
            <InsightLine shown={shown} id={one.statement} />
            <SharedFigures one={one} shown={shown} />
          </li>
        ))}
      </Folded>
    </>
  );
}

function SharedFigures({ one, shown }: { one: Shared; shown: Shown }) {
  const words = useWords(resultsWords);
  const m = words.common;
  const { name } = useNames(shown);
  const everyone: Named | null = one.all && { who: "", ...one.all };
  const lowest = one.parts.toSorted((a, b) => a.share - b.share)[0] ?? everyone;
  if (!lowest || lowest.nearly) return <p className="small quiet">{m.nearly(one)}</p>;
  return (
    <div className="shared-figures">
      {one.parts.length > 1 ? <DotLines parts={one.parts} shown={shown} floor={0.6} /> : null}
      {one.parts.length <= 1 ? <Whole part={lowest} /> : null}
      <p className="small quiet">{m.lowest({ ...lowest, choice: one.choice, who: lowest.who && name(lowest.who) })}</p>
    </div>
  );
}

function Whole({ part }: { part: Named }) {
  const percent = (value: number) => `${Math.round(value * 1000) / 10}%`;
  return (
    <svg className="dot-line whole" aria-hidden="true" focusable="false" width="100%" height="20">
      <line className="axis" x1="0" x2="100%" y1="50%" y2="50%" />
      <line className="floor" x1="60%" x2="60%" y1="0" y2="100%" />
      <line className="interval" x1={percent(part.low)} x2={percent(part.high)} y1="50%" y2="50%" />
      <circle className="point" cx={percent(part.share)} cy="50%" r="6" />
    </svg>
  );
}
