import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { SignMarks } from "../announce/sign-marks.tsx";
import { useSeconds } from "../clock/time-left.tsx";
import type { Live } from "../live/use-live.tsx";
import { DeedForm } from "../room/deed-form.tsx";
import type { RoomData } from "../room/room-data.ts";
import { talkWords } from "../talk/messages/talk.ts";
import { SaidLines } from "../talk/said-lines.tsx";
import { TalkForm } from "../talk/talk-form.tsx";
import type { Way } from "./floor.ts";
import { GiveSign } from "./give-sign.tsx";

interface Props {
  readonly room: RoomData;
  readonly floor: NonNullable<RoomData["floor"]>;
  readonly live: Live<"participant">;
}

/** With the whole group: who has the floor, asking for it, and what is said in text. */
export function PlenaryFloor({ room, floor, live }: Props) {
  const m = useWords(talkWords).floor;
  const has = live.view.floor;
  const mine = has?.personId === room.me.personId;
  return (
    <section className="wrap floor" aria-labelledby="woord">
      <h2 id="woord" className="visually-hidden">
        {m.title}
      </h2>
      <div aria-live="polite">
        {has ? <p className="said-by">{mine ? m.yours : m.has[has.how]({ name: has.name || m.somebody })}</p> : null}
      </div>
      <SaidLines heard={live.talk} floor={has} me={room.me.personId} />
      <SignMarks heard={live.talk} />
      {has && mine ? <OwnTurn room={room} live={live} has={has} /> : <Ask room={room} asked={floor.asked} />}
      <GiveSign session={room.session.id} />
    </section>
  );
}

function OwnTurn({ room, live, has }: Pick<Props, "room" | "live"> & { has: NonNullable<Props["live"]["view"]["floor"]> }) {
  const words = useWords(talkWords);
  const m = words.floor;
  const left = Math.max(0, Math.ceil((has.endsAt - useSeconds(live.view, live.now)) / 1000));
  return (
    <div className="speaking">
      <p className="small" role="timer" aria-label={m.time}>
        {left > 0 ? m.left({ seconds: left }) : m.roundUp}
      </p>
      {has.how === "text" ? (
        <TalkForm room={room} label={m.line} send={words.talk.send} said={m.everybody} onSaid={() => {}} />
      ) : null}
      <Leave room={room} label={m.done} />
    </div>
  );
}

function Ask({ room, asked }: { room: RoomData; asked: Way | null }) {
  const m = useWords(talkWords).floor;
  const action = `/bijeenkomst/${room.session.id}/woord`;
  if (asked)
    return (
      <>
        <p role="status">{m.asked[asked]}</p>
        <Leave room={room} label={m.takeBack} />
      </>
    );
  return (
    <>
      <div className="row-actions">
        {(["aloud", "text"] as const).map((how) => (
          <DeedForm key={how} action={action} sendAs="woord" className="inline">
            <input type="hidden" name="doen" value="ask" />
            <input type="hidden" name="how" value={how} />
            <Button variant="secondary" size="small">
              {how === "aloud" ? m.ask : m.askText}
            </Button>
          </DeedForm>
        ))}
      </div>
      <p className="small quiet">{m.how}</p>
    </>
  );
}

function Leave({ room, label }: { room: RoomData; label: string }) {
  return (
    <DeedForm action={`/bijeenkomst/${room.session.id}/woord`} sendAs="woord" className="inline">
      <input type="hidden" name="doen" value="leave" />
      <Button variant="quiet" size="small">
        {label}
      </Button>
    </DeedForm>
  );
}
