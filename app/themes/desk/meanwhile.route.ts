import { askedByTeam } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import { newsOf } from "../board/desk-stream.server.ts";
import type { Route } from "./+types/meanwhile.route.ts";

/** The same news once, for a browser whose network lets no stream through. */
export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue, team } = askedByTeam(context);
  const services = context.get(servicesContext);
  await services.here.still(dialogue.id, team.personId);
  const stand = await services.desks.stand(dialogue.id);
  return Response.json(await newsOf(services, dialogue.id, team.personId, stand), { headers: { "Cache-Control": "no-store" } });
}
