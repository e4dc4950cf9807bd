import { askedOfSession } from "../../dialogue/access/asked.server.ts";
import { visitContext } from "../../dialogue/access/context.server.ts";
import { teamRoles } from "../../dialogue/people/role.ts";
import { TeamFrame } from "../../dialogue/team-frame.tsx";
import { useWords } from "../../language/words.ts";
import { namingWords } from "../../themes/messages/naming.ts";
import { Rail } from "../../ui/chart/rail.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Tag } from "../../ui/tag.tsx";
import { SignMarks } from "../announce/sign-marks.tsx";
import { openingView } from "../attention/opening-view.server.ts";
import { TimeLeft } from "../clock/time-left.tsx";
import { liveWords } from "../live/messages/live.ts";
import { useLive } from "../live/use-live.tsx";
import { BeamNaming } from "../naming/beam-naming.tsx";
import { readStage } from "../projector/stage.server.ts";
import { talkWords } from "../talk/messages/talk.ts";
import { SaidLines } from "../talk/said-lines.tsx";
import type { Route } from "./+types/observer.route.ts";
import { BroughtByTable } from "./brought-by-table.tsx";
import { cockpitWords } from "./messages/cockpit.ts";
import { ResultsBoard } from "./results-board.tsx";
import { TogetherBoard, TogetherSaid } from "./together-board.tsx";
import "../projector/projector.css";

const listed = 60;

export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue, session, roles, db } = askedOfSession(context);
  const start = await openingView(db, session, { as: "projector" });
  const { steps, wall, brought, naming, results, together } = await readStage(
    db,
    { dialogueId: dialogue.id, sessionId: session.id },
    start.view.projector,
    listed,
  );
  return {
    start,
    steps,
    wall,
    brought,
    naming,
    results,
    together,
    title: session.title,
    dialogue: { slug: dialogue.slug, title: dialogue.title },
    me: {
      name: context.get(visitContext).team?.name ?? "",
      role: teamRoles.find((role) => role !== "administrator" && roles.has(role)) ?? null,
    },
  };
}

/** For who listens: what happens with the whole group, and never what is said at a table. */
export default function Observer({ loaderData }: Route.ComponentProps) {
  const words = useWords(cockpitWords);
  const m = words.observer;
  const names = useWords(namingWords);
  const floorWords = useWords(talkWords).floor;
  const lost = useWords(liveWords).connection.lost;
  const { start, steps, wall, brought, naming, results, together, title, dialogue, me } = loaderData;
  const live = useLive(start, ["step", "all"]);
  const { view } = live;
  const step = view.state === "live" ? steps.find(({ id }) => id === view.stepId) : undefined;
  return (
    <TeamFrame title={dialogue.title} home={`/team/${dialogue.slug}`} me={me}>
      <title>{`${m.title} · ${title}`}</title>
      <PageHead
        title={<Written>{step?.question || step?.title || title}</Written>}
        eyebrow={step ? <Written>{title}</Written> : m.title}
        lead={m.lead}
      />
      {live.connection === "lost" && (
        <Notice variant="warn" live="polite">
          {lost}
        </Notice>
      )}
      {view.announcement && (
        <Notice title={m.announcement} live="polite">
          <Written>{view.announcement}</Written>
        </Notice>
      )}
      <TimeLeft view={view} now={() => live.now()} large />
      {view.floor && <p className="strong">{floorWords.has[view.floor.how]({ name: view.floor.name || floorWords.somebody })}</p>}
      <SaidLines heard={live.talk} floor={view.floor} />
      <SignMarks heard={live.talk} />
      {view.state === "ended" && <p>{words.bar.ended}</p>}
      {step?.setting === "group" && <p>{m.inGroups}</p>}
      {step?.setting === "alone" && <p>{m.alone}</p>}
      {view.projector.shows === "results" && results && (
        <Rail id="results" heading={words.projector.insight({ number: results.number })}>
          <p className="strong">
            <Written>{results.text}</Written>
          </p>
          <ResultsBoard results={results} />
        </Rail>
      )}
      {view.projector.shows === "results" && together && (
        <Rail id="together" heading={words.check.together}>
          <TogetherSaid together={together} />
          <TogetherBoard together={together} />
        </Rail>
      )}
      {view.projector.shows === "wall" && (
        <Rail id="shared" heading={m.shared}>
          {wall.length === 0 && <p className="quiet">{m.sharedNone}</p>}
          <ul>
            {wall.map((one) => (
              <li key={one.id}>
                <Written>{one.text}</Written> <span className="quiet">({words.screen.kinds[one.kind]})</span>
              </li>
            ))}
          </ul>
        </Rail>
      )}
      {view.projector.shows === "naming" && naming && (
        <Rail id="naming" heading={names.title}>
          <BeamNaming naming={naming} />
        </Rail>
      )}
      {view.projector.shows === "brought" && (
        <Rail id="brought" heading={words.projector.brought}>
          <BroughtByTable brought={brought} />
        </Rail>
      )}
      <Rail id="agenda" heading={m.agenda}>
        <ol>
          {steps.map((one) => (
            <li key={one.id} aria-current={one === step ? "step" : undefined}>
              <Written>{one.title}</Written> {one === step && <Tag tone="now">{m.now}</Tag>}
            </li>
          ))}
        </ol>
      </Rail>
    </TeamFrame>
  );
}
