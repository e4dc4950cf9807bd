import { data, type ShouldRevalidateFunctionArgs } from "react-router";
import { placeContext, servicesContext, visitContext } from "../context.ts";
import { openLobbyWhenDue } from "../session/steer.server.ts";
import type { Route } from "./+types/room.route.ts";
import { readRoom } from "./room.server.ts";
import { RoomPages } from "./room-pages.tsx";
import { WaitsPage } from "./waits-page.tsx";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, session, registration, roles } = context.get(placeContext);
  const { guest } = context.get(visitContext);
  const { db } = context.get(servicesContext);
  if (!dialogue || !session || !registration || !guest) throw data("missing", { status: 404 });
  if (!guest.confirmed) return { room: null, slug: dialogue.slug, confirmed: false, kind: null };
  if (!roles.has("participant")) return { room: null, slug: dialogue.slug, confirmed: true, kind: null };
  const state = await openLobbyWhenDue(db, session, new Date());
  const room = await readRoom(db, { dialogue, session: { ...session, state }, registration, guest });
  const wish = new URL(request.url).searchParams.get("soort");
  return {
    room,
    slug: dialogue.slug,
    confirmed: true,
    kind: room.step?.kinds.find((one) => one === wish) ?? room.step?.kinds[0] ?? null,
  };
}

/** Another insight of the check is on the page already. */
export function shouldRevalidate({ currentUrl, nextUrl, formMethod, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  const turned = currentUrl.searchParams.get("inzicht") !== nextUrl.searchParams.get("inzicht");
  return turned && currentUrl.pathname === nextUrl.pathname && !formMethod ? false : defaultShouldRevalidate;
}

export default function Room({ loaderData }: Route.ComponentProps) {
  const { room, slug, kind } = loaderData;
  if (!room) return <WaitsPage slug={slug} confirmed={loaderData.confirmed} />;
  return <RoomPages room={room} kind={kind} />;
}
