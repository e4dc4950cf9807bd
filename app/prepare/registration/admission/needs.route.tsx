import { data } from "react-router";
import { askedByTeam } from "../../../dialogue/access/asked.server.ts";
import { useWords } from "../../../language/words.ts";
import { columnsOf, DataTable } from "../../../ui/data-table.tsx";
import { TextLink } from "../../../ui/layout/text.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { SessionSwitch } from "../form/session-switch.tsx";
import { registrationWords } from "../messages/registration.ts";
import { registrationsWords } from "../messages/registrations.ts";
import type { Route } from "./+types/needs.route.ts";
import { chooseSession } from "./overview.server.ts";
import { readAccessNeeds } from "./people-of-session.server.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, team, db } = askedByTeam(context);
  const { here, sessions } = await chooseSession(db, dialogue, new URL(request.url).searchParams.get("bijeenkomst"));
  if (!here) throw data("missing", { status: 404 });
  const people = await readAccessNeeds(db, { dialogueId: dialogue.id, sessionId: here.id, by: team.personId });
  return { title: dialogue.title, slug: dialogue.slug, sessions, sessionId: here.id, people };
}

export default function AccessNeeds({ loaderData: page }: Route.ComponentProps) {
  const words = useWords(registrationsWords);
  const m = words.needs;
  const { kinds } = useWords(registrationWords).access;
  const home = `/team/${page.slug}/aanmeldingen`;
  return (
    <>
      <title>{`${m.title} · ${page.title}`}</title>
      <div className="page-head">
        <p>
          <TextLink to={`${home}?bijeenkomst=${page.sessionId}`}>{words.list.back}</TextLink>
        </p>
        <h1>{m.title}</h1>
        <SessionSwitch sessions={page.sessions} here={page.sessionId} path={`${home}/wensen`} />
      </div>
      <Notice>{m.lead}</Notice>
      {page.people.length === 0 ? (
        <p>{m.none}</p>
      ) : (
        <DataTable
          caption={m.title}
          captionHidden
          rowHeaders
          columns={columnsOf(m, "person", "need", "state")}
          rows={page.people.map((one) => ({
            key: one.id,
            cells: {
              person: (
                <>
                  <TextLink to={`${home}/${one.id}`}>{one.name}</TextLink>
                  <br />
                  <span className="small quiet">{one.mail}</span>
                </>
              ),
              need: [...one.kinds.map((kind) => kinds[kind]), one.text].filter(Boolean).join("; "),
              state: words.states[one.state],
            },
          }))}
        />
      )}
    </>
  );
}
