import { data, redirect } from "react-router";
import { z } from "zod";
import { servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { teamWords } from "../../dialogue/messages/team.ts";
import { personName } from "../../dialogue/team/member.ts";
import { useWords } from "../../language/words.ts";
import { errorLines, fieldOf } from "../../platform/http/error-words.ts";
import { readForm } from "../../platform/http/form.ts";
import { mailAddress } from "../../platform/mail/mail-address.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import { PageHead } from "../../ui/layout/page-head.tsx";
import { arrivalOf, signedIn } from "../sign-in/let-in.server.ts";
import { signInAs } from "../sign-in/sign-in.server.ts";
import { SignInAgain } from "../sign-in/sign-in-again.tsx";
import type { Route } from "./+types/claim.route.ts";
import { findClaim, spendClaim } from "./claim.server.ts";

export const handle = { script: false };

const shape = z.object({ name: personName, mail: mailAddress });

export async function loader({ context, params }: Route.LoaderArgs) {
  const { db } = context.get(servicesContext);
  const living = await findClaim(db, params.token);
  return data({ living }, { status: living ? 200 : 410 });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { db, environment } = context.get(servicesContext);
  const read = readForm(shape, await request.formData());
  if (!read.ok) return data(read, { status: 422 });
  const personId = await spendClaim(db, params.token, { ...read.value, locale: context.get(visitContext).locale });
  if (!personId) return data({ ok: true as const, gone: true }, { status: 410 });
  const arrival = arrivalOf(request, environment, "mail");
  return redirect("/team", { status: 303, headers: signedIn(await signInAs(db, personId, arrival), arrival) });
}

export default function Claim({ loaderData, actionData }: Route.ComponentProps) {
  const { claim: m, problem } = useWords(teamWords);
  if (!loaderData.living || actionData?.ok) return <SignInAgain title={m.goneTitle} text={m.gone} way={m.toSignIn} />;
  const errors = errorLines(m.errors, actionData?.errors);
  const typed = actionData?.typed ?? {};
  return (
    <PublicFrame>
      <title>{m.title}</title>
      <PageHead title={m.title} lead={m.lead} />
      <ErrorSummary heading={problem} errors={errors} />
      <form method="post" noValidate>
        <TextField {...fieldOf("name", m, typed, errors)} autoComplete="name" required />
        <TextField {...fieldOf("mail", m, typed, errors)} type="email" hint={m.mailHint} autoComplete="email" required />
        <Button>{m.button}</Button>
      </form>
    </PublicFrame>
  );
}
