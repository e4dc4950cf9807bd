import { data, Form, redirect } from "react-router";
import { placeContext, servicesContext, visitContext } from "../context.ts";
import { useDialogue } from "../dialogue/use-dialogue.tsx";
import { teamWords } from "../messages/team.ts";
import { useWords } from "../messages/words.ts";
import { errorLines, errorOf } from "../platform/error-words.ts";
import { readForm } from "../platform/form.ts";
import { Refused } from "../platform/refused.ts";
import { Button } from "../ui/button.tsx";
import { RadioGroup } from "../ui/choices.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { Notice } from "../ui/notice.tsx";
import { Rail } from "../ui/rail.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { Route } from "./+types/people.route.ts";
import { dialogueRoles, inviteForm } from "./member.ts";
import { MemberEntry } from "./member-entry.tsx";
import { invite, listTeam } from "./members.server.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, roles } = context.get(placeContext);
  const { team } = context.get(visitContext);
  if (!dialogue) throw data("missing", { status: 404 });
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
  const { dialogue } = context.get(placeContext);
  const { team, locale } = context.get(visitContext);
  if (!dialogue || !team) throw data("missing", { status: 404 });
  const read = readForm(inviteForm, await request.formData());
  if (!read.ok) return data(read, { status: 422 });
  const at = { dialogueId: dialogue.id, by: team.personId };
  const told = await invite(context.get(servicesContext).db, at, { ...read.value, locale }).catch((error: unknown) => {
    if (error instanceof Refused) return error.code;
    throw error;
  });
  return redirect(`/team/${dialogue.slug}/team?melding=${told}`, 303);
}

const refusals: readonly string[] = ["last-organiser", "gone", "not-now"];

export default function People({ loaderData, actionData }: Route.ComponentProps) {
  const { people: m, roles, problem } = useWords(teamWords);
  const { title, slug } = useDialogue();
  const { organises, people, told } = loaderData;
  const errors = errorLines(m.errors, actionData?.errors);
  const typed = actionData?.typed ?? {};
  const word = told && told in m.told ? m.told[told as keyof typeof m.told] : null;
  return (
    <>
      <title>{`${m.title} · ${title}`}</title>
      <div className="page-head">
        <h1>{m.title}</h1>
        <p className="lead">{m.lead}</p>
      </div>
      {word && !actionData && (
        <Notice variant={refusals.includes(told ?? "") ? "warn" : "success"} live="polite">
          {word}
        </Notice>
      )}
      <ErrorSummary heading={problem} errors={errors} />
      <ul className="entries">
        {people.map((one) => (
          <li key={one.key}>
            <MemberEntry one={one} organises={organises} home={`/team/${slug}/team`} />
          </li>
        ))}
      </ul>
      {organises && (
        <Rail id="uitnodigen" heading={m.invite}>
          <Form method="post" noValidate key={told}>
            <TextField name="name" label={m.name} defaultValue={typed.name} error={errorOf(errors, "name")} required />
            <TextField
              name="mail"
              type="email"
              label={m.mail}
              hint={m.mailHint}
              defaultValue={typed.mail}
              error={errorOf(errors, "mail")}
              required
            />
            <RadioGroup
              name="role"
              legend={m.role}
              defaultValue={typed.role}
              error={errorOf(errors, "role")}
              choices={dialogueRoles.map((role) => ({ value: role, label: roles[role], hint: m.what[role] }))}
              required
            />
            <Button>{m.send}</Button>
          </Form>
        </Rail>
      )}
    </>
  );
}
