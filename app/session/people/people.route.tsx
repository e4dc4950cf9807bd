import { data, Form, useOutletContext } from "react-router";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { useWords } from "../../language/words.ts";
import { noteRead } from "../../platform/note-read.server.ts";
import { Button } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { TextLink } from "../../ui/layout/text.tsx";
import { NumberBadge } from "../../ui/tag.tsx";
import { readGroups, readMeasures, readPeople } from "../cockpit/cockpit.server.ts";
import type { CockpitHall } from "../cockpit/cockpit-hall.ts";
import { cockpitWords } from "../cockpit/messages/cockpit.ts";
import type { Route } from "./+types/people.route.ts";
import { PersonLine } from "./person-line.tsx";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { session } = context.get(placeContext);
  const { team } = context.get(visitContext);
  if (!session || !team) throw data("missing", { status: 404 });
  const { db } = context.get(servicesContext);
  const subject = { kind: "session", id: session.id };
  await noteRead(db, { scope: session.dialogueId, person: team.personId, what: "attendance.read", subject });
  const [people, groups, measures] = await Promise.all([
    readPeople(db, session.id),
    readGroups(db, session.id),
    readMeasures(db, session.id),
  ]);
  const { searchParams } = new URL(request.url);
  return { people, groups, measures, find: (searchParams.get("zoek") ?? "").slice(0, 100), who: searchParams.get("wie") };
}

export default function People({ loaderData }: Route.ComponentProps) {
  const words = useWords(cockpitWords);
  const m = words.people;
  const hall = useOutletContext<CockpitHall>();
  const { people, groups, measures, find, who } = loaderData;
  const here = new Set(hall.live.view.here);
  const wanted = find.trim().toLowerCase();
  const found = people.filter((one) => `${one.name} ${one.organisation}`.toLowerCase().includes(wanted));
  return (
    <>
      <div className="page-head">
        <p>
          <TextLink to={hall.home}>{words.pages.back}</TextLink>
        </p>
        <h2>
          {m.title} <NumberBadge value={people.length} soft />
        </h2>
        <p className="lead">{m.lead}</p>
      </div>
      <Form method="get" className="finder" role="search">
        <label htmlFor="find">{m.find}</label>
        <input
          className="utrecht-textbox utrecht-textbox--html-input"
          type="search"
          id="find"
          name="zoek"
          defaultValue={find}
          maxLength={100}
        />
        <Button variant="secondary" size="small">
          {m.search}
        </Button>
      </Form>
      {found.length === 0 && (
        <Empty title={m.none} seats={0}>
          {m.noneText}
        </Empty>
      )}
      <ul className="people-list plain">
        {found.map((one) => (
          <PersonLine
            key={one.personId}
            person={one}
            present={here.has(one.personId)}
            groups={groups}
            measures={measures.filter(({ personId }) => personId === one.personId)}
            home={hall.home}
            open={who === one.personId}
            openTo={`?${new URLSearchParams({ ...(find && { zoek: find }), wie: one.personId })}`}
            closeTo={`?${new URLSearchParams(find ? { zoek: find } : {})}`}
          />
        ))}
      </ul>
    </>
  );
}
