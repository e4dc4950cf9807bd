import type { ReactNode } from "react";
import { useEffect, useRef, useState } from "react";
import { useLocale, useWords } from "../../language/words.ts";
import { clock, dateTime } from "../../platform/time.ts";
import { lobbyOpensAt } from "../../prepare/planning/session.ts";
import { Button } from "../../ui/button.tsx";
import { Around, Written } from "../../ui/form/typed.tsx";
import { clock as countdown } from "../../ui/timer.ts";
import { TimeSaid, useSeconds, useTimeDetail } from "../clock/time-left.tsx";
import { type CockpitHall, stepAt } from "./cockpit-hall.ts";
import { Deed } from "./deed.tsx";
import { cockpitWords } from "./messages/cockpit.ts";
import { useAhead } from "./plan-box.tsx";
import { isOffered } from "./take-back.ts";

const twoMinutes = 120;
/** The next button does not take a second press while it changes under the hand. */
const settleMs = 1_200;

/** Who looks around days before it begins is not invited to open it now. */
const isFarAhead = ({ live: { view }, session }: CockpitHall): boolean =>
  view.state !== "live" && view.state !== "ended" && session.startsAt - view.now > 2 * 3_600_000;

/** Step, clock and the next action: always in the same place, whatever else the hall asks. */
export function LiveBar({ hall }: { hall: CockpitHall }) {
  const m = useWords(cockpitWords).bar;
  const locale = useLocale();
  const { view } = hall.live;
  const at = stepAt(hall);
  const step = view.state === "live" ? hall.steps[at] : undefined;
  return (
    <section className="live-bar" aria-label={m.label}>
      <div className="wrap">
        <div className="live-step">
          <p className="eyebrow sentence">
            {step
              ? m.step({ at: at + 1, of: hall.steps.length })
              : view.state === "ended" || view.state === "cancelled"
                ? m[view.state]
                : isFarAhead(hall)
                  ? dateTime(new Date(hall.session.startsAt), locale)
                  : m.waiting({ time: clock(new Date(hall.session.startsAt), locale) })}
            <Late hall={hall} />
          </p>
          <h1>
            <Written>{step?.title ?? hall.session.title}</Written>
          </h1>
        </div>
        {step ? <LiveClock hall={hall} /> : <span />}
        {hall.steers && <NextAction hall={hall} />}
        {step && <RunLine hall={hall} />}
      </div>
      <Said at={at} title={step?.title} help={view.openHelp} last={hall.last} />
    </section>
  );
}

function Late({ hall }: { hall: CockpitHall }) {
  const m = useWords(cockpitWords).plan;
  const ahead = useAhead(hall);
  if (!ahead || ahead.lateMinutes === 0 || !hall.steers) return null;
  return <strong className="late"> · {ahead.leftOpen ? m.open : m.late({ minutes: ahead.lateMinutes })}</strong>;
}

/** What a screen reader hears by itself: another part, and somebody who asks for help. Nothing on opening the page. */
function Said({ at, title, help, last }: { at: number; title: string | undefined; help: number; last: CockpitHall["last"] }) {
  const m = useWords(cockpitWords).bar;
  const did = last?.at ?? 0;
  const before = useRef({ title, help, did });
  const [said, setSaid] = useState("");
  const [may, setMay] = useState("");
  useEffect(() => {
    if (title && title !== before.current.title) setSaid(m.said({ at: at + 1, title }));
    else if (help > before.current.help) setSaid(m.helpSaid({ n: help }));
    if (did > before.current.did) setMay(m.mayTakeBack);
    before.current = { title, help, did };
  }, [at, title, help, did, m]);
  return (
    <p className="visually-hidden" role="status">
      {said} {may}
    </p>
  );
}

function LiveClock({ hall }: { hall: CockpitHall }) {
  const m = useWords(cockpitWords).bar;
  const { view, now } = hall.live;
  const at = useSeconds(view, now);
  const left = Math.ceil((view.pausedLeftMs ?? (view.stepEndsAt ?? 0) - at) / 1000);
  const detail = useTimeDetail(view, left);
  if (view.stepEndsAt === null) return <span />;
  return (
    <div className="live-clock">
      <p role="timer" aria-label={m.clock}>
        <span className={`big-clock${left <= 60 && view.pausedLeftMs === null ? " soon" : ""}`}>
          {left < 0 ? "+" : ""}
          {countdown(Math.abs(left))}
        </span>
        <span className="small quiet">{detail}</span>
      </p>
      <TimeSaid view={view} at={at} />
      {hall.steers && <Adjust hall={hall} />}
    </div>
  );
}

function Adjust({ hall }: { hall: CockpitHall }) {
  const m = useWords(cockpitWords).bar;
  const { view } = hall.live;
  const paused = view.pausedLeftMs !== null;
  const turn = { beurt: view.turn };
  return (
    <div className="adjust">
      <Deed to={`${hall.home}/klok`} fields={{ doen: "shorten", seconden: twoMinutes, ...turn }}>
        <Button variant="secondary" size="small">
          {m.shorter}
        </Button>
      </Deed>
      <Deed to={`${hall.home}/klok`} fields={{ doen: "extend", seconden: twoMinutes, ...turn }}>
        <Button variant="secondary" size="small">
          {m.longer}
        </Button>
      </Deed>
      <Deed to={`${hall.home}/klok`} fields={{ doen: paused ? "resume" : "pause", ...turn }}>
        <Button variant="secondary" size="small">
          {paused ? m.resume : m.pause}
        </Button>
      </Deed>
    </div>
  );
}

