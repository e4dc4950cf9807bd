import { data } from "react-router";
import { askedByTeam } from "../../../dialogue/access/asked.server.ts";
import type { Route } from "./+types/export.route.ts";
import { exportRegistrations } from "./export.server.ts";
import { chooseSession } from "./overview.server.ts";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, team, db } = askedByTeam(context);
  const { here } = await chooseSession(db, dialogue, new URL(request.url).searchParams.get("bijeenkomst"));
  if (!here) throw data("missing", { status: 404 });
  const csv = await exportRegistrations(db, { dialogueId: dialogue.id, sessionId: here.id, by: team.personId });
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="aanmeldingen-${dialogue.slug}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
