import { data } from "react-router";
import { z } from "zod";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import type { BlockId } from "../../platform/ids.ts";
import type { Route } from "./+types/writers.route.ts";
import { namedWriters } from "./writers.server.ts";

/** Who else writes, and where; `?tekst=ID` says that the one who asks writes there. Nothing is written down. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  const { team } = context.get(visitContext);
  if (!dialogue || !team) throw data("missing", { status: 404 });
  const { db, writers } = context.get(servicesContext);
  const block = z.uuid().safeParse(new URL(request.url).searchParams.get("tekst"));
  if (block.success) await writers.say(dialogue.id, team.personId, block.data as BlockId);
  const others = await namedWriters(db, writers.of(dialogue.id, team.personId));
  return Response.json({ others }, { headers: { "Cache-Control": "no-store" } });
}
