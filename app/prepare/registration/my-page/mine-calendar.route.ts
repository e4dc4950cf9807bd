import { data } from "react-router";
import { placeContext, servicesContext } from "../../../dialogue/access/context.server.ts";
import type { Route } from "./+types/mine-calendar.route.ts";
import { calendarFor } from "./calendar-file.server.ts";

/** The appointment as a file, for who threw the mail away. The personal link stays in the mail. */
export async function loader({ context }: Route.LoaderArgs) {
  const { dialogue, session, registration: mine } = context.get(placeContext);
  if (!dialogue || !session || mine?.state !== "admitted") throw data("missing", { status: 404 });
  const { db, environment } = context.get(servicesContext);
  return new Response(await calendarFor(db, environment, { dialogue, session, registration: mine }), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8; method=REQUEST",
      "Content-Disposition": 'attachment; filename="bijeenkomst.ics"',
      "Cache-Control": "no-store",
    },
  });
}
