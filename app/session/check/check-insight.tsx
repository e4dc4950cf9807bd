import type { RefObject } from "react";
import { useWords } from "../../language/words.ts";
import { Written } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { StepProgress } from "../../ui/progress.tsx";
import type { Tested } from "../outcomes/tested.ts";
import { checkWords } from "./messages/check.ts";

interface Props {
  readonly insight: Tested;
  /** Its place in the reader's own order, from 1; null when it left the list. */
  readonly at: number | null;
  readonly of: number;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** More pills than this would be a wall of them: then the words alone tell. */
const mostPills = 24;

/** The insight itself, large: where it comes from, and of a later version what changed. */
export function CheckInsight({ insight, at, of, heading }: Props) {
  const m = useWords(checkWords);
  const source = insight.own ? m.yours : insight.proposed ? m.fromParticipant : insight.source ? m.source(insight) : null;
  const { change } = insight;
  return (
    <div>
      {at === null ? null : of > mostPills ? (
        <p className="eyebrow">{m.progress({ at, of })}</p>
      ) : (
        <StepProgress at={at} of={of} label={m.progress({ at, of })} />
      )}
      <h1 ref={heading} tabIndex={-1}>
        <Written>{insight.text}</Written>
      </h1>
      {source ? <p className="small quiet">{source}</p> : null}
      {change?.again ? <p>{m.version.again}</p> : null}
      {change && !change.again ? (
        <div className="flow-small">
          <p>
            <strong>{m.version.number(insight)}</strong> {m.version.because(change)}
          </p>
          {change.before.choice ? (
            <p>{m.version.youChose({ choice: m.choices[change.before.choice].toLocaleLowerCase() })}</p>
          ) : null}
          <Disclosure summary={m.version.what}>
            <p className="small quiet">{m.version.before}</p>
            <p>
              <Written>{change.before.text}</Written>
            </p>
            {change.causes.length > 0 ? (
              <>
                <p className="small quiet">{m.version.causes}</p>
                <ul>
                  {change.causes.map((text) => (
                    <li key={text}>
                      <Written>{text}</Written>
                    </li>
                  ))}
                </ul>
              </>
            ) : null}
          </Disclosure>
        </div>
      ) : null}
    </div>
  );
}
