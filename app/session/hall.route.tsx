import { useMemo } from "react";
import { data, useOutletContext, useSearchParams } from "react-router";
import { placeContext, servicesContext } from "../dialogue/access/context.ts";
import { floorQueue } from "../floor/floor.server.ts";
import { broughtNeeds } from "../groups/gathering.server.ts";
import { visitsOf } from "../groups/table-life.server.ts";
import { cockpitWords } from "../messages/cockpit.ts";
import { readNaming, themesToName } from "../themes/naming/naming-view.server.ts";
import { useWords } from "../ui/messages/words.ts";
import { NumberBadge } from "../ui/tag.tsx";
import type { Route } from "./+types/hall.route.ts";
import { attention, byUrgency } from "./attention.ts";
import { AttentionList } from "./attention-list.tsx";
import { BroughtByTable } from "./brought-by-table.tsx";
import { CaptionControl } from "./caption-control.tsx";
import { captioners } from "./captioner.server.ts";
import { CheckControl } from "./check-control.tsx";
import { readOutcome } from "./check-outcome.server.ts";
import { readCheck, readGroups, readHelp, readPeople, readUnaware } from "./cockpit.server.ts";
import { asksToWrite, type CockpitHall, stepAt } from "./cockpit-hall.ts";
import { whoLeads } from "./colleagues.server.ts";
import { FieldsHere } from "./fields-here.tsx";
import { FlagList } from "./flag-list.tsx";
import { readFlags } from "./flags.server.ts";
import { FloorControl } from "./floor-control.tsx";
import { Tables } from "./hall-tables.tsx";
import { byPerson } from "./hall-view.ts";
import { Here } from "./here.tsx";
import { NamingControl } from "./naming-control.tsx";
import { NoteBox } from "./note-box.tsx";
import { NowBox } from "./now-box.tsx";
import { PlanBox } from "./plan-box.tsx";
import { Say } from "./say.tsx";
import { SayToSome } from "./say-to-some.tsx";
import { ScreenControl } from "./screen-control.tsx";
import { SignMarks } from "./sign-marks.tsx";
import { EndSession, StepList } from "./step-list.tsx";
import { TableList } from "./table-list.tsx";
import { TalkSpread } from "./talk-spread.tsx";
import { TeamBox } from "./team-box.tsx";
import { readNotes } from "./team-notes.server.ts";
import { useSeconds } from "./time-left.tsx";
import { Unaware } from "./unaware.tsx";
import { UrgencyFilter, useUrgency } from "./urgency-filter.tsx";
import { useHere, useLeftAt } from "./use-here.tsx";
import { countNeeds, isWallChecked, readWall } from "./wall.server.ts";

export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue, session, roles } = context.get(placeContext);
  if (!dialogue || !session) throw data("missing", { status: 404 });
  const { db } = context.get(servicesContext);
  const steers = roles.has("facilitator") || roles.has("organiser");
  const [
    unaware,
    people,
    groups,
    help,
    check,
    wall,
    counts,
    brought,
    naming,
    themes,
    flags,
    outcome,
    asks,
    captions,
    wallChecked,
  ] = await Promise.all([
    readUnaware(db, session.id),
    readPeople(db, session.id),
    readGroups(db, session.id),
    readHelp(db, session.id),
    readCheck(db, { dialogueId: dialogue.id, sessionId: session.id }),
    readWall(db, session.id),
    countNeeds(db, session.id),
    broughtNeeds(db, session.id),
    readNaming(db, session.id, null),
    themesToName(db, { dialogueId: dialogue.id, sessionId: session.id }),
    steers ? readFlags(db, { dialogueId: dialogue.id, sessionId: session.id }) : [],
    readOutcome(db, dialogue.id),
    floorQueue(db, session.id),
    steers ? captioners(db, dialogue.id) : [],
    isWallChecked(db, session.id),
  ]);
  const [visits, colleagues, notes] = await Promise.all([
    visitsOf(db, session.id),
    steers ? whoLeads(db, session.id) : [],
    steers ? readNotes(db, session.id) : { notes: [], all: 0 },
  ]);
  return {
    // Names are for who leads: they need to find people, others do not.
    people: people.map((one) => ({ ...one, name: steers ? one.name : "", organisation: steers ? one.organisation : "" })),
    help: help.map((one) => ({ ...one, name: steers ? one.name : "" })),
    unaware: unaware.map((one) => ({ ...one, name: steers ? one.name : "" })),
    groups,
    check,
    wall,
    counts,
    brought,
    naming,
    themes,
    flags,
    outcome,
    asks: asks.map((one) => ({ ...one, name: steers ? one.name : "" })),
    captions,
    wallChecked,
    visits,
    colleagues,
    // sent twice, a note is kept once
    notes: { ...notes, nextId: crypto.randomUUID() },
  };
}
export type HallData = Awaited<ReturnType<typeof loader>>;

