import { data, redirect } from "react-router";
import { servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { backTo } from "../../platform/http/back-to.ts";
import { cookie, readCookie } from "../../platform/http/cookie.server.ts";
import type { Route } from "./+types/oidc-back.route.ts";
import { arrivalOf, signedIn } from "./let-in.server.ts";
import { signInByClaims } from "./oidc.server.ts";
import { readAnswer } from "./oidc-client.server.ts";
import { OidcProblem } from "./oidc-problem.tsx";

export const handle = { script: false };

const statuses = { stopped: 400, away: 503, unknown: 403 } as const;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { db, environment } = context.get(servicesContext);
  const { oidc, origin } = environment;
  if (!oidc) throw data("missing", { status: 404 });
  const [secret, to = ""] = (readCookie(request.headers.get("cookie"), "oidc") ?? "").split(".");
  const spent = cookie("oidc", "", { days: 0 });
  const problem = (what: keyof typeof statuses) =>
    data({ name: oidc.name ?? null, what, only: oidc.only }, { status: statuses[what], headers: { "Set-Cookie": spent } });
  if (!secret) return problem("stopped");
  const answered = await readAnswer(oidc, origin, new URL(request.url).search, secret);
  if (answered.status !== "known") return problem(answered.status);
  const arrival = { ...arrivalOf(request, environment, "oidc"), locale: context.get(visitContext).locale };
  const token = await signInByClaims(db, oidc, answered.claims, arrival);
  if (!token) return problem("unknown");
  const headers = signedIn(token, arrival);
  headers.append("Set-Cookie", spent);
  throw redirect(backTo(Buffer.from(to, "base64url").toString(), "/team"), { status: 303, headers });
}

export const headers = ({ loaderHeaders }: Route.HeadersArgs) => loaderHeaders;

export default function OidcBack({ loaderData }: Route.ComponentProps) {
  return <OidcProblem {...loaderData} />;
}
