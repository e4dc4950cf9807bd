import { useLocale, useWords } from "../../language/words.ts";
import { steeringFor } from "../../prepare/run-sheet/templates/step-texts.ts";
import { Written } from "../../ui/form/typed.tsx";
import { type CockpitHall, stepAt } from "../cockpit/cockpit-hall.ts";
import { cockpitWords } from "../cockpit/messages/cockpit.ts";

/** What the facilitator does in the step at hand, and in the next one. */
export function NowBox({ hall }: { hall: CockpitHall }) {
  const m = useWords(cockpitWords).now;
  const locale = useLocale();
  const { state } = hall.live.view;
  const at = state === "live" ? stepAt(hall) : -1;
  const step = hall.steps[at];
  const next = state === "ended" || state === "cancelled" ? undefined : hall.steps[at + 1];
  if (!step && !next) return null;
  return (
    <section aria-labelledby="now">
      <h2 id="now">{m.title}</h2>
      {step?.question && (
        <p className="strong">
          <Written>{step.question}</Written>
        </p>
      )}
      {step && (
        <p>
          <strong>{m.now}:</strong> {steeringFor(step.kind)[locale]}
        </p>
      )}
      {step?.script && (
        <blockquote className="script">
          <p className="small quiet">{m.aloud}</p>
          <p>
            <Written>{step.script}</Written>
          </p>
        </blockquote>
      )}
      {next && (
        <p>
          <strong>
            {m.next}, <Written>{next.title}</Written>:
          </strong>{" "}
          {steeringFor(next.kind)[locale]}
        </p>
      )}
      {next?.script && (
        <details className="disclosure">
          <summary>{m.aloudNext}</summary>
          <p>
            <Written>{next.script}</Written>
          </p>
        </details>
      )}
    </section>
  );
}
