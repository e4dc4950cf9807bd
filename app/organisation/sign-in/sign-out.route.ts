import { redirect } from "react-router";
import { servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { wayOf } from "../../dialogue/people/devices.server.ts";
import { cookie } from "../../platform/http/cookie.server.ts";
import type { Route } from "./+types/sign-out.route.ts";
import { signOut } from "./sign-in.server.ts";

export const loader = () => redirect("/team", 303);

export async function action({ context, request }: Route.ActionArgs) {
  const { team } = context.get(visitContext);
  const everywhere = (await request.formData()).has("everywhere");
  const { db } = context.get(servicesContext);
  const way = team && (await wayOf(db, team.deviceId));
  if (team) await signOut(db, team, everywhere);
  return redirect(way === "oidc" ? "/team/afgemeld" : "/", {
    status: 303,
    headers: { "Set-Cookie": cookie("team", "", { days: 0 }) },
  });
}
