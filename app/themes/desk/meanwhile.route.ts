import { data } from "react-router";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { newsOf } from "../board/desk-stream.server.ts";
import type { Route } from "./+types/meanwhile.route.ts";

/** The same news once, for a browser whose network lets no stream through. */
export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  const { team } = context.get(visitContext);
  if (!dialogue || !team) throw data("missing", { status: 404 });
  const services = context.get(servicesContext);
  await services.here.still(dialogue.id, team.personId);
  const stand = await services.desks.stand(dialogue.id);
  return Response.json(await newsOf(services, dialogue.id, team.personId, stand), { headers: { "Cache-Control": "no-store" } });
}
