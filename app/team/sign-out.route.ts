import { redirect } from "react-router";
import { servicesContext, visitContext } from "../context.ts";
import { cookie } from "../platform/cookie.server.ts";
import type { Route } from "./+types/sign-out.route.ts";
import { signOut } from "./sign-in.server.ts";

export const loader = () => redirect("/team", 303);

export async function action({ context, request }: Route.ActionArgs) {
  const { team } = context.get(visitContext);
  const everywhere = (await request.formData()).has("everywhere");
  if (team) await signOut(context.get(servicesContext).db, team, everywhere);
  return redirect("/", { status: 303, headers: { "Set-Cookie": cookie("team", "", { days: 0 }) } });
}
