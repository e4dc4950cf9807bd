import { data, redirect } from "react-router";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { backTo } from "../../platform/http/back-to.ts";
import { cookie } from "../../platform/http/cookie.server.ts";
import type { Route } from "./+types/oidc-start.route.ts";
import { askProvider } from "./oidc-client.server.ts";
import { OidcProblem } from "./oidc-problem.tsx";

export const handle = { script: false };

const tenMinutes = 10 / (24 * 60);

/** A link, no form: a form of ours may not lead to another site. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { oidc, origin } = context.get(servicesContext).environment;
  if (!oidc) throw data("missing", { status: 404 });
  const asked = await askProvider(oidc, origin);
  if (!asked) return data({ name: oidc.name ?? null, what: "away" as const, only: oidc.only }, { status: 503 });
  const to = Buffer.from(backTo(new URL(request.url).searchParams.get("naar"), "/team")).toString("base64url");
  throw redirect(asked.url, {
    status: 303,
    headers: { "Set-Cookie": cookie("oidc", `${asked.secret}.${to}`, { days: tenMinutes }) },
  });
}

export default function OidcStart({ loaderData }: Route.ComponentProps) {
  return <OidcProblem {...loaderData} />;
}
