import { roomWords } from "../messages/room.ts";
import { useWords } from "../messages/words.ts";
import { marksEach } from "../priorities/mark.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { FieldMark } from "../ui/field-mark.tsx";
import { DeedForm } from "./deed-form.tsx";
import type { RoomData } from "./room-data.ts";

/** Three marks over the needs that are shared with all; each person meets them in an order of their own. */
export function MarkList({ room }: { room: RoomData }) {
  const m = useWords(roomWords).marks;
  const given = new Set(room.marks);
  const left = marksEach - given.size;
  if (room.all.length === 0) return <p className="lead">{m.none}</p>;
  return (
    <section className="marks" aria-labelledby="stippen">
      <h2 id="stippen" aria-live="polite">
        {m.left({ n: left })}
      </h2>
      <ul className="plain notes">
        {room.all.map((one) => {
          const mine = given.has(one.id);
          return (
            <Card as="li" key={one.id} id={`bijdrage-${one.number}`} look={mine ? "chosen" : "plain"} className="note">
              <p className="as-typed">{one.text}</p>
              <DeedForm action={`/bijeenkomst/${room.session.id}/stippen`} className="inline">
                <input type="hidden" name="need" value={one.id} />
                <input type="hidden" name="terug" value={`#bijdrage-${one.number}`} />
                {one.shape ? <FieldMark shape={one.shape} /> : null}
                <Button
                  variant={mine ? "quiet" : "secondary"}
                  size="small"
                  name="on"
                  value={mine ? "0" : "1"}
                  disabled={!mine && left === 0}
                >
                  {mine ? m.take : m.give}
                  <span className="visually-hidden">: {one.text.slice(0, 60)}</span>
                </Button>
              </DeedForm>
            </Card>
          );
        })}
      </ul>
    </section>
  );
}
