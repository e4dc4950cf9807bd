import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Tag } from "../../ui/tag.tsx";
import type { CheckRow } from "../check/check-control.tsx";
import { HideForm } from "../flags/hide-form.tsx";
import type { CockpitHall } from "./cockpit-hall.ts";
import { Deed } from "./deed.tsx";
import { cockpitWords } from "./messages/cockpit.ts";

export interface WallRow {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly state: string;
  readonly hiddenReason: string | null;
  readonly at: number;
  readonly waits: boolean;
  readonly isFlagged: boolean;
  readonly onScreen: boolean;
}

const freshMs = 60_000;
const listed = 12;
const modes = ["question", "wall", "brought", "nothing"] as const;

/** What the hall sees on the big screen, and what may be taken from it. */
export function ScreenControl(props: {
  hall: CockpitHall;
  wall: readonly WallRow[];
  checked: boolean;
  check: readonly CheckRow[];
  now: number;
}) {
  const m = useWords(cockpitWords).screen;
  const { hall, wall, checked, check, now } = props;
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
          {hall.steers && <WallGate hall={hall} checked={checked} waiting={wall.filter(isWaiting).map(({ id }) => id)} />}
          {wall.length === 0 && <p className="quiet">{m.empty}</p>}
          <ul className="on-wall plain">
            {wall.slice(0, listed).map((row) => (
              <WallLine key={row.id} row={row} fresh={now - row.at < freshMs} hall={hall} checked={checked} />
            ))}
          </ul>
          {wall.length > listed && (
            <details className="disclosure">
              <summary>{m.more({ n: wall.length - listed })}</summary>
              <ul className="on-wall plain">
                {wall.slice(listed).map((row) => (
                  <WallLine key={row.id} row={row} fresh={false} hall={hall} checked={checked} />
                ))}
              </ul>
            </details>
          )}
        </div>
      </div>
    </section>
  );
}

const isWaiting = ({ waits, state, isFlagged }: WallRow) => waits && state === "visible" && !isFlagged;

/** Whether everything that is shared stands on the wall, or only what the team lets through. */
function WallGate({ hall, checked, waiting }: { hall: CockpitHall; checked: boolean; waiting: readonly string[] }) {
  const m = useWords(cockpitWords).screen;
  return (
    <div className="wall-gate">
      <fieldset className="switch">
        <legend className="small">{m.gate}</legend>
        {(["open", "check"] as const).map((doen) => (
          <Deed key={doen} to={`${hall.home}/muur`} fields={{ doen }}>
            <button type="submit" className="switch-button" aria-pressed={checked === (doen === "check")}>
              {m.gates[doen]}
            </button>
          </Deed>
        ))}
      </fieldset>
      {checked && waiting.length > 0 && (
        <Deed to={`${hall.home}/muur`} fields={{ doen: "let", bijdragen: waiting.join(",") }}>
          <Button variant="secondary" size="small">
            {m.letAll({ n: waiting.length })}
          </Button>
        </Deed>
      )}
    </div>
  );
}

function WallLine({ row, fresh, hall, checked }: { row: WallRow; fresh: boolean; hall: CockpitHall; checked: boolean }) {
  const m = useWords(cockpitWords).screen;
  const hidden = row.state === "hidden";
  return (
    <li className={hidden ? "is-hidden" : undefined}>
      {fresh && !hidden && <Tag tone="now">{m.fresh}</Tag>}
      {hidden && <Tag tone="plain">{m.hidden}</Tag>}
      {row.isFlagged && !hidden && <Tag tone="warn">{m.flagged}</Tag>}
      <span className="wall-text">
        <Written>{row.text}</Written>
        {row.kind !== "need" && <span className="quiet"> {m.kinds[row.kind as keyof typeof m.kinds]}</span>}
      </span>
      {hall.steers && checked && !hidden && (
        <Deed to={`${hall.home}/muur`} fields={{ doen: row.waits ? "let" : "hold", bijdragen: row.id }}>
          <button type="submit" className="link-button">
            {row.waits ? m.let : m.hold}
            <span className="visually-hidden">
              {" "}
              <Written>{row.text}</Written>
            </span>
          </button>
        </Deed>
      )}
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
      {shows !== "nothing" && (
        <p>
          <Written>{shows === "results" ? insight : step?.question || step?.title || hall.session.title}</Written>
        </p>
      )}
      {(shows === "wall" || shows === "brought") && [1, 2, 3, 4, 5, 6].map((n) => <i key={n} />)}
      {shows === "results" && [1, 2, 3].map((n) => <b key={n} className={`bar-${n}`} />)}
    </div>
  );
}
