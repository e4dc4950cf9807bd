import { data } from "react-router";
import { placeContext, servicesContext, visitContext } from "../context.ts";
import type { Route } from "./+types/meanwhile.route.ts";
import { listDone } from "./theme-store.server.ts";

/** What others did with the themes since the reader's page was made. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  const { team } = context.get(visitContext);
  if (!dialogue || !team) throw data("missing", { status: 404 });
  const since = Number(new URL(request.url).searchParams.get("sinds")) || 0;
  const done = await listDone(context.get(servicesContext).db, dialogue.id);
  const others = done.filter(({ id, byId }) => id > since && byId !== team.personId);
  return Response.json({ n: new Set(others.map(({ step }) => step)).size, name: others.at(-1)?.by ?? null });
}
