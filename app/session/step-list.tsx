import { cockpitWords } from "../messages/cockpit.ts";
import { useLocale, useWords } from "../messages/words.ts";
import { clock } from "../platform/time.ts";
import { easiestToShorten } from "../runsheet/run-sheet.ts";
import { Button } from "../ui/button.tsx";
import { Tag } from "../ui/tag.tsx";
import { plan } from "./clock.ts";
import { type CockpitHall, stepAt } from "./cockpit-hall.ts";
import { Deed } from "./deed.tsx";
import { useSeconds } from "./time-left.tsx";

const aMinute = 60_000;

/** All steps with the times at which they will begin if no more is changed; the facilitator may go to any of them. */
export function StepList({ hall }: { hall: CockpitHall }) {
  const m = useWords(cockpitWords).bar;
  const locale = useLocale();
  const { view } = hall.live;
  const now = useSeconds(view, hall.live.now);
  const at = stepAt(hall);
  if (!hall.steers || view.state !== "live" || at < 0) return null;
  const { stepStartedAt, stepEndsAt, pausedLeftMs, turn } = view;
  // By the minute: what is said does not change under the eye.
  const ahead = plan(
    hall.steps,
    { turn, stepIndex: at, startedAt: stepStartedAt ?? 0, endsAt: stepEndsAt ?? 0, pausedLeftMs, finishedAt: null },
    Math.floor(now / aMinute) * aMinute,
    hall.session.endsAt,
  );
  const time = clock(new Date(ahead.endsAt), locale);
  const over = ahead.overrunSeconds < 60 ? 0 : Math.ceil(ahead.overrunSeconds / 60);
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{m.runSheet}</h2>
      {over > 0 ? <Overrun hall={hall} minutes={over} time={time} /> : <p>{m.endsAt({ time })}</p>}
      <ol className="step-list plain">
        {hall.steps.map((step, index) => {
          const planned = ahead.steps.find((one) => one.index === index);
          return (
            <li key={step.id}>
              <span className="num quiet">{planned && clock(new Date(planned.startsAt), locale)}</span>
              <span>{step.title}</span>
              {index === at ? (
                <Tag tone="now">{m.here}</Tag>
              ) : (
                <Deed to={`${hall.home}/klok`} fields={{ doen: "goTo", stap: index, beurt: turn }}>
                  <button type="submit" className="link-button">
                    {m.goTo}
                    <span className="visually-hidden"> {step.title}</span>
                  </button>
                </Deed>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** Too long, said in words, with what is easiest to shorten. */
function Overrun({ hall, minutes, time }: { hall: CockpitHall; minutes: number; time: string }) {
  const m = useWords(cockpitWords).bar;
  const shorter = easiestToShorten(hall.steps.slice(stepAt(hall) + 1), minutes * 60);
  return (
    <div className="overrun">
      <p>
        <strong>{m.overrun({ minutes, time })}</strong> {shorter ? m.propose({ title: shorter.title }) : m.noProposal}
      </p>
      {shorter && (
        <Deed to={`${hall.home}/inkorten`} fields={{ stap: shorter.id, seconden: shorter.seconds - minutes * 60 }}>
          <Button variant="secondary" size="small">
            {m.shortenStep({ minutes })}
          </Button>
        </Deed>
      )}
    </div>
  );
}

/** Behind a door: ending is not next to anything one presses often. */
export function EndSession({ hall }: { hall: CockpitHall }) {
  const m = useWords(cockpitWords).bar;
  if (!hall.steers || hall.live.view.state !== "live") return null;
  return (
    <section>
      <details className="disclosure">
        <summary>{m.end}</summary>
        <p>{m.endText}</p>
        <Deed to={`${hall.home}/stand`} fields={{ doen: "end" }}>
          <Button danger size="small">
            {m.endButton}
          </Button>
        </Deed>
      </details>
    </section>
  );
}
