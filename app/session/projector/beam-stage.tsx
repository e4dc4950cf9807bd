import { useLocale, useWords } from "../../language/words.ts";
import { clock } from "../../platform/time.ts";
import { namingWords } from "../../themes/messages/naming.ts";
import type { NamingView } from "../../themes/naming/naming.ts";
import { TableDrawing } from "../../ui/chart/table-drawing.tsx";
import { Around, Written } from "../../ui/form/typed.tsx";
import { clock as countdown } from "../../ui/timer.ts";
import { SignMarks } from "../announce/sign-marks.tsx";
import { useSeconds, useTimeDetail } from "../clock/time-left.tsx";
import { cockpitWords } from "../cockpit/messages/cockpit.ts";
import { type Results, ResultsBoard } from "../cockpit/results-board.tsx";
import type { Together } from "../cockpit/together.ts";
import { TogetherAsk, TogetherBoard } from "../cockpit/together-board.tsx";
import type { Brought } from "../group/gather.ts";
import type { ProjectorView } from "../live/view.ts";
import { BeamNaming } from "../naming/beam-naming.tsx";
import { talkWords } from "../talk/messages/talk.ts";
import { SaidLines } from "../talk/said-lines.tsx";
import type { TalkHeard } from "../talk/talk-heard.ts";

const freshMs = 60_000;
const longFrom = 70;
/** A question that is longer is set smaller, so that it and the clock stay on the screen. */
const longAsk = 90;
/** More tables than this do not stand beside each other; then it is said. */
const mostTables = 16;
/** A table has this many places at least; more while somewhere more lies on it, as far as dots can be told apart. */
const dots = { least: 8, most: 24 };

interface Stage {
  /** the insight that lies before everybody */
  readonly focus: { readonly number: number; readonly text: string } | null;
  readonly steps: readonly { readonly id: string; readonly title: string; readonly question: string; readonly setting: string }[];
  readonly wall: readonly { readonly id: string; readonly kind: string; readonly text: string; readonly at: number }[];
  readonly counts: { readonly needs: number; readonly people: number };
  readonly groups: readonly { readonly number: number; readonly seats: number; readonly needs: number }[];
  readonly brought: readonly Brought[];
  readonly naming: NamingView | null;
  readonly results: Results | null;
  readonly together: Together | null;
}
interface Props {
  readonly live: { readonly view: ProjectorView; readonly talk: TalkHeard; now(): number };
  readonly stage: Stage;
  readonly dialogue: string;
  readonly startsAt: number;
}

export function BeamStage({ live, stage, dialogue, startsAt }: Props) {
  const m = useWords(cockpitWords).projector;
  const { view } = live;
  const at = useSeconds(view, () => live.now());
  const index = stage.steps.findIndex(({ id }) => id === view.stepId);
  const step = view.state === "live" ? stage.steps[index] : undefined;
  const { shows } = view.projector;
  const results = shows === "results" && step ? stage.results : null;
  const naming = shows === "naming" && step ? stage.naming : null;
  const together = shows === "results" && step ? stage.together : null;
  return (
    <>
      <header className="beam-head">
        <p>
          <Written>{dialogue}</Written>
        </p>
        {step && shows !== "nothing" && (
          <p>
            <Around words={{ title: step.title }} say={(p) => m.step({ at: index + 1, ...p })} />
          </p>
        )}
      </header>
      <main
        id="main"
        className={`beam ${step && shows !== "question" && shows !== "nothing" && (shows !== "naming" || naming) ? shows : "alone"}`}
      >
        <section className="beam-ask">
          <Question
            {...{ view, step, startsAt, at, results, naming, together }}
            focus={shows === "question" ? stage.focus : null}
          />
          {step && <BeamClock view={view} at={at} />}
        </section>
        {step && shows === "wall" && <Wall stage={stage} at={at} />}
        {step && shows === "brought" && <BroughtWall brought={stage.brought} />}
        {naming && <BeamNaming naming={naming} />}
        {step && shows === "results" && (
          <section className="beam-results">
            {results ? (
              <ResultsBoard results={results} />
            ) : together ? (
              <TogetherBoard together={together} />
            ) : (
              <p className="quiet">{m.notRevealed}</p>
            )}
          </section>
        )}
      </main>
      {step && shows !== "nothing" && step.setting === "plenary" && <BeamSaid live={live} />}
      <footer className="beam-foot">
        {!step || shows !== "wall" || stage.groups.length === 0 ? (
          <p>{m.here({ n: view.present })}</p>
        ) : stage.groups.length > mostTables ? (
          <p>{m.tables({ some: stage.groups.filter(({ needs }) => needs > 0).length, all: stage.groups.length })}</p>
        ) : (
          <>
            <Tables stage={stage} />
            <p>{m.dot}</p>
          </>
        )}
        {view.announcement && (
          <p className="beam-said" role="status">
            <Written>{view.announcement}</Written>
          </p>
        )}
      </footer>
    </>
  );
}

/** Who has the floor, and what is said in text: at the foot of the screen, as captions stand. */
function BeamSaid({ live }: Pick<Props, "live">) {
  const m = useWords(talkWords).floor;
  const { floor } = live.view;
  return (
    <div className="beam-talk">
      {floor && <p className="beam-floor">{m.has[floor.how]({ name: floor.name || m.somebody })}</p>}
      <SaidLines heard={live.talk} floor={floor} aloud={false} />
      <SignMarks heard={live.talk} />
    </div>
  );
}

