import { data, replace } from "react-router";
import { kindsOutside } from "../../contribution/contribution.ts";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import { openLobbyWhenDue } from "../clock/steer.server.ts";
import { readRoom } from "../room/room.server.ts";
import { RoomPages } from "../room/room-pages.tsx";
import type { Route } from "./+types/needs.route.ts";

export { shouldRevalidate } from "../room/should-revalidate.tsx";

/** What is written outside the steps: prepared before the session, added after it. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, session, registration, roles } = context.get(placeContext);
  const { guest, locale } = context.get(visitContext);
  const { db } = context.get(servicesContext);
  if (!dialogue || !session || !registration || !guest) throw data("missing", { status: 404 });
  // Without a place, and while the session is on, the page of the session says how it stands.
  if (!roles.has("participant") || session.state === "live") throw replace(`/bijeenkomst/${session.id}`);
  const state = await openLobbyWhenDue(db, session, new Date());
  const room = await readRoom(db, { dialogue, session: { ...session, state }, registration, guest, locale });
  const kinds = room.outside ? kindsOutside[room.outside.moment] : [];
  const wish = new URL(request.url).searchParams.get("soort");
  return { room, kind: kinds.find((one) => one === wish) ?? kinds[0] ?? null };
}

export default function Needs({ loaderData: { room, kind } }: Route.ComponentProps) {
  return <RoomPages room={room} kind={kind} beside="needs" />;
}
