import { layOut } from "../../contribution/lay-out.ts";
import { useWords } from "../../language/words.ts";
import { Card } from "../../ui/layout/card.tsx";
import { roomPartsWords } from "../room/messages/room-parts.ts";
import { Note } from "../room/note.tsx";
import type { RoomData } from "../room/room-data.ts";
import { OtherWords } from "../writing/other-words.tsx";
import { bundles } from "./gather.ts";

/** In the plenary: what the tables chose to bring; what they put together stays together. */
export function BroughtList({ room }: { room: RoomData }) {
  const m = useWords(roomPartsWords).gather;
  const { others } = layOut(room.all);
  const note = { inGroup: false, flags: room.flags };
  const brought = bundles(room.all.filter((one) => one.brought));
  return (
    <section aria-labelledby="meegebracht">
      <h2 id="meegebracht">{m.plenary}</h2>
      {brought.length === 0 ? <p className="quiet">{m.noneBrought}</p> : null}
      <ul className="plain notes">
        {brought.map(({ needs }) => (
          <Card as="li" key={needs[0]?.id} className={needs.length > 1 ? "note together" : "note"}>
            <ul className="plain">
              {needs.map((one) => (
                <li key={one.id} id={`bijdrage-${one.number}`}>
                  <Note {...note} one={one} at={`/bijeenkomst/${room.session.id}/bijdragen/${one.id}`} />
                  <OtherWords {...note} items={others.get(one.id)} sessionId={room.session.id} />
                </li>
              ))}
            </ul>
          </Card>
        ))}
      </ul>
    </section>
  );
}
