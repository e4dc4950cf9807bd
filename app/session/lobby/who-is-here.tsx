import { useWords } from "../../language/words.ts";
import { type Seat, TableDrawing } from "../../ui/chart/table-drawing.tsx";
import { FieldLine } from "../../ui/form/field-mark.tsx";
import { roomPartsWords } from "../room/messages/room-parts.ts";
import type { RoomData } from "../room/room-data.ts";

const perMark = 5;

/** Who sits in the lobby, as a table and as a list; both say only "five or more". */
export function WhoIsHere({ room, people }: { room: RoomData; people: number }) {
  const m = useWords(roomPartsWords).lobby;
  const marks = room.here.flatMap(({ shape, atLeast }) =>
    Array.from({ length: atLeast / perMark }, (): Seat => ({ state: "present", shape })),
  );
  const you: Seat = { state: "you", ...(room.me.shape ? { shape: room.me.shape } : {}) };
  return (
    <>
      <p>{m.count({ n: people })}</p>
      <div className="here">
        <TableDrawing seats={[you, ...marks]} size={200} label={m.drawing} />
        <ul className="plain here-list">
          {room.here.map(({ field, shape, atLeast }) => (
            <li key={field}>
              <FieldLine shape={shape}>{field}</FieldLine>
              <span className="num">{atLeast === 0 ? m.few : m.atLeast({ n: atLeast })}</span>
            </li>
          ))}
        </ul>
      </div>
      <p className="small quiet">{m.drawingHint}</p>
    </>
  );
}
