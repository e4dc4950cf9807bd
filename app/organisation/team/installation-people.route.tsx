import { data, redirect } from "react-router";
import { askedBySignedIn } from "../../dialogue/access/asked.server.ts";
import { servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { teamWords } from "../../dialogue/messages/team.ts";
import { installationInviteForm, installationRoles } from "../../dialogue/team/member.ts";
import { invite, listTeam } from "../../dialogue/team/members.server.ts";
import { useWords } from "../../language/words.ts";
import { readForm } from "../../platform/http/form.ts";
import type { Route } from "./+types/installation-people.route.ts";
import { PeoplePage } from "./people-page.tsx";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { team } = context.get(visitContext);
  const people = await listTeam(context.get(servicesContext).db, null);
  return {
    organises: true,
    told: new URL(request.url).searchParams.get("melding"),
    people: people.map(({ personId, ...one }) => ({ ...one, key: personId, you: personId === team?.personId })),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { team, locale } = askedBySignedIn(context);
  const read = readForm(installationInviteForm, await request.formData());
  if (!read.ok) return data(read, { status: 422 });
  const at = { dialogueId: null, by: team.personId };
  const told = await invite(context.get(servicesContext).db, at, { ...read.value, locale });
  return redirect(`/beheer/mensen?melding=${told}`, 303);
}

export default function InstallationPeople({ loaderData, actionData }: Route.ComponentProps) {
  const { installation: m, installationRoles: roles } = useWords(teamWords);
  return (
    <>
      <title>{m.title}</title>
      <PeoplePage
        heading={m.title}
        lead={m.lead}
        home="/beheer/mensen"
        shown={loaderData}
        answer={actionData}
        choices={installationRoles.map((role) => ({ value: role, label: roles[role], hint: m.what[role] }))}
        installation
      />
    </>
  );
}
