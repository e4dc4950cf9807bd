import { redirect } from "react-router";
import { z } from "zod";
import { askedBySignedIn } from "../../dialogue/access/asked.server.ts";
import { cookie } from "../../platform/http/cookie.server.ts";
import { readForm } from "../../platform/http/form.ts";
import type { Route } from "./+types/end-sessions.route.ts";
import { endSessions } from "./sign-in.server.ts";

export const loader = () => redirect("/team/account", 303);

export async function action({ context, request }: Route.ActionArgs) {
  const { team, db } = askedBySignedIn(context);
  const read = readForm(z.object({ one: z.uuid().optional() }), await request.formData());
  const one = read.ok ? read.value.one : undefined;
  await endSessions(db, team, one ? { one } : "others");
  if (one === team.deviceId) return redirect("/", { status: 303, headers: { "Set-Cookie": cookie("team", "", { days: 0 }) } });
  return redirect(`/team/account?melding=${one ? "ended" : "others"}`, 303);
}
