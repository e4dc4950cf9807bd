import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { Card } from "../../ui/layout/card.tsx";
import { DeedForm } from "../room/deed-form.tsx";
import { roomPartsWords } from "../room/messages/room-parts.ts";
import type { MarkableTheme, RoomData } from "../room/room-data.ts";
import { marksEach } from "./mark.ts";

/** Three marks over the themes; each person meets them in an order of their own. */
export function ThemeMarks({ room }: { room: RoomData }) {
  const m = useWords(roomPartsWords).marks;
  const given = new Set(room.marks);
  const left = marksEach - given.size;
  return (
    <section className="marks" aria-labelledby="stippen">
      <h2 id="stippen" aria-live="polite">
        {m.left({ n: left })}
      </h2>
      <p className="small quiet">{m.secret}</p>
      {room.themes.length === 0 ? <p className="lead">{m.noThemes}</p> : null}
      <ul className="plain notes">
        {room.themes.map((one) => (
          <Theme key={one.id} theme={one} sessionId={room.session.id} marked={given.has(one.id)} full={left <= 0} />
        ))}
      </ul>
    </section>
  );
}

type ThemeProps = { theme: MarkableTheme; sessionId: string; marked: boolean; full: boolean };

function Theme({ theme: { id, name, description, needs }, sessionId, marked, full }: ThemeProps) {
  const m = useWords(roomPartsWords).marks;
  return (
    <Card as="li" id={`thema-${id}`} look={marked ? "chosen" : "plain"} className="note">
      <h3>
        <Written>{name}</Written>
      </h3>
      {description ? (
        <p>
          <Written>{description}</Written>
        </p>
      ) : null}
      <DeedForm action={`/bijeenkomst/${sessionId}/stippen`} sendAs={`stip:${id}`} className="inline">
        <input type="hidden" name="theme" value={id} />
        <input type="hidden" name="terug" value="#stippen" />
        <span className="small quiet">{m.needs({ n: needs })}</span>
        <Button
          variant={marked ? "quiet" : "secondary"}
          size="small"
          name="on"
          value={marked ? "0" : "1"}
          disabled={!marked && full}
        >
          {marked ? m.take : m.give}
          <span className="visually-hidden">
            : <Written>{name}</Written>
          </span>
        </Button>
      </DeedForm>
    </Card>
  );
}
