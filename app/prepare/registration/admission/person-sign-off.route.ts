import { data, redirect } from "react-router";
import { placeContext, servicesContext, visitContext } from "../../../dialogue/access/context.server.ts";
import { Refused } from "../../../platform/http/refused.ts";
import { signOff } from "../my-page/mine.server.ts";
import type { Route } from "./+types/person-sign-off.route.ts";
import { findPersonOnList } from "./person.server.ts";

export const loader = ({ params }: Route.LoaderArgs) =>
  redirect(`/team/${params.dialogue}/aanmeldingen/${params.registration}`, 303);

/** Somebody who called or mailed that they cannot come. */
export async function action({ context, params }: Route.ActionArgs) {
  const { dialogue } = context.get(placeContext);
  const { team } = context.get(visitContext);
  const { db } = context.get(servicesContext);
  const found = dialogue && (await findPersonOnList(db, dialogue.id, params.registration));
  if (!dialogue || !team || !found) throw data("missing", { status: 404 });
  const page = `/team/${params.dialogue}/aanmeldingen/${found.id}`;
  try {
    await signOff(db, { id: found.id, dialogueId: dialogue.id }, { person: team.personId }, new Date());
  } catch (error) {
    if (error instanceof Refused) return redirect(`${page}?niet=${error.code}`, 303);
    throw error;
  }
  return redirect(`${page}?gedaan=withdraw`, 303);
}
