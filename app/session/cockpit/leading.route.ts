import { data } from "react-router";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { markLeading, whoLeads } from "../people/colleagues.server.ts";
import type { Route } from "./+types/leading.route.ts";
import { toCockpit } from "./deed.server.ts";

export const loader = toCockpit;

/** The cockpit tells that it is open, and hears who else leads. */
export async function action({ context }: Route.ActionArgs): Promise<Response> {
  const { session } = context.get(placeContext);
  const { team } = context.get(visitContext);
  if (!session || !team) throw data("missing", { status: 404 });
  const { db } = context.get(servicesContext);
  await markLeading(db, session.id, team.personId);
  return Response.json(await whoLeads(db, session.id));
}
