import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { DeedForm } from "../room/deed-form.tsx";
import { roomPartsWords } from "../room/messages/room-parts.ts";
import type { RoomData } from "../room/room-data.ts";

/** Without a table: people choose a subject, or came when the step was nearly over. */
export function NoTable({ room }: { room: RoomData }) {
  const m = useWords(roomPartsWords).noTable;
  if (room.listens)
    return (
      <div className="wrap">
        <Notice title={m.listens}>{m.listensText}</Notice>
      </div>
    );
  if (room.topics.length === 0) return <p className="wrap quiet">{m.none}</p>;
  return (
    <section className="wrap" aria-labelledby="kies-onderwerp">
      <h2 id="kies-onderwerp">{m.choose}</h2>
      <ul className="plain topics">
        {room.topics.map(({ name, places }) => (
          <li key={name}>
            <DeedForm action={`/bijeenkomst/${room.session.id}/onderwerp`} sendAs={`onderwerp:${room.step?.id}`} label={name}>
              <input type="hidden" name="topic" value={name} />
              <Button variant="secondary" disabled={places === 0}>
                {name}
              </Button>
              <span className="small quiet"> {places === 0 ? m.full : m.places({ n: places })}</span>
            </DeedForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
