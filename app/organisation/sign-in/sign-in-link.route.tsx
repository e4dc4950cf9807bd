import { data, redirect } from "react-router";
import { z } from "zod";
import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { teamWords } from "../../dialogue/messages/team.ts";
import { findLink } from "../../dialogue/people/links.server.ts";
import { useWords } from "../../language/words.ts";
import { objection } from "../../method/guard/weigh.ts";
import { backTo } from "../../platform/http/back-to.ts";
import { errorLines, fieldOf } from "../../platform/http/error-words.ts";
import { readForm } from "../../platform/http/form.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import type { Route } from "./+types/sign-in-link.route.ts";
import { arrivalOf, signedIn } from "./let-in.server.ts";
import { signIn } from "./sign-in.server.ts";
import { SignInAgain } from "./sign-in-again.tsx";

export const handle = { script: false };

const reasonForm = z.object({ reason: z.string("missing").trim().min(1, "missing").max(300, "long") });

/** GET shows a button only: mail scanners open links. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { db, environment } = context.get(servicesContext);
  const found = await findLink(db, "sign-in", params.token);
  const living = found !== null && found.usedAt === null;
  // the team signs in at its organisation: who comes in by mail breaks the glass, and says why
  return data({ living, breaksGlass: environment.oidc?.only ?? false }, { status: living ? 200 : 410 });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { db, environment } = context.get(servicesContext);
  const arrival = arrivalOf(request, environment, "mail");
  let reason: string | null = null;
  if (environment.oidc?.only) {
    const form = await request.formData();
    const read = readForm(reasonForm, form);
    if (!read.ok) return data({ ...read, gone: false, guarded: false }, { status: 422 });
    reason = read.value.reason;
    if (objection(form, ["reason"])) return data({ typed: { reason }, errors: {}, gone: false, guarded: true }, { status: 422 });
  }
  const token = await signIn(db, params.token, arrival, reason);
  if (!token) return data({ typed: {}, errors: {}, gone: true, guarded: false }, { status: 410 });
  const to = backTo(new URL(request.url).searchParams.get("naar"), "/team");
  return redirect(to, { status: 303, headers: signedIn(token, arrival) });
}

export default function SignInLink({ loaderData, actionData }: Route.ComponentProps) {
  const { signIn: m, problem } = useWords(teamWords);
  if (!loaderData.living || actionData?.gone) return <SignInAgain title={m.goneTitle} text={m.gone} way={m.again} />;
  const typed: Readonly<Record<string, string>> = actionData?.typed ?? {};
  const errors = errorLines({ reason: m.reasonErrors }, actionData?.errors);
  return (
    <PublicFrame>
      <title>{m.confirmTitle}</title>
      <PageHead title={m.confirmTitle} lead={m.confirm} />
      <ErrorSummary heading={problem} errors={errors} />
      <form method="post" noValidate>
        {loaderData.breaksGlass && (
          <>
            {actionData?.guarded ? <GuardWarning typed={[["reason", typed.reason]]} fields={["reason"]} /> : null}
            <TextField {...fieldOf("reason", m, typed, errors)} hint={m.reasonHint} maxLength={300} required />
          </>
        )}
        <Button>{m.confirmButton}</Button>
      </form>
    </PublicFrame>
  );
}
