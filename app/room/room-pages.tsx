import { Suspense, useEffect } from "react";
import type { ContributionKind } from "../contribution/contribution.ts";
import { useLive } from "../session/use-live.tsx";
import { EndedPage, fetchAhead, LobbyPage } from "./later.tsx";
import { OutboxProvider } from "./outbox.tsx";
import type { RoomData } from "./room-data.ts";
import { RoomFrame } from "./room-frame.tsx";
import { StepBody } from "./step-body.tsx";
import "./room.css";

/** The one page of a session: it follows the session from lobby to close. */
export function RoomPages(props: { room: RoomData; kind: ContributionKind | null }) {
  const { session, me } = props.room;
  return (
    <OutboxProvider session={session.id} person={me.personId}>
      <FollowedRoom {...props} />
    </OutboxProvider>
  );
}

function FollowedRoom({ room, kind }: { room: RoomData; kind: ContributionKind | null }) {
  // During the check everybody writes for everybody: that page looks again by itself, now and then.
  const live = useLive(room.live, room.check ? ["step", "mine"] : ["step", "mine", "group", "all"]);
  const { state } = room.session;
  useEffect(() => {
    const timer = window.setTimeout(fetchAhead, 4_000);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <RoomFrame room={room} live={live}>
      <Suspense>
        {state === "live" && room.step ? <StepBody room={room} step={room.step} kind={kind} live={live} /> : null}
        {state === "ended" ? <EndedPage room={room} /> : null}
        {state !== "live" && state !== "ended" ? <LobbyPage room={room} live={live} /> : null}
      </Suspense>
    </RoomFrame>
  );
}
