import { z } from "zod";
import { askedByTeam } from "../../dialogue/access/asked.server.ts";
import { servicesContext } from "../../dialogue/access/context.server.ts";
import type { BlockId } from "../../platform/ids.ts";
import type { Route } from "./+types/writers.route.ts";
import { namedWriters } from "./writers.server.ts";

/** Who else writes, and where; `?tekst=ID` says that the one who asks writes there. Nothing is written down. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, team } = askedByTeam(context);
  const { db, writers } = context.get(servicesContext);
  const block = z.uuid().safeParse(new URL(request.url).searchParams.get("tekst"));
  if (block.success) await writers.say(dialogue.id, team.personId, block.data as BlockId);
  const others = await namedWriters(db, writers.of(dialogue.id, team.personId));
  return Response.json({ others }, { headers: { "Cache-Control": "no-store" } });
}
