import { useLocale, useWords } from "../../language/words.ts";
import { clock, dateTime } from "../../platform/time.ts";
import { Button } from "../../ui/button.tsx";
import { Around } from "../../ui/form/typed.tsx";
import { type Plan, plan } from "../clock/clock.ts";
import { useSeconds } from "../clock/time-left.tsx";
import { type CatchUp, catchUp } from "../live/catch-up.ts";
import { type CockpitHall, stepAt } from "./cockpit-hall.ts";
import { Deed } from "./deed.tsx";
import { cockpitWords } from "./messages/cockpit.ts";

const aMinute = 60_000;
const leftOpenMs = 6 * 3_600_000;

export interface Ahead extends Plan {
  /** whole minutes past the end that was announced; less than one is none */
  readonly lateMinutes: number;
  /** so long over its end that nobody is running late any more: it was forgotten to end it */
  readonly leftOpen: boolean;
}

/** When all that is to come begins and ends if no more is changed. By the minute: what is said does not change under the eye. */
export function useAhead(hall: CockpitHall): Ahead | null {
  const { view } = hall.live;
  const now = useSeconds(view, hall.live.now);
  const at = stepAt(hall);
  if (view.state !== "live" || at < 0) return null;
  const { stepStartedAt, stepEndsAt, pausedLeftMs, turn } = view;
  const ahead = plan(
    hall.steps,
    { turn, stepIndex: at, startedAt: stepStartedAt ?? 0, endsAt: stepEndsAt ?? 0, pausedLeftMs, finishedAt: null },
    Math.floor(now / aMinute) * aMinute,
    hall.session.endsAt,
  );
  const lateMinutes = ahead.overrunSeconds < 60 ? 0 : Math.ceil(ahead.overrunSeconds / 60);
  return { ...ahead, lateMinutes, leftOpen: now - hall.session.endsAt > leftOpenMs };
}

/** Runs late: by how much, what that leaves for the practice check, and what could be shorter. One press does it. */
export function PlanBox({ hall }: { hall: CockpitHall }) {
  const m = useWords(cockpitWords).plan;
  const locale = useLocale();
  const ahead = useAhead(hall);
  if (!hall.steers || !ahead || ahead.lateMinutes === 0) return null;
  const coming = hall.steps.slice(stepAt(hall) + 1);
  if (ahead.leftOpen) return <LeftOpen hall={hall} />;
  const time = (at: number) => clock(new Date(at), locale);
  const check = coming.find(({ kind }) => kind === "practice-check");
  const left = ahead.steps.find(({ index }) => hall.steps[index] === check)?.leftSeconds ?? 0;
  return (
    <section aria-labelledby="plan" className="plan-box">
      <h2 id="plan">{m.late({ minutes: ahead.lateMinutes })}</h2>
      <p>{m.ends({ time: time(ahead.endsAt), agreed: time(hall.session.endsAt) })}</p>
      {check && (
        <p>
          <Around words={{ title: check.title }} say={(p) => m.leftFor({ minutes: Math.floor(left / 60), ...p })} />
        </p>
      )}
      <Proposal hall={hall} found={catchUp(coming, ahead.lateMinutes * 60)} />
    </section>
  );
}

function LeftOpen({ hall }: { hall: CockpitHall }) {
  const words = useWords(cockpitWords);
  const locale = useLocale();
  return (
    <section aria-labelledby="plan" className="plan-box">
      <h2 id="plan">{words.plan.open}</h2>
      <p>{words.plan.openText({ agreed: dateTime(new Date(hall.session.endsAt), locale), end: words.bar.end })}</p>
    </section>
  );
}

function Proposal({ hall, found }: { hall: CockpitHall; found: CatchUp }) {
  const m = useWords(cockpitWords).plan;
  const title = new Map(hall.steps.map((step) => [step.id, step.title]));
  const minutes = (seconds: number) => Math.round(seconds / 60);
  const still = Math.ceil(found.stillSeconds / 60);
  return (
    <>
      {found.cuts.length > 0 && (
        <>
          <p>{m.proposal}</p>
          <ul className="cuts">
            {found.cuts.map(({ id, from, to }) => (
              <li key={id}>
                <Around
                  words={{ title: title.get(id) ?? "" }}
                  say={(p) => m.cut({ from: minutes(from), to: minutes(to), ...p })}
                />
              </li>
            ))}
          </ul>
          <p className="small quiet">{m.why}</p>
          <Deed to={`${hall.home}/inkorten`} fields={{ onderdelen: found.cuts.map(({ id, to }) => `${id}:${to}`).join(",") }}>
            <Button variant="secondary" size="small">
              {m.shorten({ n: found.cuts.length })}
            </Button>
          </Deed>
        </>
      )}
      {still > 0 && <p>{found.cuts.length > 0 ? m.still({ minutes: still }) : m.none}</p>}
    </>
  );
}
