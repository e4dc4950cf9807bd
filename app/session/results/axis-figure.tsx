import { useWords } from "../../language/words.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { FieldLine, FieldMark } from "../../ui/form/field-mark.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { InsightLine } from "./insight-line.tsx";
import { resultsWords } from "./messages/results.ts";
import type { Results } from "./results.ts";
import type { Ridge } from "./ridge.ts";
import type { Shown } from "./shown.ts";

type Axis = NonNullable<Results["axis"]>;

/** A gradient: one line with a soft ridge, what each side chooses at its end, and where fields stand. */
export function AxisFigure({ shown, axis }: { shown: Shown; axis: Axis }) {
  const m = useWords(resultsWords).axis;
  return (
    <>
      <figure className="chart gradient">
        <figcaption>{m.lead}</figcaption>
        {axis.ridge ? (
          <svg className="ridge" viewBox="0 0 100 40" preserveAspectRatio="none" role="img" aria-label={m.label}>
            <path className="hill" d={axis.ridge.path} />
            <path className="ground" d="M0 40H100" />
          </svg>
        ) : null}
        <div className="ends">
          <End title={m.low} end={axis.low} shown={shown} />
          <End title={m.high} end={axis.high} shown={shown} />
        </div>
      </figure>
      <h3>{m.fields}</h3>
      {axis.ridge && axis.ridge.fields.length > 0 ? <Fields ridge={axis.ridge} shown={shown} /> : <p>{m.noFields}</p>}
      <p className="small quiet">{m.carries({ share: axis.variance })}</p>
    </>
  );
}

function End({ title, end, shown }: { title: string; end: Axis["low"]; shown: Shown }) {
  const m = useWords(resultsWords).axis;
  return (
    <section>
      <h3>{title}</h3>
      <ul className="plain">
        {end.map(({ statement, choice }) => (
          <li key={statement}>
            <span className={`side-choice ${choice}`}>{m[choice]}</span>
            <InsightLine shown={shown} id={statement} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Fields({ ridge, shown }: { ridge: Ridge; shown: Shown }) {
  const m = useWords(resultsWords).axis;
  const rows = ridge.fields.flatMap((one) => {
    const field = shown.fields.find(({ id }) => id === one.field);
    return field ? [{ ...one, ...field }] : [];
  });
  return (
    <>
      <ul className="plain dot-lines places">
        {rows.map(({ id, name, shape, at, low, high }) => (
          <li key={id}>
            <span className="dot-name">
              <FieldMark shape={shape} />{" "}
              <span>
                <Written>{name}</Written>
              </span>
            </span>
            <svg className="dot-line" aria-hidden="true" focusable="false" width="100%" height="20">
              <line className="axis" x1="0" x2="100%" y1="50%" y2="50%" />
              <line className="floor" x1="50%" x2="50%" y1="0" y2="100%" />
              <line className="interval" x1={`${low}%`} x2={`${high}%`} y1="50%" y2="50%" />
              <circle className="point" cx={`${at}%`} cy="50%" r="6" />
            </svg>
            <span className="place">{m.places[placeOf(at)]}</span>
          </li>
        ))}
      </ul>
      <p className="small quiet">{m.fieldsText}</p>
      <Disclosure summary={m.caption}>
        <DataTable
          caption={m.caption}
          captionHidden
          rowHeaders
          columns={[
            { key: "field", head: m.field },
            { key: "at", head: m.place, numeric: true },
            { key: "span", head: m.margin, numeric: true },
          ]}
          rows={rows.map(({ id, name, shape, at, low, high }) => ({
            key: id,
            cells: { field: <FieldLine shape={shape}>{name}</FieldLine>, at: Math.round(at), span: m.span({ low, high }) },
          }))}
        />
      </Disclosure>
    </>
  );
}

const placeOf = (at: number) => (at < 30 ? "low" : at < 45 ? "leanLow" : at <= 55 ? "middle" : at <= 70 ? "leanHigh" : "high");
