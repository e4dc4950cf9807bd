import { lazy, Suspense } from "react";
import { Outlet, useLocation, useSearchParams } from "react-router";
import { askedOfSession } from "../../dialogue/access/asked.server.ts";
import { visitContext } from "../../dialogue/access/context.server.ts";
import { teamRoles } from "../../dialogue/people/role.ts";
import { TeamFrame } from "../../dialogue/team-frame.tsx";
import { useWords } from "../../language/words.ts";
import { TextLink } from "../../ui/layout/text.tsx";
import { Notice } from "../../ui/notice.tsx";
import { openingView } from "../attention/opening-view.server.ts";
import { openLobbyWhenDue } from "../clock/steer.server.ts";
import { useLive } from "../live/use-live.tsx";
import { hasFloor } from "../plenary/floor.ts";
import type { Route } from "./+types/cockpit.route.ts";
import { readFields, readSteps } from "./cockpit.server.ts";
import type { CockpitHall } from "./cockpit-hall.ts";
import { LiveBar } from "./live-bar.tsx";
import { cockpitWords } from "./messages/cockpit.ts";
import { lastDeedOf } from "./take-back.server.ts";
import "./cockpit.css";

/** Who leads is seen and heard in the plenary. */
const Meet = lazy(() => import("../video/join/meet.tsx").then(({ Meet }) => ({ default: Meet })));

export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue, session, roles, db, environment } = askedOfSession(context);
  await openLobbyWhenDue(db, session, new Date());
  const start = await openingView(db, session, { as: "team" });
  const { team } = context.get(visitContext);
  const [steps, fields, last] = await Promise.all([
    readSteps(db, session.id),
    readFields(db, dialogue.id),
    team ? lastDeedOf(db, session.id, team.personId) : null,
  ]);
  return {
    start,
    steps,
    fields,
    last,
    dialogue: { slug: dialogue.slug, title: dialogue.title },
    session: { id: session.id, title: session.title, startsAt: session.startsAt.getTime(), endsAt: session.endsAt.getTime() },
    me: {
      id: team?.personId ?? null,
      name: team?.name ?? "",
      // Here they lead, whatever else they do.
      role: roles.has("facilitator")
        ? ("facilitator" as const)
        : (teamRoles.find((role) => role !== "administrator" && roles.has(role)) ?? null),
    },
    steers: roles.has("facilitator") || roles.has("organiser"),
    meets: environment.media,
  };
}

export default function Cockpit({ loaderData }: Route.ComponentProps) {
  const m = useWords(cockpitWords);
  const live = useLive(loaderData.start, ["step", "all", "team"]);
  const { dialogue, session, me, steps, fields, steers, last, meets } = loaderData;
  const now = steps.find(({ id }) => id === live.view.stepId);
  const home = `/team/${dialogue.slug}/bijeenkomst/${session.id}`;
  const hall: CockpitHall = { live, home, steers, steps, fields, session, me: me.id, last };
  return (
    <div className="cockpit">
      <TeamFrame
        title={dialogue.title}
        home={`/team/${dialogue.slug}`}
        me={me}
        links={
          <>
            <TextLink to={home}>{m.pages.hall}</TextLink>
            {steers && <TextLink to={`${home}/indeling`}>{m.pages.deal}</TextLink>}
            {steers && <TextLink to={`${home}/mensen`}>{m.pages.people}</TextLink>}
            <TextLink href={`/team/${dialogue.slug}/scherm/${session.id}`} target="_blank">
              {m.list.screen}
            </TextLink>
          </>
        }
        bleed
      >
        <title>{m.title({ session: session.title })}</title>
        <LiveBar hall={hall} />
        {steers && meets && now && live.view.state === "live" ? (
          <Suspense>
            <Meet
              session={session.id}
              as="team"
              kind={hasFloor(now) ? "plenary" : null}
              place={now.id}
              hasFloor={live.view.floor?.personId === me.id}
            />
          </Suspense>
        ) : null}
        <div className="wrap cockpit-body">
          <Told />
          {live.connection === "lost" && (
            <Notice variant="warn" live="polite">
              {m.connection.lost}
            </Notice>
          )}
          <Outlet context={hall} />
        </div>
      </TeamFrame>
    </div>
  );
}

/** What became of the deed that led back here, when there is something to say. */
function Told() {
  const { refusals, here } = useWords(cockpitWords);
  const [search] = useSearchParams();
  const { key } = useLocation();
  const code = search.get("melding");
  if (!code) return null;
  if (code === "resent")
    return (
      <Notice key={key} variant="success" live="polite">
        {here.resent}
      </Notice>
    );
  return (
    <Notice key={key} variant="error" live="at-once">
      {Object.hasOwn(refusals, code) ? refusals[code as keyof typeof refusals] : refusals.other}
    </Notice>
  );
}
