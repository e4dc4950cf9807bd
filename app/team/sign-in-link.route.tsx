import { data, redirect } from "react-router";
import { servicesContext } from "../context.ts";
import { PublicFrame } from "../frame.tsx";
import { teamWords } from "../messages/team.ts";
import { useWords } from "../messages/words.ts";
import { findLink } from "../people/links.server.ts";
import { backTo } from "../platform/back-to.ts";
import { Button } from "../ui/button.tsx";
import type { Route } from "./+types/sign-in-link.route.ts";
import { arrivalOf, signedIn } from "./let-in.server.ts";
import { signIn } from "./sign-in.server.ts";

export const handle = { script: false };

/** GET shows a button only: mail scanners open links. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const found = await findLink(context.get(servicesContext).db, "sign-in", params.token);
  const living = found !== null && found.usedAt === null;
  return data({ living }, { status: living ? 200 : 410 });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { db, environment } = context.get(servicesContext);
  const arrival = arrivalOf(request, environment, "mail");
  const token = await signIn(db, params.token, arrival, environment.oidc?.only);
  if (!token) return data({ gone: true }, { status: 410 });
  const to = backTo(new URL(request.url).searchParams.get("naar"), "/team");
  return redirect(to, { status: 303, headers: signedIn(token, arrival) });
}

export default function SignInLink({ loaderData, actionData }: Route.ComponentProps) {
  const m = useWords(teamWords).signIn;
  if (!loaderData.living || actionData?.gone)
    return (
      <PublicFrame>
        <title>{m.goneTitle}</title>
        <h1>{m.goneTitle}</h1>
        <p>{m.gone}</p>
        <p>
          <a href="/team/aanmelden">{m.again}</a>
        </p>
      </PublicFrame>
    );
  return (
    <PublicFrame>
      <title>{m.confirmTitle}</title>
      <div className="page-head">
        <h1>{m.confirmTitle}</h1>
        <p className="lead">{m.confirm}</p>
      </div>
      <form method="post">
        <Button>{m.confirmButton}</Button>
      </form>
    </PublicFrame>
  );
}
