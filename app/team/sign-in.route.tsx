import { data } from "react-router";
import { z } from "zod";
import { servicesContext } from "../context.ts";
import { teamWords } from "../messages/team.ts";
import { useWords } from "../messages/words.ts";
import { readForm } from "../platform/form.ts";
import { mailAddress } from "../platform/mail-address.ts";
import type { Route } from "./+types/sign-in.route.ts";
import { askSignIn } from "./sign-in.server.ts";

export const handle = { script: false };

export const loader = () => null;

export async function action({ context, request }: Route.ActionArgs) {
  const read = readForm(z.object({ mail: mailAddress }), await request.formData());
  if (!read.ok) return data(read, { status: 422 });
  await askSignIn(context.get(servicesContext).db, read.value.mail, new Date());
  return data({ ok: true as const });
}

export default function SignIn({ actionData }: Route.ComponentProps) {
  const m = useWords(teamWords).signIn;
  if (actionData?.ok)
    return (
      <main id="main" className="wrap">
        <title>{m.sentTitle}</title>
        <h1>{m.sentTitle}</h1>
        <p>{m.sent}</p>
        <p>
          <a href="/team/aanmelden">{m.again}</a>
        </p>
      </main>
    );
  const error = actionData?.errors.mail as keyof typeof m.errors | undefined;
  return (
    <main id="main" className="wrap">
      <title>{m.title}</title>
      <h1>{m.title}</h1>
      <p>{m.lead}</p>
      <form method="post" noValidate>
        <label>
          {m.mail} {error ? <strong>{m.errors[error]}</strong> : null}
          <input name="mail" type="email" autoComplete="email" defaultValue={actionData?.typed.mail} />
        </label>
        <button type="submit">{m.send}</button>
      </form>
    </main>
  );
}
