import { Suspense } from "react";
import { data, replace } from "react-router";
import { placeContext, servicesContext, visitContext } from "../../dialogue/access/context.server.ts";
import type { GroupId } from "../../platform/ids.ts";
import { openLobbyWhenDue } from "../clock/steer.server.ts";
import { reasonsFor } from "../group/table.server.ts";
import { seatSeen } from "../group/table-life.server.ts";
import { arrive } from "../live/arrive.server.ts";
import { comesHere } from "../live/presence.server.ts";
import { insightAt } from "../outcomes/tested.ts";
import { seekingIn } from "../weigh/to-mark.ts";
import type { Route } from "./+types/room.route.ts";
import { WaitsPage } from "./later.tsx";
import { readRoom } from "./room.server.ts";
import { RoomPages } from "./room-pages.tsx";
import type { Standing } from "./waits-page.tsx";

export async function loader({ context, request }: Route.LoaderArgs) {
  const { dialogue, session, registration, roles } = context.get(placeContext);
  const { guest, locale } = context.get(visitContext);
  const { db, environment } = context.get(servicesContext);
  if (!dialogue || !session || !registration || !guest) throw data("missing", { status: 404 });
  if (!roles.has("participant")) {
    const { startsAt, endsAt } = session;
    const why = !guest.confirmed ? "device" : registration.state === "admitted" ? "removed" : registration.state;
    const reason = why === "removed" ? ((await reasonsFor(db, session.id, guest.personId)).removed ?? null) : null;
    const standing: Standing = { slug: dialogue.slug, startsAt, endsAt, helpContact: dialogue.helpContact, why, reason };
    return { room: null, standing, kind: null };
  }
  const state = await openLobbyWhenDue(db, session, new Date());
  // Without script there is no socket to say that somebody is here.
  await Promise.all([
    comesHere(db, { sessionId: session.id, personId: guest.personId }),
    arrive(db, { ...session, state }, guest.personId),
  ]);
  const room = await readRoom(
    db,
    { dialogue, session: { ...session, state }, registration, guest, locale },
    { meets: environment.media, seeking: seekingIn(new URL(request.url).searchParams) },
  );
  // A whole page shows where somebody sits; what a script fetches is told once it is on the screen.
  if (room.group && room.life && request.headers.get("sec-fetch-dest") !== "empty")
    await seatSeen(
      db,
      { dialogueId: dialogue.id, sessionId: session.id, personId: guest.personId, groupId: room.group.id as GroupId },
      room.life.version,
    );
  // Which insight it is stands in the address: a reload, also without script, shows the same one.
  const asked = new URL(request.url).searchParams.get("inzicht");
  const first = room.check && asked === null ? insightAt(room.check.insights, null, room.check.focus) : null;
  const number = room.check?.insights.find(({ id }) => id === first)?.number;
  if (number !== undefined) throw replace(`/bijeenkomst/${session.id}?inzicht=${number}`);
  const wish = new URL(request.url).searchParams.get("soort");
  return {
    room,
    standing: null,
    kind: room.step?.kinds.find((one) => one === wish) ?? room.step?.kinds[0] ?? null,
  };
}

export { shouldRevalidate } from "./should-revalidate.tsx";

export default function Room({ loaderData }: Route.ComponentProps) {
  const { room, standing, kind } = loaderData;
  if (!room)
    return (
      <Suspense>
        <WaitsPage standing={standing} />
      </Suspense>
    );
  return <RoomPages room={room} kind={kind} />;
}
