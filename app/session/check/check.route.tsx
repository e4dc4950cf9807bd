import { data, replace } from "react-router";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { arrive } from "../live/arrive.server.ts";
import { markHere } from "../live/presence.server.ts";
import { insightAt } from "../outcomes/tested.ts";
import { readRoom } from "../room/room.server.ts";
import { RoomPages } from "../room/room-pages.tsx";
import { whyNoBallots } from "../room/steps.server.ts";
import type { Route } from "./+types/check.route.ts";

export { shouldRevalidate } from "../room/should-revalidate.tsx";

/** The practice check beside the session: before it, after it, or while something else is on. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, session, registration, roles } = context.get(placeContext);
  const { guest, locale } = context.get(visitContext);
  const { db } = context.get(servicesContext);
  if (!dialogue || !session || !registration || !guest) throw data("missing", { status: 404 });
  // Closed, or not theirs: the page of the session says how it stands.
  if (!roles.has("participant") || (await whyNoBallots(db, session))) throw replace(`/bijeenkomst/${session.id}`);
  if (session.state === "live")
    await Promise.all([markHere(db, session.id, [guest.personId]), arrive(db, session, guest.personId)]);
  const room = await readRoom(db, { dialogue, session, registration, guest, locale }, { toTest: true });
  const asked = new URL(request.url).searchParams.get("inzicht");
  const first = room.check && asked === null ? insightAt(room.check.insights, null, room.check.focus) : null;
  const number = room.check?.insights.find(({ id }) => id === first)?.number;
  if (number !== undefined) throw replace(`/bijeenkomst/${session.id}/toets?inzicht=${number}`);
  return { room };
}

export default function Check({ loaderData }: Route.ComponentProps) {
  return <RoomPages room={loaderData.room} kind={null} beside="check" />;
}
