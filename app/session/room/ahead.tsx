import { useEffect, useRef } from "react";
import { useRevalidator } from "react-router";
import { useWords } from "../../language/words.ts";
import { FieldMark } from "../../ui/form/field-mark.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { Live } from "../live/use-live.tsx";
import { roomPartsWords } from "./messages/room-parts.ts";
import type { RoomData } from "./room-data.ts";

/** Ten seconds, and a little for the way; each browser asks at a moment of its own. */
const asksAheadMs = 11_000;
const spreadMs = 2_000;

/** Where somebody goes when the next step begins, and with whom. */
export function Ahead({ room, live }: { room: RoomData; live: Live<"participant"> }) {
  const m = useWords(roomPartsWords).ahead;
  const { revalidate } = useRevalidator();
  const { stepEndsAt, pausedLeftMs, state } = live.view;
  const waits = room.dealsNext && room.ahead === null && state === "live" && pausedLeftMs === null;
  // Both are new with each look of the page.
  const ask = useRef(revalidate);
  ask.current = revalidate;
  const clock = useRef(live.now);
  clock.current = live.now;
  useEffect(() => {
    if (!waits || stepEndsAt === null) return;
    const left = stepEndsAt - clock.current() - asksAheadMs - Math.random() * spreadMs;
    const timer = window.setTimeout(() => ask.current(), Math.max(0, left));
    return () => window.clearTimeout(timer);
  }, [waits, stepEndsAt]);
  return (
    <div className="wrap" aria-live="polite">
      {room.ahead ? (
        <Notice title={m.title({ number: room.ahead.number, topic: room.ahead.topic })}>
          <p>{m.with}</p>
          <ul className="plain ahead">
            {room.ahead.members
              .filter(({ you }) => !you)
              .map(({ personId, name, field, shape }) => (
                <li key={personId}>
                  {shape ? <FieldMark shape={shape} /> : null} {name || m.somebody}
                  {field ? (
                    <span className="quiet">
                      {" "}
                      <Written>{field}</Written>
                    </span>
                  ) : null}
                </li>
              ))}
          </ul>
        </Notice>
      ) : null}
    </div>
  );
}
