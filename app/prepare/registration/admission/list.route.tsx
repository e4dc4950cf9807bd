import { data, Form } from "react-router";
import { askedByTeam } from "../../../dialogue/access/asked.server.ts";
import { useWords } from "../../../language/words.ts";
import { noteRead } from "../../../platform/note-read.server.ts";
import { Button } from "../../../ui/button.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { TextField } from "../../../ui/form/text-field.tsx";
import { TextLink } from "../../../ui/layout/text.tsx";
import { SessionSwitch } from "../form/session-switch.tsx";
import { registrationsWords } from "../messages/registrations.ts";
import type { Route } from "./+types/list.route.ts";
import { DoneNotice, RefusedNotice, saidIn } from "./decision-notice.tsx";
import { chooseSession } from "./overview.server.ts";
import { listPeople } from "./people-of-session.server.ts";
import { PeopleTable } from "./people-table.tsx";
import { registrationStates } from "./places.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, team, db } = askedByTeam(context);
  const search = new URL(request.url).searchParams;
  const { here, sessions } = await chooseSession(db, dialogue, search.get("bijeenkomst"));
  if (!here) throw data("missing", { status: 404 });
  await noteRead(db, {
    scope: dialogue.id,
    person: team.personId,
    what: "registration.read",
    subject: { kind: "session", id: here.id },
  });
  const all = await listPeople(db, here.id);
  const state = registrationStates.find((one) => one === search.get("stand")) ?? null;
  const typed = (search.get("zoek") ?? "").slice(0, 100);
  const wanted = typed.trim().toLowerCase();
  const shown = all.filter(
    (one) =>
      (state === null || one.state === state) &&
      (wanted === "" ||
        [one.name, one.organisation, one.function, one.mail ?? ""].some((text) => text.toLowerCase().includes(wanted))),
  );
  return {
    title: dialogue.title,
    slug: dialogue.slug,
    sessions,
    sessionId: here.id,
    state,
    typed,
    counts: Object.fromEntries(registrationStates.map((one) => [one, all.filter((person) => person.state === one).length])),
    total: all.length,
    people: shown.map(({ id, name, organisation, function: work, field, shape, party, area, state: stands, createdAt }) => ({
      ...{ id, name, field, shape, party, area, state: stands, since: createdAt },
      work: [work, organisation].filter(Boolean).join(", "),
    })),
    said: saidIn(search),
  };
}

export default function PeopleList({ loaderData: page }: Route.ComponentProps) {
  const m = useWords(registrationsWords);
  const home = `/team/${page.slug}/aanmeldingen`;
  const at = `bijeenkomst=${page.sessionId}`;
  return (
    <>
      <title>{`${m.list.title} · ${page.title}`}</title>
      <div className="page-head">
        <p>
          <TextLink to={`${home}?${at}`}>{m.list.back}</TextLink>
        </p>
        <h1>{m.list.title}</h1>
        <SessionSwitch sessions={page.sessions} here={page.sessionId} path={`${home}/lijst`} />
      </div>
      <DoneNotice said={page.said} />
      <RefusedNotice said={page.said} />
      <nav aria-label={m.list.filter}>
        <ul className="filter">
          <li>
            <TextLink to={`${home}/lijst?${at}`} aria-current={page.state === null ? "true" : undefined}>
              {`${m.list.all} (${page.total})`}
            </TextLink>
          </li>
          {registrationStates.map((state) => (
            <li key={state}>
              <TextLink to={`${home}/lijst?${at}&stand=${state}`} aria-current={page.state === state ? "true" : undefined}>
                {`${m.states[state]} (${page.counts[state] ?? 0})`}
              </TextLink>
            </li>
          ))}
        </ul>
      </nav>
      <Form method="get" className="find">
        <input type="hidden" name="bijeenkomst" value={page.sessionId} />
        {page.state ? <input type="hidden" name="stand" value={page.state} /> : null}
        <TextField name="zoek" label={m.list.search} defaultValue={page.typed} key={page.typed} />
        <Button variant="secondary" icon="search">
          {m.list.find}
        </Button>
      </Form>
      <p className="quiet" role="status">
        {m.list.count({ n: page.people.length })}
      </p>
      {page.people.length === 0 ? (
        <Empty title={m.list.none} seats={0} />
      ) : (
        <PeopleTable people={page.people} sessionId={page.sessionId} state={page.state} home={home} />
      )}
    </>
  );
}
