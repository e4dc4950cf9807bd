import { Suspense, useEffect } from "react";
import type { ContributionKind } from "../contribution/contribution.ts";
import { useLive } from "../session/use-live.tsx";
import { BesideSession, CheckPage, EndedPage, fetchAhead, LobbyPage, NeedsPage } from "./later.tsx";
import { bringStep, StepBody } from "./later-step.tsx";
import { OutboxProvider } from "./outbox.tsx";
import type { RoomData } from "./room-data.ts";
import { RoomFrame } from "./room-frame.tsx";
import { FieldsContext } from "./use-fields.tsx";
import "./room.css";

/** The one page of a session: it follows the session from lobby to close. */
export function RoomPages(props: { room: RoomData; kind: ContributionKind | null; beside?: Beside }) {
  const { session, me } = props.room;
  return (
    <OutboxProvider session={session.id} person={me.personId}>
      <FieldsContext value={props.room.fields}>
        <FollowedRoom {...props} />
      </FieldsContext>
    </OutboxProvider>
  );
}

/** On a page of its own, whatever the session does: the practice check, or what is written outside the steps. */
type Beside = "check" | "needs";

function FollowedRoom({ room, kind, beside }: { room: RoomData; kind: ContributionKind | null; beside?: Beside }) {
  // During the check everybody writes for everybody: that page looks again by itself, now and then.
  const live = useLive(room.live, room.check ? ["step", "mine", "check"] : ["step", "mine", "group", "all"]);
  const { state } = room.session;
  useEffect(() => {
    const timer = window.setTimeout(() => {
      fetchAhead();
      bringStep().catch(() => {});
    }, 4_000);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <RoomFrame room={room} live={live} writing={beside === "needs" ? (room.outside?.moment ?? null) : null}>
      <Suspense>
        {beside === "needs" ? (
          <NeedsPage room={room} kind={kind} />
        ) : beside === "check" && room.check ? (
          <>
            <BesideSession room={room} />
            <CheckPage room={room} check={room.check} />
          </>
        ) : state === "live" && room.step ? (
          <StepBody room={room} step={room.step} kind={kind} live={live} />
        ) : state === "ended" ? (
          <EndedPage room={room} />
        ) : state === "live" ? null : (
          <LobbyPage room={room} live={live} />
        )}
      </Suspense>
    </RoomFrame>
  );
}
