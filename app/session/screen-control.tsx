import { cockpitWords } from "../messages/cockpit.ts";
import { useWords } from "../messages/words.ts";
import { Tag } from "../ui/tag.tsx";
import { TextLink } from "../ui/text.tsx";
import type { CheckRow } from "./check-control.tsx";
import type { CockpitHall } from "./cockpit-hall.ts";
import { Deed } from "./deed.tsx";
import { HideForm } from "./hide-form.tsx";

export interface WallRow {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly state: string;
  readonly hiddenReason: string | null;
  readonly at: number;
}

const freshMs = 60_000;
const listed = 12;
const modes = ["question", "wall", "brought", "nothing"] as const;

/** What the hall sees on the big screen, and what may be taken from it. */
export function ScreenControl(props: { hall: CockpitHall; wall: readonly WallRow[]; check: readonly CheckRow[]; now: number }) {
  const m = useWords(cockpitWords).screen;
  const { hall, wall, check, now } = props;
  const { projector } = hall.live.view;
  const shown = check.find(({ id }) => id === projector.insightId);
  return (
    <section aria-labelledby="screen">
      <div className="section-head">
        <h2 id="screen">{m.title}</h2>
        <p className="small quiet">
          {m.plain}{" "}
          <TextLink href={`${hall.home.replace("/bijeenkomst/", "/scherm/")}`} target="_blank">
            {m.open}
          </TextLink>
        </p>
      </div>
      <div className="screen-grid">
        <div>
          <Mini hall={hall} {...(shown ? { insight: m.insight({ number: shown.number }) } : {})} />
          {hall.steers && (
            <fieldset className="switch">
              <legend className="visually-hidden">{m.legend}</legend>
              {modes.map((mode) => (
                <Deed key={mode} to={`${hall.home}/scherm`} fields={{ toont: mode }}>
                  <button type="submit" className="switch-button" aria-pressed={projector.shows === mode}>
                    {m[mode]}
                  </button>
                </Deed>
              ))}
              {projector.shows === "results" && <span className="switch-now">{m.results}</span>}
            </fieldset>
          )}
        </div>
        <div>
          {wall.length === 0 && <p className="quiet">{m.empty}</p>}
          <ul className="on-wall plain">
            {wall.slice(0, listed).map((row) => (
              <WallLine key={row.id} row={row} fresh={now - row.at < freshMs} hall={hall} />
            ))}
          </ul>
          {wall.length > listed && (
            <details className="disclosure">
              <summary>{m.more({ n: wall.length - listed })}</summary>
              <ul className="on-wall plain">
                {wall.slice(listed).map((row) => (
                  <WallLine key={row.id} row={row} fresh={false} hall={hall} />
                ))}
              </ul>
            </details>
          )}
        </div>
      </div>
    </section>
  );
}

function WallLine({ row, fresh, hall }: { row: WallRow; fresh: boolean; hall: CockpitHall }) {
  const m = useWords(cockpitWords).screen;
  const hidden = row.state === "hidden";
  return (
    <li className={hidden ? "is-hidden" : undefined}>
      {fresh && !hidden && <Tag tone="now">{m.fresh}</Tag>}
      {hidden && <Tag tone="plain">{m.hidden}</Tag>}
      <span className="wall-text">
        {row.text}
        {row.kind !== "need" && <span className="quiet"> {m.kinds[row.kind as keyof typeof m.kinds]}</span>}
      </span>
      {hall.steers && <HideForm home={hall.home} id={row.id} hidden={hidden} text={row.text} />}
    </li>
  );
}

function Mini({ hall, insight }: { hall: CockpitHall; insight?: string }) {
  const { view } = hall.live;
  const step = hall.steps.find(({ id }) => id === view.stepId);
  const { shows } = view.projector;
  return (
    <div className="screen-mini" aria-hidden="true">
      {shows !== "nothing" && <p>{shows === "results" ? insight : step?.question || step?.title || hall.session.title}</p>}
      {(shows === "wall" || shows === "brought") && [1, 2, 3, 4, 5, 6].map((n) => <i key={n} />)}
      {shows === "results" && [1, 2, 3].map((n) => <b key={n} className={`bar-${n}`} />)}
    </div>
  );
}
