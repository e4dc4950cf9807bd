import { useEffect } from "react";
import { useRevalidator } from "react-router";
import { useLocale, useWords } from "../../language/words.ts";
import { clock, dateLong, dateTime } from "../../platform/time.ts";
import { connectionWords } from "../../prepare/registration/connection/messages/connection.ts";
import { Button } from "../../ui/button.tsx";
import { Written } from "../../ui/form/typed.tsx";
import type { Live } from "../live/use-live.tsx";
import { DeedForm } from "../room/deed-form.tsx";
import { roomWords } from "../room/messages/room.ts";
import { roomPartsWords } from "../room/messages/room-parts.ts";
import type { RoomData } from "../room/room-data.ts";
import { OutsideInvite } from "../video/join/outside-invite.tsx";
import { CardEditor } from "./card-editor.tsx";
import { TestingInvite } from "./testing-invite.tsx";
import { WhoIsHere } from "./who-is-here.tsx";

const lobbyMinutes = 30;

/** Before the start: who is here, your card, the agenda, what is kept. Earlier than that: when to come back. */
export function LobbyPage({ room, live }: { room: RoomData; live: Live<"participant"> }) {
  const m = useWords(roomPartsWords);
  const { notice } = useWords(roomWords);
  const test = useWords(connectionWords);
  const locale = useLocale();
  const { session, me } = room;
  const { revalidate } = useRevalidator();
  // Who comes in changes nothing else, so nothing tells this page: it looks now and then.
  useEffect(() => {
    const timer = window.setInterval(() => document.visibilityState === "visible" && revalidate(), 20_000);
    return () => window.clearInterval(timer);
  }, [revalidate]);
  if (session.state === "cancelled")
    return (
      <div className="wrap room-text">
        <h1>{m.cancelled.title}</h1>
        <p className="lead">{m.cancelled.text}</p>
      </div>
    );
  const open = session.state === "lobby";
  const opens = new Date(session.startsAt.getTime() - lobbyMinutes * 60_000);
  return (
    <div className="wrap room-text split">
      <div className="flow">
        <div>
          <p className="eyebrow sentence">{dateLong(session.startsAt, locale)}</p>
          <h1>{open ? m.lobby.welcome({ name: me.name.split(" ")[0] ?? "" }) : m.before.title}</h1>
          <p className="lead">
            {open
              ? m.lobby.begins({ time: clock(session.startsAt, locale) })
              : m.before.text({ date: dateTime(session.startsAt, locale), lobby: clock(opens, locale) })}
          </p>
          {open ? null : (
            <p>
              <a href={`/mijn/${room.dialogue.slug}/agenda/${session.id}`}>{m.before.calendar}</a>
            </p>
          )}
        </div>
        <p>
          <a href={`/bijeenkomst/${session.id}/verbinding`}>{test.invite}</a>
        </p>
        <OutsideInvite room={room} />
        {room.testing ? <TestingInvite session={session.id} testing={room.testing} /> : null}
        {open ? (
          <section aria-labelledby="wie">
            <h2 id="wie">{m.lobby.here}</h2>
            <WhoIsHere room={room} people={Math.max(1, live.view.present)} />
          </section>
        ) : null}
        <section aria-labelledby="bewaren">
          <h2 id="bewaren">{m.lobby.kept}</h2>
          <p>{room.dialogue.consultation ? notice.consultation : notice.text}</p>
          {room.agreed ? (
            <p className="quiet">{m.lobby.agreed}</p>
          ) : (
            <DeedForm action={`/bijeenkomst/${session.id}/gelezen`}>
              <Button variant="secondary">{notice.agree}</Button>
            </DeedForm>
          )}
        </section>
      </div>
      <div className="flow">
        <CardEditor room={room} />
        <section aria-labelledby="agenda">
          <h2 id="agenda">{m.lobby.agenda}</h2>
          <ol className="plain agenda-list">
            {room.agenda.map((one) => (
              <li key={one.id}>
                <span className="num">{clock(one.at, locale)}</span> <Written>{one.title}</Written>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </div>
  );
}