function NextAction({ hall }: { hall: CockpitHall }) {
  const m = useWords(cockpitWords).bar;
  const { view } = hall.live;
  const locale = useLocale();
  const since = useChangedAt(`${view.state} ${view.turn}`);
  const at = stepAt(hall);
  const next = hall.steps[at + 1];
  const first = hall.steps[0];
  const before = view.state === "planned" || view.state === "registration-open" || view.state === "registration-closed";
  const press = { settleMs, since };
  if (before || view.state === "lobby")
    return (
      <div className="live-next">
        <Deed to={`${hall.home}/stand`} fields={{ doen: before ? "open-lobby" : "start" }} {...press}>
          <Button disabled={!before && !first} variant={isFarAhead(hall) ? "secondary" : "primary"}>
            {before ? m.openLobby : m.start}
          </Button>
        </Deed>
        <p className="small quiet">
          {before && isFarAhead(hall) ? (
            m.opensItself({ at: dateTime(lobbyOpensAt(new Date(hall.session.startsAt)), locale) })
          ) : first ? (
            <Around words={{ title: first.title }} say={(p) => m.firstIs({ minutes: Math.round(first.seconds / 60), ...p })} />
          ) : (
            m.noSteps
          )}
        </p>
      </div>
    );
  if (view.state === "live")
    return (
      <div className="live-next">
        <div className="live-steps">
          {at > 0 && (
            <Deed to={`${hall.home}/klok`} fields={{ doen: "back", beurt: view.turn }} {...press}>
              <Button variant="secondary" icon="back" iconOnly>
                {m.back}
              </Button>
            </Deed>
          )}
          <Deed to={`${hall.home}/klok`} fields={{ doen: "next", beurt: view.turn }} className="grow" {...press}>
            <Button disabled={!next}>{m.next}</Button>
          </Deed>
        </div>
        <TakeBack hall={hall}>
          {next ? (
            <Around
              words={{ title: next.title }}
              say={(p) => m.nextIs({ at: at + 2, minutes: Math.round(next.seconds / 60), ...p })}
            />
          ) : (
            m.last
          )}
        </TakeBack>
      </div>
    );
  return (
    <div className="live-next">
      {view.state === "ended" && (
        <Deed to={`${hall.home}/stand`} fields={{ doen: "resume" }} {...press}>
          <Button variant="secondary">{m.reopen}</Button>
        </Deed>
      )}
    </div>
  );
}

/** In the place of the line on what comes: for some seconds, what I did last can be taken back. Nothing moves for it. */
function TakeBack({ hall, children }: { hall: CockpitHall; children: ReactNode }) {
  const m = useWords(cockpitWords).bar;
  const at = useSeconds(hall.live.view, hall.live.now);
  const { last } = hall;
  if (!last || !isOffered(last, at)) return <p className="small quiet">{children}</p>;
  return (
    <Deed to={`${hall.home}/terugdraaien`} fields={{ wat: last.kind }} className="take-back">
      <button type="submit" className="link-button">
        {m.takeBack[last.kind]}
      </button>
    </Deed>
  );
}

/** The moment at which something last changed in this browser. */
function useChangedAt(key: string): number {
  const held = useRef({ key, at: Number.NEGATIVE_INFINITY });
  if (held.current.key !== key) held.current = { key, at: typeof performance === "undefined" ? 0 : performance.now() };
  return held.current.at;
}

/** The whole morning as one line: what was, what is and how far, what is to come. */
function RunLine({ hall }: { hall: CockpitHall }) {
  const { view, now } = hall.live;
  const at = useSeconds(view, now);
  const current = stepAt(hall);
  const total = hall.steps.reduce((sum, { seconds }) => sum + seconds, 0) || 1;
  let x = 0;
  const parts = hall.steps.map((step, index) => {
    const width = (step.seconds / total) * 100;
    const part = {
      id: step.id,
      x,
      width: Math.max(0, width - 0.2),
      look: index < current ? "past" : index > current ? "next" : "now",
    };
    x += width;
    return part;
  });
  const now_ = parts[current];
  const length = (view.stepEndsAt ?? 0) - (view.stepStartedAt ?? 0);
  const left = view.pausedLeftMs ?? (view.stepEndsAt ?? 0) - at;
  const spent = length > 0 ? Math.min(1, Math.max(0, 1 - left / length)) : 0;
  return (
    <svg className="runline" aria-hidden="true" height="8">
      {parts.map((part) => (
        <rect key={part.id} className={part.look} x={`${part.x.toFixed(2)}%`} width={`${part.width.toFixed(2)}%`} height="8" />
      ))}
      {now_ && <rect className="spent" x={`${now_.x.toFixed(2)}%`} width={`${(now_.width * spent).toFixed(2)}%`} height="8" />}
    </svg>
  );
}
