import { data } from "react-router";
import { z } from "zod";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { teamWords } from "../../dialogue/messages/team.ts";
import { useWords } from "../../language/words.ts";
import { backTo } from "../../platform/http/back-to.ts";
import { errorLines, errorOf } from "../../platform/http/error-words.ts";
import { readForm } from "../../platform/http/form.ts";
import { mailAddress } from "../../platform/mail/mail-address.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import type { Route } from "./+types/sign-in.route.ts";
import "./account.css";
import script from "../../dialogue/people/passkey.client.ts?worker&url";
import { askSignIn } from "./sign-in.server.ts";
import { SignInAgain } from "./sign-in-again.tsx";
import { WithKey } from "./with-key.tsx";

export const handle = { script: false, small: script };

export function loader({ context, request }: Route.LoaderArgs) {
  const { oidc } = context.get(servicesContext).environment;
  return {
    to: new URL(request.url).searchParams.get("naar") ?? "",
    organisation: oidc && { name: oidc.name ?? null, only: oidc.only },
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const read = readForm(z.object({ mail: mailAddress }), form);
  if (!read.ok) return data(read, { status: 422 });
  const to = backTo(form.get("naar"), "");
  const { db, environment } = context.get(servicesContext);
  const only = environment.oidc?.only ?? false;
  await askSignIn(db, { mail: read.value.mail, only, ...(to ? { to } : {}) });
  return data({ ok: true as const });
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { signIn: m, oidc, problem } = useWords(teamWords);
  const { organisation } = loaderData;
  const only = organisation?.only ?? false;
  if (actionData?.ok) return <SignInAgain title={m.sentTitle} text={m.sent} way={m.again} />;
  const to = actionData?.typed.naar ?? loaderData.to;
  const errors = errorLines({ mail: m.errors }, actionData?.errors);
  return (
    <PublicFrame>
      <title>{m.title}</title>
      <PageHead title={m.title} />
      <ErrorSummary heading={problem} errors={errors} />
      {organisation && <AtOrganisation name={organisation.name} to={to} />}
      {only ? null : <WithKey to={to} />}
      <h2>{only ? oidc.onlyAdministrators : m.byMail}</h2>
      <form method="post" noValidate>
        <p>{only ? oidc.onlyText : m.lead}</p>
        <input type="hidden" name="naar" value={to} />
        <TextField
          name="mail"
          type="email"
          label={m.mail}
          autoComplete="email"
          defaultValue={actionData?.typed.mail}
          error={errorOf(errors, "mail")}
          required
        />
        <Button variant={organisation ? "secondary" : "primary"}>{m.send}</Button>
      </form>
    </PublicFrame>
  );
}

function AtOrganisation({ name, to }: { name: string | null; to: string }) {
  const m = useWords(teamWords).oidc;
  const of = { name: name ?? m.organisation };
  return (
    <div className="sign-in-way">
      <h2>{m.title(of)}</h2>
      <p>
        <LinkButton to={`/team/aanmelden/organisatie${to ? `?naar=${encodeURIComponent(to)}` : ""}`}>{m.button(of)}</LinkButton>
      </p>
    </div>
  );
}
