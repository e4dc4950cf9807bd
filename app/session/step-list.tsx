import { cockpitWords } from "../messages/cockpit.ts";
import { useLocale, useWords } from "../messages/words.ts";
import { clock } from "../platform/time.ts";
import { Button } from "../ui/button.tsx";
import { Tag } from "../ui/tag.tsx";
import { plan } from "./clock.ts";
import { type CockpitHall, stepAt } from "./cockpit-hall.ts";
import { Deed } from "./deed.tsx";

/** All steps with the times at which they will begin if no more is changed; the facilitator may go to any of them. */
export function StepList({ hall }: { hall: CockpitHall }) {
  const m = useWords(cockpitWords).bar;
  const locale = useLocale();
  const { view } = hall.live;
  const at = stepAt(hall);
  if (!hall.steers || view.state !== "live" || at < 0) return null;
  const { stepStartedAt, stepEndsAt, pausedLeftMs, turn } = view;
  const ahead = plan(
    hall.steps,
    { turn, stepIndex: at, startedAt: stepStartedAt ?? 0, endsAt: stepEndsAt ?? 0, pausedLeftMs, finishedAt: null },
    view.now,
    hall.session.endsAt,
  );
  const time = clock(new Date(ahead.endsAt), locale);
  const over = Math.ceil(ahead.overrunSeconds / 60);
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{m.runSheet}</h2>
      <p className={over > 0 ? "overrun" : undefined}>{over > 0 ? m.overrun({ minutes: over, time }) : m.endsAt({ time })}</p>
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
