import { data, redirect } from "react-router";
import { placeContext } from "../../dialogue/access/context.server.ts";
import type { Route } from "./+types/dialogue-mail-again.route.ts";
import { mailAgain } from "./mail-edge.server.ts";

export const loader = ({ params }: Route.LoaderArgs) => redirect(`/team/${params.dialogue}/post`, 303);

export async function action(arrived: Route.ActionArgs) {
  const { dialogue } = arrived.context.get(placeContext);
  if (!dialogue) throw data("missing", { status: 404 });
  return mailAgain(arrived, dialogue.id, `/team/${dialogue.slug}/post`);
}
