import { data, redirect } from "react-router";
import { z } from "zod";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { teamWords } from "../../dialogue/messages/team.ts";
import { rolesOf } from "../../dialogue/people/members.server.ts";
import { keyAnswer } from "../../dialogue/people/passkey.ts";
import { type KeyHolder, signInWithKey } from "../../dialogue/people/passkeys.server.ts";
import { useWords } from "../../language/words.ts";
import type { Tx } from "../../platform/database/change.server.ts";
import { backTo } from "../../platform/http/back-to.ts";
import { readForm } from "../../platform/http/form.ts";
import { PublicFrame } from "../../ui/frame.tsx";
import type { Route } from "./+types/passkey-sign-in.route.ts";
import { arrivalOf, letIn, signedIn } from "./let-in.server.ts";

export const handle = { script: false };

export async function action({ context, request }: Route.ActionArgs) {
  const { db, environment } = context.get(servicesContext);
  const form = await request.formData();
  const read = readForm(z.object({ answer: keyAnswer }), form);
  const arrival = arrivalOf(request, environment, "passkey");
  const site = { origin: environment.origin, name: environment.siteName };
  const way = {
    isWelcome: async ({ personId, kind }: KeyHolder) => kind === "team" && (await rolesOf(db, personId)).length > 0,
    letIn: (tx: Tx, { personId }: KeyHolder) => letIn(tx, personId, arrival),
  };
  const token = read.ok && !environment.oidc?.only ? await signInWithKey(db, site, read.value.answer, way) : null;
  if (!token) return data({ refused: true }, { status: 422 });
  return redirect(backTo(form.get("naar"), "/team"), { status: 303, headers: signedIn(token, arrival) });
}

export default function PasskeySignIn({ actionData }: Route.ComponentProps) {
  const m = useWords(teamWords).signIn;
  return (
    <PublicFrame>
      <title>{m.keyTitle}</title>
      <h1>{m.keyTitle}</h1>
      <p>{actionData ? m.keyRefused : m.keyHere}</p>
      <p>
        <a href="/team/aanmelden">{m.title}</a>
      </p>
    </PublicFrame>
  );
}
