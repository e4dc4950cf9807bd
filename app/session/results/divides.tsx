import { useWords } from "../../language/words.ts";
import { DotLines, useNames, useSays } from "./dot-lines.tsx";
import { Folded } from "./folded.tsx";
import { InsightLine } from "./insight-line.tsx";
import { resultsWords } from "./messages/results.ts";
import type { Shown } from "./shown.ts";

/** What divides most, and between whom. */
export function Divides({ shown }: { shown: Shown }) {
  const m = useWords(resultsWords).divides;
  const says = useSays();
  const { title } = useNames(shown);
  const { divided, axis, heard } = shown.results;
  if (divided.length === 0) return <p>{axis && heard.fields === 0 ? m.noneFields : m.none}</p>;
  return (
    <Folded>
      {divided.map(({ statement, most, least }) => (
        <li key={statement}>
          <InsightLine shown={shown} id={statement} />
          <div className="shared-figures">
            <DotLines parts={[most, least]} shown={shown} />
            <p className="small quiet">
              {m.line({ most: title(most.who), mostSays: says(most), least: title(least.who), leastSays: says(least) })}
            </p>
          </div>
        </li>
      ))}
    </Folded>
  );
}
