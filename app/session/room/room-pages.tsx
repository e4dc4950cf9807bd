import { Suspense, useEffect, useMemo, useRef, useState } from "react";
import type { ContributionKind } from "../../contribution/contribution.ts";
import { type Live, useLive } from "../live/use-live.tsx";
import { OutboxProvider } from "../writing/outbox.tsx";
import { Ahead, BesideSession, CheckPage, EndedPage, fetchAhead, LobbyPage, Meet, NeedsPage } from "./later.tsx";
import { bringStep, StepBody } from "./later-step.tsx";
import type { RoomData } from "./room-data.ts";
import { RoomFrame } from "./room-frame.tsx";
import { FieldsContext } from "./use-fields.tsx";
import "./room.css";

/** The one page of a session: it follows the session from lobby to close. */
export function RoomPages(props: { room: RoomData; kind: ContributionKind | null; beside?: Beside }) {
  const { session, me } = props.room;
  const [arrived, setArrived] = useState(false);
  return (
    <OutboxProvider session={session.id} person={me.personId} ready={arrived}>
      <FieldsContext value={props.room.fields}>
        <FollowedRoom {...props} arrived={arrived} tell={setArrived} />
      </FieldsContext>
    </OutboxProvider>
  );
}

/** On a page of its own, whatever the session does: the practice check, or what is written outside the steps. */
type Beside = "check" | "needs";

type FollowedProps = {
  readonly room: RoomData;
  readonly kind: ContributionKind | null;
  readonly beside?: Beside;
  /** The script of what is on the screen has come, and how to tell that it has. */
  readonly arrived: boolean;
  readonly tell: (arrived: boolean) => void;
};

function FollowedRoom({ room, kind, beside, arrived, tell }: FollowedProps) {
  // During the check everybody writes for everybody: that page looks again by itself, now and then.
  const live = useLive(room.live, room.check ? ["step", "mine", "check"] : ["step", "mine", "group", "all"]);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      fetchAhead();
      bringStep().catch(() => {});
    }, 4_000);
    return () => window.clearTimeout(timer);
  }, []);
  // What the server drew stays, with what somebody may be typing in it, until the script of this part has come: nothing that is
  // followed may draw it anew before that.
  const first = useRef(live);
  const followed = arrived ? live : first.current;
  const page = useMemo(
    () => (
      <Suspense>
        <Page room={room} kind={kind} beside={beside} live={followed} />
        <Arrived tell={tell} />
      </Suspense>
    ),
    [room, kind, beside, followed, tell],
  );
  return (
    <RoomFrame room={room} live={live} writing={beside === "needs" ? (room.outside?.moment ?? null) : null}>
      {room.dealsNext ? (
        <Suspense>
          <Ahead room={room} live={live} />
        </Suspense>
      ) : null}
      {room.media && room.step ? (
        <Suspense>
          <Meet
            session={room.session.id}
            as="participant"
            kind={room.media.kind}
            place={`${room.step.id} ${room.group?.id}`}
            hasFloor={live.view.floor?.personId === room.me.personId}
          />
        </Suspense>
      ) : null}
      {page}
    </RoomFrame>
  );
}

function Arrived({ tell }: { tell: (arrived: boolean) => void }) {
  useEffect(() => tell(true), [tell]);
  return null;
}

interface PageProps {
  readonly room: RoomData;
  readonly kind: ContributionKind | null;
  readonly beside: Beside | undefined;
  readonly live: Live<"participant">;
}

function Page({ room, kind, beside, live }: PageProps) {
  const { state } = room.session;
  if (beside === "needs") return <NeedsPage room={room} kind={kind} />;
  if (beside === "check" && room.check)
    return (
      <>
        <BesideSession room={room} />
        <CheckPage room={room} check={room.check} />
      </>
    );
  if (state === "live") return room.step ? <StepBody room={room} step={room.step} kind={kind} live={live} /> : null;
  return state === "ended" ? <EndedPage room={room} /> : <LobbyPage room={room} live={live} />;
}
