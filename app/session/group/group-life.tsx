import { useEffect, useState } from "react";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useSeconds } from "../clock/time-left.tsx";
import type { Live } from "../live/use-live.tsx";
import { DeedForm } from "../room/deed-form.tsx";
import { roomPartsWords } from "../room/messages/room-parts.ts";
import type { RoomData } from "../room/room-data.ts";

type Props = { readonly room: RoomData; readonly live: Live<"participant"> };

/** What goes on at the table besides what is written: who visits, roles that go round, a round of speaking, reading back. */
export function GroupLife({ room, live }: Props) {
  const m = useWords(roomPartsWords).life;
  const { life, group } = room;
  if (!life || !group) return null;
  const nameOf = (id: string | null) => group.members.find(({ personId }) => personId === id)?.name || m.somebody;
  const isMe = (id: string | null) => id === room.me.personId;
  const noteTaker = live.view.group?.noteTakerId ?? null;
  return (
    <section className="wrap group-life" aria-labelledby="tafelzaken">
      <h2 id="tafelzaken" className="visually-hidden">
        {m.title}
      </h2>
      <div aria-live="polite">
        {life.visitors.map((name) => (
          <p key={name} className="small">
            {m.visitor({ name })}
          </p>
        ))}
      </div>
      <p className="small">
        {noteTaker === null && life.next["note-taker"] ? (
          <span>{isMe(life.next["note-taker"]) ? m.yourNotes : m.theirNotes({ name: nameOf(life.next["note-taker"]) })} </span>
        ) : null}
        {life.speakerId ? (
          <span>{isMe(life.speakerId) ? m.youSpeak : m.speaks({ name: nameOf(life.speakerId) })}</span>
        ) : life.next.speaker ? (
          <span>{isMe(life.next.speaker) ? m.yourSpeech : m.theirSpeech({ name: nameOf(life.next.speaker) })}</span>
        ) : null}
      </p>
      <div className="row-actions">
        {isMe(life.speakerId) ? null : (
          <DeedForm action={`/bijeenkomst/${room.session.id}/spreker`}>
            <input type="hidden" name="group" value={group.id} />
            <Button variant="quiet" size="small">
              {m.speak}
            </Button>
          </DeedForm>
        )}
        {group.members.length > 1 && !life.turn ? (
          <Pass room={room} seen="" to={group.members[0]?.personId ?? ""} label={m.begin} />
        ) : null}
      </div>
      {life.turn ? <Round room={room} live={live} turn={life.turn} nameOf={nameOf} /> : null}
      {life.share ? (
        <Disclosure summary={m.share}>
          <p className="small">{m.shareText(life.share)}</p>
        </Disclosure>
      ) : null}
      <Nudge room={room} live={live} />
      <ReadBack room={room} live={live} />
    </section>
  );
}

/** One after another, in the order in which they sit; the timer asks, and cuts nobody off. */
function Round({
  room,
  live,
  turn,
  nameOf,
}: Props & { turn: { readonly personId: string; readonly since: number }; nameOf: (id: string) => string }) {
  const m = useWords(roomPartsWords).life;
  const now = useSeconds(live.view, live.now);
  const members = room.group?.members ?? [];
  const next = members[members.findIndex(({ personId }) => personId === turn.personId) + 1];
  const left = Math.max(0, Math.ceil((room.life?.secondsEach ?? 60) - (now - turn.since) / 1000));
  return (
    <div className="speaking">
      <p aria-live="polite">
        <strong>{turn.personId === room.me.personId ? m.yourTurn : m.turn({ name: nameOf(turn.personId) })}</strong>
      </p>
      <p className="small quiet" role="timer" aria-label={m.turnTime}>
        {left > 0 ? m.left({ seconds: left }) : next ? m.roundUp : m.roundUpLast}
      </p>
      <div className="row-actions">
        {next ? (
          <Pass room={room} seen={turn.personId} to={next.personId} label={m.passTo({ name: nameOf(next.personId) })} />
        ) : null}
        <Pass room={room} seen={turn.personId} to="" label={m.endRound} quiet={next !== undefined} />
      </div>
    </div>
  );
}

function Pass({
  room,
  seen,
  to,
  label,
  quiet = false,
}: {
  room: RoomData;
  seen: string;
  to: string;
  label: string;
  quiet?: boolean;
}) {
  return (
    <DeedForm action={`/bijeenkomst/${room.session.id}/beurt`} sendAs={`beurt:${seen}:${to}`}>
      <input type="hidden" name="group" value={room.group?.id} />
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="to" value={to} />
      <Button variant={quiet || seen === "" ? "quiet" : "secondary"} size="small">
        {label}
      </Button>
    </DeedForm>
  );
}

/** Half the step went by and this person wrote nothing yet: said to them alone, once, where the organiser wants it. */
function Nudge({ room, live }: Props) {
  const m = useWords(roomPartsWords).life;
  const now = useSeconds(live.view, live.now);
  const { stepStartedAt, stepEndsAt, pausedLeftMs } = live.view;
  if (!room.life?.nudge || stepStartedAt === null || stepEndsAt === null || pausedLeftMs !== null) return null;
  if (now < (stepStartedAt + stepEndsAt) / 2) return null;
  return <Notice live="polite">{m.nudge}</Notice>;
}

/** In the last minutes the group reads in one look what it wrote, and says that it is right. */
function ReadBack({ room, live }: Props) {
  const m = useWords(roomPartsWords).life;
  const now = useSeconds(live.view, live.now);
  const { life, group } = room;
  const [open, setOpen] = useState(false);
  const { stepStartedAt, stepEndsAt, pausedLeftMs } = live.view;
  const soon =
    stepStartedAt !== null &&
    stepEndsAt !== null &&
    pausedLeftMs === null &&
    stepEndsAt - now < Math.min(180_000, (stepEndsAt - stepStartedAt) / 3);
  useEffect(() => {
    if (soon) setOpen(true);
  }, [soon]);
  if (!life || !group || life.notes.written === 0) return null;
  if (life.notes.confirmed) return <p className="small">{m.confirmed}</p>;
  return (
    <Disclosure key={String(open)} summary={m.readBack({ n: life.notes.written })} open={open}>
      <p className="small">
        {m.readBackText} <a href="#op-tafel">{m.toTable}</a>
      </p>
      <DeedForm action={`/bijeenkomst/${room.session.id}/nagelezen`}>
        <input type="hidden" name="group" value={group.id} />
        <Button variant="secondary" size="small">
          {m.confirm}
        </Button>
      </DeedForm>
    </Disclosure>
  );
}
