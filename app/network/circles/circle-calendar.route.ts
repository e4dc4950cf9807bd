import { data } from "react-router";
import { z } from "zod";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import type { RegistrationId } from "../../platform/ids.ts";
import { addressOf, calendarText } from "../../prepare/registration/my-page/calendar.ts";
import { memberOf } from "../people/viewer.server.ts";
import type { Route } from "./+types/circle-calendar.route.ts";
import { meetingMinutes } from "./circle.ts";
import { findCircle } from "./circles.server.ts";
import { circlesWords } from "./messages/circles.ts";

/** The next meeting of a circle, for the calendar of who is in it. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { db, environment } = context.get(servicesContext);
  const visit = context.get(visitContext);
  const { dialogue, member, at } = await memberOf(db, visit, context.get(placeContext), "circles");
  const number = z.coerce.number().int().positive().max(1e9).safeParse(params.number);
  const found = number.success ? await findCircle(db, at, number.data) : null;
  if (!found?.circle.meetsAt || found.mine !== "in") throw data("missing", { status: 404 });
  const { circle } = found;
  const startsAt = circle.meetsAt as Date;
  const own = addressOf(environment.mailFrom);
  const text = calendarText({
    ...{
      method: "REQUEST",
      registrationId: `${circle.id}-${member.id}` as RegistrationId,
      host: new URL(environment.origin).hostname,
    },
    ...{
      sequence: circle.sequence,
      madeAt: new Date(),
      startsAt,
      endsAt: new Date(startsAt.getTime() + meetingMinutes * 60_000),
    },
    title: `${circlesWords[visit.locale].kinds[circle.kind]}: ${circle.title}`,
    description: circle.place,
    link: {
      url: `${environment.origin}/netwerk/${dialogue.slug}/groepen/${circle.number}`,
      personal: circle.kind === "consultation",
    },
    ...{ organizer: { name: environment.siteName, mail: own }, attendee: { name: member.name, mail: own } },
  });
  return new Response(text, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8; method=REQUEST",
      "Content-Disposition": 'attachment; filename="groep.ics"',
      "Cache-Control": "no-store",
    },
  });
}
