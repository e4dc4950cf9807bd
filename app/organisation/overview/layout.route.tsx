import { Outlet, useLocation } from "react-router";
import { access } from "../../dialogue/access/access.ts";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { mayEnter } from "../../dialogue/access/enter.server.ts";
import type { DialogueView } from "../../dialogue/dialogue-view.ts";
import { dialogueWords } from "../../dialogue/messages/dialogue.ts";
import { type Role, teamRoles } from "../../dialogue/people/role.ts";
import { listSessions } from "../../dialogue/sessions.server.ts";
import { stationPaths, stationStates } from "../../dialogue/stations.ts";
import { TeamFrame } from "../../dialogue/team-frame.tsx";
import { useWords } from "../../language/words.ts";
import { TextLink } from "../../ui/layout/text.tsx";
import type { Route } from "./+types/layout.route.ts";

export async function loader({ context }: Route.LoaderArgs): Promise<DialogueView> {
  const { dialogue, roles } = context.get(placeContext);
  if (!dialogue) throw new Response(null, { status: 404 });
  const sessions = await listSessions(context.get(servicesContext).db, dialogue.id);
  const may = (page: string) => mayOpen(page, roles);
  return {
    id: dialogue.id,
    slug: dialogue.slug,
    title: dialogue.title,
    state: dialogue.state,
    sessions,
    me: {
      name: context.get(visitContext).team?.name ?? "",
      roles: teamRoles.filter((role) => role !== "administrator" && roles.has(role)),
    },
    stations: stationStates({ dialogue: dialogue.state, sessions }).filter(({ station }) => may(stationPaths[station])),
    may: { team: may("team"), settings: may("instellingen"), mail: may("post") },
  };
}

/** The thread shows what one may open. */
function mayOpen(page: string, roles: ReadonlySet<Role>): boolean {
  return mayEnter(access[`/team/:dialogue/${page}`]?.read, roles);
}

export default function DialogueLayout({ loaderData: view }: Route.ComponentProps) {
  const m = useWords(dialogueWords);
  const here = useLocation().pathname.split("/")[3];
  const home = `/team/${view.slug}`;
  const at = view.stations.findIndex(({ station, state }) => (here ? stationPaths[station] === here : state === "now"));
  return (
    <TeamFrame
      title={view.title}
      home={home}
      me={{ name: view.me.name, role: view.me.roles[0] ?? null }}
      links={
        <>
          {view.may.team && <TextLink to={`${home}/team`}>{m.frame.team}</TextLink>}
          {view.may.settings && <TextLink to={`${home}/instellingen`}>{m.frame.settings}</TextLink>}
          {view.may.mail && <TextLink to={`${home}/post`}>{m.frame.mail}</TextLink>}
          <TextLink to="/team">{m.frame.allDialogues}</TextLink>
        </>
      }
      stations={view.stations.map(({ station, state }, index) => ({
        label: m.stations[station],
        to: `${home}/${stationPaths[station]}`,
        state,
        stateWord: m.stationStates[state],
        current: here !== undefined && index === at,
      }))}
      stationsSummary={
        at >= 0
          ? m.frame.summary({ at: at + 1, of: view.stations.length })
          : view.stations.some(({ state }) => state === "now")
            ? m.stationStates.now
            : m.frame.spine
      }
    >
      <Outlet />
    </TeamFrame>
  );
}
