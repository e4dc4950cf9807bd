import { useLocale, useWords } from "../../language/words.ts";
import { clock } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { Tag } from "../../ui/tag.tsx";
import { type CockpitHall, stepAt } from "../cockpit/cockpit-hall.ts";
import { Deed } from "../cockpit/deed.tsx";
import { cockpitWords } from "../cockpit/messages/cockpit.ts";
import { useAhead } from "../cockpit/plan-box.tsx";

/** All steps with the times at which they will begin if no more is changed; the facilitator may go to any of them. */
export function StepList({ hall }: { hall: CockpitHall }) {
  const words = useWords(cockpitWords);
  const m = words.bar;
  const locale = useLocale();
  const ahead = useAhead(hall);
  const at = stepAt(hall);
  if (!hall.steers || !ahead) return null;
  const time = (moment: number) => clock(new Date(moment), locale);
  const { turn } = hall.live.view;
  const late = ahead.lateMinutes > 0 && !ahead.leftOpen;
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{m.runSheet}</h2>
      {!ahead.leftOpen && (
        <p>
          {late || ahead.spareSeconds < 60
            ? words.plan.ends({ time: time(ahead.endsAt), agreed: time(hall.session.endsAt) })
            : words.plan.spare({
                time: time(ahead.endsAt),
                agreed: time(hall.session.endsAt),
                minutes: Math.floor(ahead.spareSeconds / 60),
              })}
        </p>
      )}
      <ol className="step-list plain">
        {hall.steps.map((step, index) => {
          const planned = ahead.steps.find((one) => one.index === index);
          const minutes = Math.round(step.seconds / 60);
          return (
            <li key={step.id}>
              <span className="num quiet">{planned && time(planned.startsAt)}</span>
              <span>
                <Written>{step.title}</Written>
                <span className="quiet step-time">
                  {words.plan.minutes({ minutes })}
                  {planned && late && index > at && `, ${words.plan.left({ minutes: Math.floor(planned.leftSeconds / 60) })}`}
                </span>
              </span>
              {index === at ? (
                <Tag tone="now">{m.here}</Tag>
              ) : (
                <Deed to={`${hall.home}/klok`} fields={{ doen: "goTo", stap: index, beurt: turn }}>
                  <button type="submit" className="link-button">
                    {m.goTo}
                    <span className="visually-hidden">
                      {" "}
                      <Written>{step.title}</Written>
                    </span>
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
