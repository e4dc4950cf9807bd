import { data, redirect } from "react-router";
import { placeContext, servicesContext, visitContext } from "../../../dialogue/access/context.server.ts";
import { findPersonOnList } from "../admission/person.server.ts";
import { mailLink } from "../my-page/lost-link.server.ts";
import type { Route } from "./+types/person-link.route.ts";

export const loader = ({ params }: Route.LoaderArgs) =>
  redirect(`/team/${params.dialogue}/aanmeldingen/${params.registration}`, 303);

/** Sends one person the link again: the personal one, the confirmation or the invitation, whichever helps. */
export async function action({ context, params }: Route.ActionArgs) {
  const { dialogue } = context.get(placeContext);
  const { team } = context.get(visitContext);
  const { db } = context.get(servicesContext);
  const found = dialogue && (await findPersonOnList(db, dialogue.id, params.registration));
  if (!dialogue || !team || !found) throw data("missing", { status: 404 });
  await mailLink(db, { dialogueId: dialogue.id, registrationId: found.id, actor: { person: team.personId } }, new Date());
  return redirect(`/team/${params.dialogue}/aanmeldingen/${found.id}?gedaan=link`, 303);
}
