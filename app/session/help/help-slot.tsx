import { useRef, useState } from "react";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { TextArea } from "../../ui/form/text-field.tsx";
import { Written } from "../../ui/form/typed.tsx";
import { Icon } from "../../ui/icons.tsx";
import { counted } from "../room/counted.ts";
import { DeedForm } from "../room/deed-form.tsx";
import { roomWords } from "../room/messages/room.ts";
import type { RoomData } from "../room/room-data.ts";
import { helpLimit } from "./help.ts";

/** "Hulp vragen", always at the same place; opens below its button, also without script. */
export function HelpSlot({ room }: { room: RoomData }) {
  const words = useWords(roomWords);
  const m = words.help;
  const [round, setRound] = useState(0);
  const slot = useRef<HTMLDetailsElement>(null);
  const action = `/bijeenkomst/${room.session.id}/hulp`;
  function close(): void {
    const { current } = slot;
    if (!current) return;
    if (current.contains(document.activeElement)) current.querySelector("summary")?.focus();
    current.open = false;
    setRound((n) => n + 1);
  }
  return (
    <details className="help-slot" ref={slot}>
      <summary className="utrecht-button utrecht-button--secondary-action">
        <Icon name="hand" />
        {room.help.open ? (room.help.claimed ? m.claimed : m.asked) : m.ask}
      </summary>
      <div className="help-panel card lifted" key={round}>
        {room.help.open ? (
          <DeedForm action={action} onSent={close}>
            <p>{room.help.claimed ? m.claimedText : m.open}</p>
            <Button variant="secondary" size="small" name="done" value="1">
              {m.done}
            </Button>
          </DeedForm>
        ) : (
          <DeedForm action={action} onSent={close}>
            {room.help.answer ? (
              <p>
                <strong>{m.answer}:</strong> <Written>{room.help.answer}</Written>
              </p>
            ) : null}
            <TextArea
              name="text"
              id="hulpvraag"
              label={m.reason}
              hint={m.reasonHint}
              rows={2}
              {...counted(words.write.count, helpLimit)}
            />
            <Button size="small">{m.send}</Button>
          </DeedForm>
        )}
      </div>
    </details>
  );
}
