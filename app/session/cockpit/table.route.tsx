import { data, redirect, useOutletContext } from "react-router";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import type { GroupId } from "../../platform/ids.ts";
import { Button } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { Tag } from "../../ui/tag.tsx";
import { HideForm } from "../flags/hide-form.tsx";
import { confirmedIn, visitsIn } from "../group/table-life.server.ts";
import { GroupDrawing } from "../grouping/group-drawing.tsx";
import { LeadTable } from "../grouping/lead-table.tsx";
import { PersonLine } from "../people/person-line.tsx";
import type { Route } from "./+types/table.route.ts";
import { readGroups, readMeasures, readPeople, readTable } from "./cockpit.server.ts";
import type { CockpitHall } from "./cockpit-hall.ts";
import { Deed } from "./deed.tsx";
import { cockpitWords } from "./messages/cockpit.ts";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { session } = context.get(placeContext);
  const { team } = context.get(visitContext);
  if (!session) throw data("missing", { status: 404 });
  const { db } = context.get(servicesContext);
  const groups = await readGroups(db, session.id);
  const group = groups.find(({ id }) => id === (params.group as GroupId));
  // The hall moved on to other tables, or there never was such a one.
  if (!group) throw redirect(`/team/${params.dialogue}/bijeenkomst/${session.id}`, 303);
  const [people, notes, measures, visits, confirmed] = await Promise.all([
    readPeople(db, session.id),
    readTable(db, group.id),
    readMeasures(db, session.id),
    visitsIn(db, group.id),
    session.currentStepId ? confirmedIn(db, session.currentStepId) : new Map<GroupId, Date>(),
  ]);
  const readBack = confirmed.get(group.id);
  return {
    group,
    groups,
    people,
    // Written after it was read back, it is as if it was not.
    notes: notes.map((note) => ({
      ...note,
      readBack: note.kind === "talk" || (readBack !== undefined && note.at <= readBack.getTime()),
    })),
    measures,
    visiting: team !== null && visits.includes(team.personId),
    who: new URL(request.url).searchParams.get("wie"),
  };
}

/** One table: who sits there and what lies on it. */
export default function Table({ loaderData }: Route.ComponentProps) {
  const words = useWords(cockpitWords);
  const m = words.table;
  const hall = useOutletContext<CockpitHall>();
  const { group, groups, people, notes, measures, visiting, who } = loaderData;
  const here = new Set(hall.live.view.here);
  const known = new Map(people.map((one) => [one.personId, one]));
  const members = group.members.flatMap((id) => known.get(id) ?? []);
  return (
    <>
      <div className="page-head table-head">
        <GroupDrawing group={group} known={known} here={here} />
        <div>
          <p>
            <TextLink to={hall.home}>{words.pages.back}</TextLink>
          </p>
          <h2>{m.title({ number: group.number })}</h2>
        </div>
      </div>
      <section aria-labelledby="members">
        <h3 id="members">{m.members}</h3>
        <ul className="people-list plain">
          {members.map((one) => (
            <PersonLine
              key={one.personId}
              person={one}
              present={here.has(one.personId)}
              noteTaker={group.noteTakerId === one.personId}
              groups={groups}
              measures={measures.filter(({ personId }) => personId === one.personId)}
              home={hall.home}
              open={who === one.personId}
              openTo={`?wie=${one.personId}`}
              closeTo="?"
            />
          ))}
        </ul>
      </section>
      <Visit home={hall.home} group={group.id} visiting={visiting} />
      <LeadTable home={hall.home} group={group} members={members} others={groups.filter(({ id }) => id !== group.id)} />
      <section aria-labelledby="notes">
        <h3 id="notes">{m.notes}</h3>
        {notes.length === 0 && (
          <Empty title={m.nothing} seats={0}>
            {m.nothingText}
          </Empty>
        )}
        <ul className="on-wall plain">
          {notes.map((note) => (
            <li key={note.id} className={note.state === "hidden" ? "is-hidden" : undefined}>
              <span className="wall-text">
                <Tag tone="plain">{words.screen.kinds[note.kind]}</Tag> <Written>{note.text}</Written>
                {note.personId && known.has(note.personId) && (
                  <span className="quiet"> {m.by({ name: known.get(note.personId)?.name ?? "" })}</span>
                )}
                {!note.readBack && note.state === "visible" && <span className="quiet"> · {m.notReadBack}</span>}
                {note.hiddenReason && (
                  <span className="quiet">
                    {" "}
                    {words.screen.hidden}: <Written>{note.hiddenReason}</Written>
                  </span>
                )}
              </span>
              <HideForm home={hall.home} id={note.id} hidden={note.state === "hidden"} text={note.text} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** Sits down at the table for a while, which its people see. */
function Visit({ home, group, visiting }: { home: string; group: GroupId; visiting: boolean }) {
  const m = useWords(cockpitWords).table;
  return (
    <Deed to={`${home}/bezoeken`} fields={{ deelgroep: group, doen: visiting ? "leave" : "enter" }} className="visit">
      <Button variant="secondary" size="small">
        {visiting ? m.leave : m.enter}
      </Button>
      <span className="small quiet"> {visiting ? m.visiting : m.enterHint}</span>
    </Deed>
  );
}
