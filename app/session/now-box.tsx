import { cockpitWords } from "../messages/cockpit.ts";
import { useWords } from "../messages/words.ts";
import { type CockpitHall, stepAt } from "./cockpit-hall.ts";

/** What the run sheet says about the step at hand, and about the next one. */
export function NowBox({ hall }: { hall: CockpitHall }) {
  const m = useWords(cockpitWords).now;
  const at = hall.live.view.state === "live" ? stepAt(hall) : -1;
  const step = hall.steps[at];
  const next = hall.live.view.state === "ended" || hall.live.view.state === "cancelled" ? undefined : hall.steps[at + 1];
  if (!step && !next) return null;
  return (
    <section aria-labelledby="now">
      <h2 id="now">{step ? m.title : m.next}</h2>
      {step && (
        <>
          {step.question && <p className="strong">{step.question}</p>}
          <p>{step.instruction || m.nothing}</p>
        </>
      )}
      {next && (
        <>
          {step && <h3>{m.next}</h3>}
          <p className={step ? "quiet" : undefined}>
            {next.title}
            {next.instruction && `. ${next.instruction}`}
          </p>
        </>
      )}
    </section>
  );
}
