import { data, redirect } from "react-router";
import { z } from "zod";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { teamWords } from "../../dialogue/messages/team.ts";
import { personName } from "../../dialogue/team/member.ts";
import { useWords } from "../../language/words.ts";
import { errorLines, errorOf } from "../../platform/http/error-words.ts";
import { readForm } from "../../platform/http/form.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { PublicFrame, useSiteName } from "../../ui/frame.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { arrivalOf, signedIn } from "../sign-in/let-in.server.ts";
import { SignInAgain } from "../sign-in/sign-in-again.tsx";
import type { Route } from "./+types/invitation.route.ts";
import { acceptInvitation, findInvitation } from "./invitation.server.ts";

export const handle = { script: false };

/** GET shows a button only: mail scanners open links. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const found = await findInvitation(context.get(servicesContext).db, params.token);
  const asks = found && { title: found.title, roles: found.roles, named: found.name !== "" };
  return data(asks, { status: asks ? 200 : 410 });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { db, environment } = context.get(servicesContext);
  const found = await findInvitation(db, params.token);
  if (!found) return data({ gone: true as const }, { status: 410 });
  const read = readForm(z.object({ name: found.name ? z.string().default("") : personName }), await request.formData());
  if (!read.ok) return data(read, { status: 422 });
  const arrival = arrivalOf(request, environment, "mail");
  const only = environment.oidc?.only ?? false;
  const joined = await acceptInvitation(db, params.token, { name: read.value.name, arrival: only ? null : arrival });
  if (!joined) return data({ gone: true as const }, { status: 410 });
  const to = joined.slug ? `/team/${joined.slug}` : "/team";
  return redirect(to, { status: 303, headers: joined.token ? signedIn(joined.token, arrival) : {} });
}

export default function InvitationPage({ loaderData: asks, actionData }: Route.ComponentProps) {
  const { invitation: m, people, roles, installationRoles, problem } = useWords(teamWords);
  const site = useSiteName();
  if (!asks || (actionData && "gone" in actionData)) return <SignInAgain title={m.goneTitle} text={m.gone} way={m.signIn} />;
  const errors = errorLines(people.errors, actionData?.errors);
  const title = asks.title === null ? m.installationTitle({ site }) : m.title({ title: asks.title });
  const names: Readonly<Record<string, string>> = asks.title === null ? installationRoles : roles;
  return (
    <PublicFrame>
      <title>{title}</title>
      <PageHead title={title} lead={m.lead({ roles: asks.roles.map((role) => names[role]).join(", ") })} />
      <ErrorSummary heading={problem} errors={errors} />
      <form method="post" noValidate>
        {!asks.named && (
          <TextField
            name="name"
            label={m.name}
            autoComplete="name"
            defaultValue={actionData?.typed.name}
            error={errorOf(errors, "name")}
            required
          />
        )}
        <Button>{m.button}</Button>
      </form>
    </PublicFrame>
  );
}
