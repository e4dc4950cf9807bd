import { data, useOutletContext } from "react-router";
import { placeContext, servicesContext } from "../context.ts";
import type { Route } from "./+types/hall.route.ts";
import { attention, type GroupNow } from "./attention.ts";
import { AttentionList } from "./attention-list.tsx";
import { CheckControl } from "./check-control.tsx";
import { countNeeds, readCheck, readGroups, readHelp, readPeople, readWall } from "./cockpit.server.ts";
import { asksToWrite, type CockpitHall, stepAt } from "./cockpit-hall.ts";
import { FieldsHere } from "./fields-here.tsx";
import { Tables } from "./hall-tables.tsx";
import { Here } from "./here.tsx";
import { NowBox } from "./now-box.tsx";
import { Say } from "./say.tsx";
import { ScreenControl } from "./screen-control.tsx";
import { EndSession, StepList } from "./step-list.tsx";
import { useSeconds } from "./time-left.tsx";

export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue, session, roles } = context.get(placeContext);
  if (!dialogue || !session) throw data("missing", { status: 404 });
  const { db } = context.get(servicesContext);
  const steers = roles.has("facilitator") || roles.has("organiser");
  const [people, groups, help, check, wall, counts] = await Promise.all([
    readPeople(db, session.id),
    readGroups(db, session.id),
    readHelp(db, session.id),
    readCheck(db, { dialogueId: dialogue.id, sessionId: session.id }),
    readWall(db, session.id),
    countNeeds(db, session.id),
  ]);
  return {
    // Names are for who leads: they need to find people, others do not.
    people: people.map((one) => ({ ...one, name: steers ? one.name : "", organisation: steers ? one.organisation : "" })),
    help: help.map((one) => ({ ...one, name: steers ? one.name : "" })),
    groups,
    check,
    wall,
    counts,
  };
}
export type HallData = Awaited<ReturnType<typeof loader>>;

export default function Hall({ loaderData }: Route.ComponentProps) {
  const hall = useOutletContext<CockpitHall>();
  const { people, groups, help, check, wall, counts } = loaderData;
  const now = useSeconds(hall.live.view, hall.live.now);
  const here = new Set(hall.live.view.here);
  const step = hall.live.view.state === "live" ? hall.steps[stepAt(hall)] : undefined;
  const groupsNow: GroupNow[] = groups.map((group) => ({
    id: group.id,
    number: group.number,
    seats: group.members.length,
    here: group.members.filter((one) => here.has(one)).length,
    written: group.written,
    lastWrittenAt: group.lastWrittenAt,
  }));
  const found = attention(
    groupsNow,
    help,
    { startedAt: hall.live.view.stepStartedAt ?? now, writes: step !== undefined && asksToWrite(step) },
    now,
  );
  const view = { hall, people, groups, help, here, found, now };
  return (
    <div className="cockpit-grid">
      <div className="tables-side">
        <AttentionList {...view} />
        <Tables {...view} counts={counts} />
        <ScreenControl hall={hall} wall={wall} check={check} now={now} />
        <CheckControl hall={hall} check={check} />
      </div>
      <aside className="room-side">
        <NowBox hall={hall} />
        <Here hall={hall} people={people} groups={groups} here={here} />
        <FieldsHere hall={hall} people={people} groups={groups} here={here} />
        <Say hall={hall} />
        <StepList hall={hall} />
        <EndSession hall={hall} />
      </aside>
    </div>
  );
}
