import { askedOfDialogue } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import type { Route } from "./+types/lines.route.ts";
import { listQueryOf } from "./list-query.ts";

/** A part of a long list, as somebody scrolls to it; with `ids` only which needs these are. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue } = askedOfDialogue(context);
  const { desks } = context.get(servicesContext);
  const asked = new URL(request.url).searchParams;
  const query = listQueryOf(asked);
  const answer = asked.has("ids") ? await desks.ids(dialogue.id, query) : await desks.list(dialogue.id, query);
  return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
}