function Question(props: {
  view: ProjectorView;
  step: Stage["steps"][number] | undefined;
  startsAt: number;
  at: number;
  results: Results | null;
  naming: NamingView | null;
  together: Together | null;
  focus: Stage["focus"];
}) {
  const m = useWords(cockpitWords).projector;
  const locale = useLocale();
  const asked = useWords(namingWords);
  const { view, step, startsAt, at, results, naming, together, focus } = props;
  if (view.state === "ended" || view.state === "cancelled")
    return (
      <>
        <h1>{m.ended}</h1>
        {view.state === "ended" && <p className="beam-text">{m.endedText}</p>}
      </>
    );
  if (!step)
    return (
      <>
        <h1>{m.welcome}</h1>
        <p className="beam-text">{startsAt > at ? m.startsAt({ time: clock(new Date(startsAt), locale) }) : m.soon}</p>
      </>
    );
  if (view.projector.shows === "nothing")
    return (
      <h1>
        <Written>{step.title}</Written>
      </h1>
    );
  const statement = results ?? focus;
  if (statement)
    return (
      <div>
        <p className="beam-text">{m.insight({ number: statement.number })}</p>
        <h1 className="statement">
          <Written>{statement.text}</Written>
        </h1>
      </div>
    );
  if (naming)
    return (
      <div>
        <h1>{asked.title}</h1>
        {naming.state !== "adopted" && <p className="beam-text">{asked.now(naming.theme)}</p>}
      </div>
    );
  if (together) return <TogetherAsk together={together} />;
  const question = step.question || step.title;
  return (
    <h1 className={question.length > longAsk ? "statement" : undefined}>
      <Written>{question}</Written>
    </h1>
  );
}

function BeamClock({ view, at }: { view: ProjectorView; at: number }) {
  const m = useWords(cockpitWords).projector;
  const left = Math.max(0, Math.ceil((view.pausedLeftMs ?? (view.stepEndsAt ?? 0) - at) / 1000));
  const detail = useTimeDetail(view, left);
  if (view.stepEndsAt === null || view.projector.shows === "nothing") return null;
  return (
    <p className="beam-clock" role="timer" aria-label={m.clock}>
      <span className="num">{countdown(left)}</span>
      <span>{detail}</span>
    </p>
  );
}

function Wall({ stage, at }: { stage: Stage; at: number }) {
  const m = useWords(cockpitWords).projector;
  const { needs, people } = stage.counts;
  return (
    <section className="beam-wall" aria-labelledby="wall">
      <h2 id="wall">
        <span className="num">{needs}</span> {m.needs({ n: needs })}{" "}
        {needs > 0 && <span className="quiet">{m.from({ n: people })}</span>}
      </h2>
      {stage.wall.length === 0 && <p className="beam-text quiet">{m.wallEmpty}</p>}
      <ul className="plain">
        {stage.wall.map((one) => (
          <li key={one.id} className={lookOf(one, at)}>
            <span>
              {at - one.at < freshMs && <span className="visually-hidden">{m.fresh}</span>}
              <Written>{one.text}</Written>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const mostBrought = 24;

/** What the tables bring: all of it as long as it can be read from ten metres. */
function BroughtWall({ brought }: { brought: Stage["brought"] }) {
  const m = useWords(cockpitWords).projector;
  const size = brought.length <= 6 ? "few" : brought.length <= 12 ? "some" : "many";
  return (
    <section className={`beam-wall brought-${size}`} aria-labelledby="brought">
      <h2 id="brought">{m.brought}</h2>
      {brought.length === 0 && <p className="beam-text quiet">{m.broughtEmpty}</p>}
      <ul className="plain">
        {brought.slice(0, mostBrought).map(({ group, needs }) => (
          <li key={needs[0]?.id} className={needs.some(({ text }) => text.length > longFrom) || needs.length > 1 ? "long" : ""}>
            {group !== null && (
              <b className="num">
                <span className="visually-hidden">{m.fromGroup} </span>
                {group}
              </b>
            )}
            <span>{needs.map(({ text }) => text).join(" / ")}</span>
          </li>
        ))}
      </ul>
      {brought.length > mostBrought && <p className="beam-text">{m.moreBrought({ n: brought.length - mostBrought })}</p>}
    </section>
  );
}

/** What was just shared stands out; what is long is set smaller, so that it can be read to its end. */
function lookOf(one: Stage["wall"][number], at: number): string | undefined {
  const look = [at - one.at < freshMs && "new", one.text.length > longFrom && "long"].filter(Boolean).join(" ");
  return look || undefined;
}

function Tables({ stage }: { stage: Stage }) {
  const m = useWords(cockpitWords).projector;
  const places = Math.min(dots.most, Math.max(dots.least, ...stage.groups.map(({ needs }) => needs)));
  return (
    <ol className="plain">
      {stage.groups.map((group) => (
        <li key={group.number}>
          <TableDrawing
            seats={Array.from({ length: places }, (_, i) => ({ state: i < group.needs ? "present" : "empty" }) as const)}
            centre={group.number}
            size={52}
            label={m.group({ number: group.number, n: group.needs })}
          />
        </li>
      ))}
    </ol>
  );
}
