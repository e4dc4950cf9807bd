import { useLocale, useWords } from "../../language/words.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Around } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { programmeWords } from "../messages/programme.ts";
import { timelineWords } from "../messages/timeline.ts";
import { dayShort } from "./day.ts";
import type { ItemState } from "./item.ts";
import type { Moment, Timeline } from "./timeline.ts";

interface Props {
  readonly line: Timeline;
  readonly items: readonly { readonly number: number; readonly title: string }[];
  readonly itemAt: (number: number) => string;
}

const percent = (part: number) => `${Math.round(part * 1000) / 10}%`;

/** When what happens: in a sentence, drawn, and as a table. */
export function TimelineView({ line, items, itemAt }: Props) {
  const m = useWords(timelineWords);
  const states = useWords(programmeWords).states;
  const locale = useLocale();
  const shown = items.filter(({ number }) => line.moments.some(({ item }) => item === number));
  const title = (number: number) => items.find((one) => one.number === number)?.title ?? "";
  const said = ({ text, state }: Moment) => text || m.moved({ state: state ? states[state as ItemState].toLowerCase() : "" });
  return (
    <>
      <p>{m.says({ steps: line.steps, done: line.done, late: line.late })}</p>
      <ul className="plain timeline">
        {shown.map(({ number, title: name }) => (
          <li key={number}>
            <span className="timeline-name">
              <a href={itemAt(number)}>
                <Around words={{ title: name }} say={(p) => m.item({ n: number, ...p })} />
              </a>
            </span>
            <svg className="timeline-line" aria-hidden="true" focusable="false" width="100%" height="28">
              <line className="axis" x1="0" x2="100%" y1="50%" y2="50%" />
              {line.today === null ? null : (
                <line className="today" x1={percent(line.today)} x2={percent(line.today)} y1="0" y2="100%" />
              )}
              {line.moments
                .filter(({ item }) => item === number)
                .map(({ key, at, standing }) => (
                  <Mark key={key} at={percent(at)} standing={standing} />
                ))}
            </svg>
          </li>
        ))}
      </ul>
      <p className="small quiet timeline-ends">
        <span>{dayShort(line.from, locale)}</span>
        <span>{dayShort(line.to, locale)}</span>
      </p>
      <ul className="plain timeline-key">
        {(["done", "ahead", "late", "moved"] as const).map((standing) => (
          <li key={standing}>
            <svg aria-hidden="true" focusable="false" width="28" height="28" className="timeline-line">
              <Mark at="50%" standing={standing} />
            </svg>
            {m.standing[standing]}
          </li>
        ))}
        {line.today === null ? null : (
          <li>
            <svg aria-hidden="true" focusable="false" width="28" height="28" className="timeline-line">
              <line className="today" x1="50%" x2="50%" y1="0" y2="100%" />
            </svg>
            {m.today}
          </li>
        )}
      </ul>
      <Disclosure summary={m.table}>
        <DataTable
          caption={m.caption}
          narrow="stack"
          columns={[
            { key: "day", head: m.day },
            { key: "what", head: m.what },
            { key: "item", head: m.of },
            { key: "standing", head: m.how },
          ]}
          rows={line.moments.map((one) => ({
            key: one.key,
            cells: {
              day: dayShort(one.day, locale),
              what: said(one),
              item: <Around words={{ title: title(one.item) }} say={(p) => m.item({ n: one.item, ...p })} />,
              standing: m.standing[one.standing],
            },
          }))}
          rowHeaders
        />
      </Disclosure>
    </>
  );
}

/** Shape tells it too: full, open, a diamond, or a stroke. */
function Mark({ at, standing }: { at: string; standing: Moment["standing"] }) {
  if (standing === "moved") return <line className="move" x1={at} x2={at} y1="20%" y2="80%" />;
  if (standing === "late")
    return (
      <svg x={at} y="50%" overflow="visible" aria-hidden="true" focusable="false">
        <path className="late" d="M0 -8 L8 0 L0 8 L-8 0 Z" />
      </svg>
    );
  return <circle className={standing} cx={at} cy="50%" r="6" />;
}