export default function Hall({ loaderData }: Route.ComponentProps) {
  const hall = useOutletContext<CockpitHall>();
  const { unaware, people, groups, help, check, wall, counts, brought, naming, themes, flags, outcome, asks, captions } =
    loaderData;
  const { wallChecked, visits, colleagues, notes } = loaderData;
  const m = useWords(cockpitWords).brought;
  const asList = useSearchParams()[0].get("weergave") === "lijst";
  const now = useSeconds(hall.live.view, hall.live.now);
  const here = useHere(hall.live.view.here);
  const leftAt = useLeftAt(people, here, hall.live.now);
  const { view: seen } = hall.live;
  const step = seen.state === "live" ? hall.steps[stepAt(hall)] : undefined;
  const found = attention(
    {
      tables: groups.map(({ written, lastWrittenAt, ...group }) => ({ ...group, onTable: written, lastWordAt: lastWrittenAt })),
      here,
      leftAt,
      calls: help,
      step: {
        startedAt: seen.stepStartedAt ?? now,
        seconds: step?.seconds ?? 0,
        writes: step !== undefined && asksToWrite(step),
        paused: seen.pausedLeftMs !== null,
      },
    },
    now,
  );
  const known = useMemo(() => byPerson(people), [people]);
  const only = useUrgency();
  const wanted = only ? found.filter(({ why }) => why === only) : found;
  const looked = only ? groups.filter(({ id }) => wanted.some(({ groupId }) => groupId === id)) : groups;
  const view = { hall, people, known, groups, help, here, found: wanted, visits, now };
  return (
    <div className="cockpit-grid">
      <div className="tables-side">
        <Unaware hall={hall} people={unaware} />
        <UrgencyFilter found={found} />
        <AttentionList key={only} {...view} />
        {hall.steers && step?.setting === "group" ? <TalkSpread session={hall.session.id} groups={groups} /> : null}
        <SignMarks heard={hall.live.talk} />
        <FloorControl hall={hall} asks={asks} here={here} now={now} />
        <FlagList hall={hall} items={flags} />
        {asList && looked.length > 0 ? (
          <TableList {...view} groups={byUrgency(looked, found)} />
        ) : (
          <Tables {...view} shownOnly={only ? looked : null} counts={counts} />
        )}
        {brought.length > 0 ? (
          <section aria-labelledby="brought">
            <div className="section-head">
              <h2 id="brought">
                {m.title} <NumberBadge value={brought.length} soft />
              </h2>
            </div>
            <BroughtByTable brought={brought} />
          </section>
        ) : null}
        <ScreenControl hall={hall} wall={wall} checked={wallChecked} check={check} now={now} />
        <NamingControl hall={hall} naming={naming} themes={themes} />
        <CheckControl hall={hall} check={check} outcome={outcome} />
      </div>
      <aside className="room-side">
        <PlanBox hall={hall} />
        <NowBox hall={hall} />
        <TeamBox hall={hall} colleagues={colleagues} visits={visits} help={help} groups={groups} />
        <Here hall={hall} people={people} groups={groups} here={here} />
        <FieldsHere hall={hall} people={people} groups={groups} here={here} />
        <Say hall={hall}>
          <SayToSome hall={hall} groups={groups} found={found} />
        </Say>
        <CaptionControl hall={hall} people={captions} />
        <NoteBox hall={hall} {...notes} />
        <StepList hall={hall} />
        <EndSession hall={hall} />
      </aside>
    </div>
  );
}
