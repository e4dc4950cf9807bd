import { useMemo } from "react";
import { useOutletContext, useSearchParams } from "react-router";
import { askedOfSession } from "../../dialogue/access/asked.server.ts";
import { useWords } from "../../language/words.ts";
import { readNaming, themesToName } from "../../themes/naming/naming-view.server.ts";
import { NumberBadge } from "../../ui/tag.tsx";
import { Say } from "../announce/say.tsx";
import { SayToSome } from "../announce/say-to-some.tsx";
import { SignMarks } from "../announce/sign-marks.tsx";
import { attention, byUrgency } from "../attention/attention.ts";
import { AttentionList } from "../attention/attention-list.tsx";
import { CheckControl } from "../check/check-control.tsx";
import { NowBox } from "../clock/now-box.tsx";
import { EndSession, StepList } from "../clock/step-list.tsx";
import { useSeconds } from "../clock/time-left.tsx";
import { FlagList } from "../flags/flag-list.tsx";
import { readFlags } from "../flags/flags.server.ts";
import { broughtNeeds } from "../group/gathering.server.ts";
import { visitsOf } from "../group/table-life.server.ts";
import { Here } from "../live/here.tsx";
import { Unaware } from "../live/unaware.tsx";
import { useHere, useLeftAt } from "../live/use-here.tsx";
import { NamingControl } from "../naming/naming-control.tsx";
import { NoteBox } from "../notes/note-box.tsx";
import { readNotes } from "../notes/team-notes.server.ts";
import { readOutcome } from "../outcomes/check-outcome.server.ts";
import { whoLeads } from "../people/colleagues.server.ts";
import { floorQueue } from "../plenary/floor.server.ts";
import { FloorControl } from "../plenary/floor-control.tsx";
import { countNeeds, isWallChecked, readWall } from "../projector/wall.server.ts";
import { TalkSpread } from "../talk/talk-spread.tsx";
import { CaptionControl } from "../video/captions/caption-control.tsx";
import { captioners } from "../video/captions/captioner.server.ts";
import type { Route } from "./+types/hall.route.ts";
import { BroughtByTable } from "./brought-by-table.tsx";
import { readCheck, readGroups, readHelp, readPeople, readUnaware } from "./cockpit.server.ts";
import { asksToWrite, type CockpitHall, stepAt } from "./cockpit-hall.ts";
import { FieldsHere } from "./fields-here.tsx";
import { Tables } from "./hall-tables.tsx";
import { byPerson } from "./hall-view.ts";
import { cockpitWords } from "./messages/cockpit.ts";
import { PlanBox } from "./plan-box.tsx";
import { ScreenControl } from "./screen-control.tsx";
import { TableList } from "./table-list.tsx";
import { TeamBox } from "./team-box.tsx";
import { UrgencyFilter, useUrgency } from "./urgency-filter.tsx";

export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue, session, roles, db } = askedOfSession(context);
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
