import { data, redirect } from "react-router";
import { askedByTeam, askedOfDialogue } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { teamWords } from "../../dialogue/messages/team.ts";
import { dialogueRoles, inviteForm } from "../../dialogue/team/member.ts";
import { invite, listTeam } from "../../dialogue/team/members.server.ts";
import { useDialogue } from "../../dialogue/use-dialogue.tsx";
import { useWords } from "../../language/words.ts";
import { readForm } from "../../platform/http/form.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { Route } from "./+types/people.route.ts";
import { PeoplePage } from "./people-page.tsx";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, roles, team } = askedOfDialogue(context);
  const organises = roles.has("organiser");
  const people = await listTeam(context.get(servicesContext).db, dialogue.id);
  return {
    organises,
    told: new URL(request.url).searchParams.get("melding"),
    people: people.map(({ personId, mail, ...one }) => ({
      ...one,
      key: personId,
      mail: organises ? mail : null,
      you: personId === team?.personId,
    })),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { dialogue, team, locale } = askedByTeam(context);
  const read = readForm(inviteForm, await request.formData());
  if (!read.ok) return data(read, { status: 422 });
  const at = { dialogueId: dialogue.id, by: team.personId };
  const told = await invite(context.get(servicesContext).db, at, { ...read.value, locale }).catch((error: unknown) => {
    if (error instanceof Refused) return error.code;
    throw error;
  });
  return redirect(`/team/${dialogue.slug}/team?melding=${told}`, 303);
}

export default function People({ loaderData, actionData }: Route.ComponentProps) {
  const { people: m, roles } = useWords(teamWords);
  const { title, slug } = useDialogue();
  return (
    <>
      <title>{`${m.title} · ${title}`}</title>
      <PeoplePage
        heading={m.title}
        lead={m.lead}
        home={`/team/${slug}/team`}
        shown={loaderData}
        answer={actionData}
        choices={dialogueRoles.map((role) => ({ value: role, label: roles[role], hint: m.what[role] }))}
      />
    </>
  );
}
