import { asc, eq } from "drizzle-orm";
import { redirect } from "react-router";
import { placeContext, servicesContext } from "../../dialogue/access/context.server.ts";
import { session } from "../../dialogue/tables.ts";
import type { Route } from "./+types/first.route.ts";

/** The run sheet of the session that comes first, or of the last one held. */
export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue } = context.get(placeContext);
  if (!dialogue) throw new Response(null, { status: 404 });
  const rows = await context
    .get(servicesContext)
    .db.select()
    .from(session)
    .where(eq(session.dialogueId, dialogue.id))
    .orderBy(asc(session.startsAt));
  const next = rows.find((one) => one.state !== "ended" && one.state !== "cancelled") ?? rows.at(-1);
  return redirect(next ? `/team/${dialogue.slug}/draaiboek/${next.id}` : `/team/${dialogue.slug}`, 303);
}
