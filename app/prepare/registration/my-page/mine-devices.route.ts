import { data, redirect } from "react-router";
import { placeContext, servicesContext, visitContext } from "../../../dialogue/access/context.server.ts";
import { cookie } from "../../../platform/http/cookie.server.ts";
import type { Route } from "./+types/mine-devices.route.ts";
import { endMine } from "./join.server.ts";
import { mailLink } from "./lost-link.server.ts";

export const loader = ({ params }: Route.LoaderArgs) => redirect(`/mijn/${params.dialogue}`, 303);

export async function action({ context, request, params }: Route.ActionArgs) {
  const { dialogue, registration: mine } = context.get(placeContext);
  const { guest } = context.get(visitContext);
  if (!dialogue || !guest || !mine) throw data("link", { status: 401 });
  const { db } = context.get(servicesContext);
  const form = await request.formData();
  const one = form.get("one");
  const who = { ...guest, dialogueId: dialogue.id };
  const gone = { status: 303, headers: { "Set-Cookie": cookie("mee", "", { days: 0 }) } };
  if (typeof one === "string") {
    await endMine(db, who, { one });
    return one === guest.deviceId ? redirect("/apparaat", gone) : redirect(`/mijn/${params.dialogue}?gedaan=ended`, 303);
  }
  if (form.get("which") === "others") {
    await endMine(db, who, "others");
    return redirect(`/mijn/${params.dialogue}?gedaan=endedOthers`, 303);
  }
  await endMine(db, who, "all");
  await mailLink(db, { dialogueId: dialogue.id, registrationId: mine.id, actor: { person: guest.personId } }, new Date());
  return redirect("/apparaat", gone);
}
