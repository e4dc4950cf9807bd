import { askedOfDialogue } from "../../dialogue/access/asked.server.ts";
import { dialogueWaysOut, mayDialogue } from "../../dialogue/dialogue.ts";
import type { DialogueView, SessionView } from "../../dialogue/dialogue-view.ts";
import { dialogueWords } from "../../dialogue/messages/dialogue.ts";
import { countHarvest, countSessions, readiness } from "../../dialogue/overview.server.ts";
import { listSessions } from "../../dialogue/sessions.server.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useLocale, useWords } from "../../language/words.ts";
import { dateTimeRange } from "../../platform/time.ts";
import { erasingWords } from "../../privacy/messages/erasing.ts";
import { handOverWords } from "../../privacy/messages/hand-over.ts";
import { LinkButton } from "../../ui/button.tsx";
import { Rail } from "../../ui/chart/rail.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Tag } from "../../ui/tag.tsx";
import type { Route } from "./+types/overview.route.ts";
import { type NextStep, nextStep } from "./next-step.ts";
import { ReadyList } from "./ready-list.tsx";

export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue, roles, db } = askedOfDialogue(context);
  const [sessions, counts, harvest] = await Promise.all([
    listSessions(db, dialogue.id),
    countSessions(db, dialogue.id),
    countHarvest(db, dialogue.id),
  ]);
  return {
    next: nextStep({ dialogue: dialogue.state, sessions, ...harvest }),
    counts,
    ready: dialogue.state === "draft" ? { ...(await readiness(db, dialogue.id)), help: dialogue.helpContact !== "" } : null,
    ways: dialogueWaysOut(dialogue.state).filter((event) => event !== "publish"),
    organises: roles.has("organiser"),
    mayPlan: roles.has("organiser") && mayDialogue(dialogue.state, "planSession"),
  };
}

/** Where the one button leads; null when this member may not go there. */
function target(step: NextStep, view: DialogueView, organises: boolean): string | null {
  const open = (...stations: DialogueView["stations"][number]["station"][]) =>
    view.stations.some(({ station }) => stations.includes(station));
  const planned = view.sessions.find(({ state }) => state === "planned");
  switch (step) {
    case "draft":
      return organises ? "stand?stap=open" : null;
    case "open-registration":
      return organises && planned ? `bijeenkomsten/${planned.id}/stand?stap=open-registration` : null;
    case "plan":
      return organises ? "bijeenkomsten/nieuw" : null;
    case "harvest":
      return organises ? "stand?stap=start-harvest" : null;
    case "registrations":
      return open("registrations") ? "aanmeldingen" : null;
    case "run-sheet":
      return open("run-sheet") ? "draaiboek" : null;
    case "session":
      return open("session") ? "bijeenkomst" : null;
    case "themes":
      return open("themes") ? "themas" : null;
    case "report":
    case "closed":
      return open("report") ? "verslag" : null;
    case "feedback":
      return open("feedback") ? "terugkoppeling" : null;
  }
}

export default function Overview({ loaderData }: Route.ComponentProps) {
  const { overview: m, states } = useWords(dialogueWords);
  const { link: erase } = useWords(erasingWords);
  const { link: handOver } = useWords(handOverWords);
  const view = useDialogue();
  const home = `/team/${view.slug}`;
  const { next, ready, counts, ways, organises, mayPlan } = loaderData;
  const to = target(next, view, organises);
  const words = m.nextSteps[to === null && next !== "closed" ? "nothing" : next];
  return (
    <>
      <title>{view.title}</title>
      <PageHead title={<Written>{view.title}</Written>} eyebrow={states[view.state]} lead={words.text}>
        {to && (
          <div className="actions">
            <LinkButton to={`${home}/${to}`}>{words.button}</LinkButton>
          </div>
        )}
      </PageHead>
      {ready && organises && (
        <Rail id="klaar" heading={m.ready}>
          <ReadyList home={home} ready={ready} />
        </Rail>
      )}
      <Rail id="bijeenkomsten" heading={m.sessions}>
        <ul className="entries">
          {view.sessions.map((one) => (
            <li key={one.id}>
              <SessionEntry one={one} home={home} counts={counts.find(({ id }) => id === one.id)} organises={organises} />
            </li>
          ))}
        </ul>
        {mayPlan && <TextLink to={`${home}/bijeenkomsten/nieuw`}>{m.addSession}</TextLink>}
      </Rail>
      <Rail id="stand" heading={m.dialogueState}>
        <p>
          <strong>{states[view.state]}.</strong> {m.stateTexts[view.state]}
        </p>
        {view.state !== "draft" && view.state !== "archived" && (
          <p>
            <TextLink href={`/oproep/${view.slug}`}>{m.publicCall}</TextLink>
          </p>
        )}
        {view.state === "published" && (
          <p>
            <TextLink href={`/verslag/${view.slug}`}>{m.publicReport}</TextLink>
          </p>
        )}
        {organises && (
          <div className="row-actions">
            {ways
              .filter((event) => !to?.endsWith(`=${event}`))
              .map((event) => (
                <LinkButton key={event} variant="secondary" to={`${home}/stand?stap=${event}`}>
                  {m.events[event]}
                </LinkButton>
              ))}
            {view.state === "published" || view.state === "archived" ? (
              <LinkButton variant="secondary" to={`${home}/overdracht`}>
                {handOver}
              </LinkButton>
            ) : null}
            {view.state === "archived" && (
              <LinkButton variant="secondary" to={`${home}/wissen`}>
                {erase}
              </LinkButton>
            )}
          </div>
        )}
      </Rail>
    </>
  );
}

interface Entry {
  readonly one: SessionView;
  readonly home: string;
  readonly organises: boolean;
  readonly counts: { capacity: number; admitted: number; waiting: number; toChoose: number } | undefined;
}

function SessionEntry({ one, home, counts, organises }: Entry) {
  const { overview: m, sessionStates } = useWords(dialogueWords);
  const locale = useLocale();
  const running = one.state === "lobby" || one.state === "live";
  const isAhead = one.state === "planned" || one.state.startsWith("registration-");
  const figures = counts && [
    m.admitted({ n: counts.admitted, of: counts.capacity }),
    ...(counts.waiting > 0 ? [m.waiting({ n: counts.waiting })] : []),
    ...(counts.toChoose > 0 ? [m.toChoose({ n: counts.toChoose })] : []),
  ];
  return (
    <>
      <div className="entry-head">
        <h3>
          <Written>{one.title}</Written>
        </h3>
        <Tag tone={running ? "now" : one.state === "cancelled" ? "bad" : one.state === "ended" ? "plain" : "calm"}>
          {sessionStates[one.state]}
        </Tag>
      </div>
      <p className="sentence">{dateTimeRange(one.startsAt, one.endsAt, locale)}</p>
      {figures && one.state !== "cancelled" && <p className="small quiet">{figures.join(", ")}</p>}
      <p className="row-actions">
        <TextLink to={`${home}/draaiboek/${one.id}`}>{m.runSheet}</TextLink>
        {organises && <TextLink to={`${home}/bijeenkomsten/${one.id}`}>{m.change}</TextLink>}
        {organises && isAhead && <TextLink to={`${home}/repetitie?bijeenkomst=${one.id}`}>{m.rehearse}</TextLink>}
      </p>
    </>
  );
}
