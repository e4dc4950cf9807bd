import { useEffect, useRef, useState } from "react";
import { textLimits } from "../../contribution/contribution.ts";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { TextArea } from "../../ui/form/text-field.tsx";
import { sendsByEnter, useTyped } from "../cockpit/use-typed.tsx";
import { counted } from "../room/counted.ts";
import { DeedForm } from "../room/deed-form.tsx";
import { roomWords } from "../room/messages/room.ts";
import { newId } from "../room/new-id.ts";
import type { RoomData } from "../room/room-data.ts";
import { browserStore } from "../writing/store.ts";
import { talkWords } from "./messages/talk.ts";

interface Props {
  readonly room: RoomData;
  readonly label: string;
  readonly send: string;
  /** What its writer reads about who sees the line. */
  readonly said: string;
  /** Its writer may keep the line to themselves until it is sent. */
  readonly mayHide?: boolean;
  readonly onSaid: () => void;
}

const hiddenKey = "klankbord:unseen";

/** One line, that others see while it is typed. The field stays where it is: a conversation goes on. */
export function TalkForm({ room, label, send, said, mayHide = false, onSaid }: Props) {
  const m = useWords(talkWords).talk;
  const { count } = useWords(roomWords).write;
  const around = useRef<HTMLDivElement>(null);
  const [id, setId] = useState(() => room.fresh);
  // Without script nobody reads along, and so nothing is said of it.
  const [reads, setReads] = useState<"not-known" | "seen" | "unseen">("not-known");
  useEffect(() => setReads(mayHide && browserStore.get(hiddenKey) ? "unseen" : "seen"), [mayHide]);
  useTyped({ session: room.session.id, as: "participant" }, around, reads !== "seen");
  const step = room.step?.id ?? "";
  return (
    <div ref={around} className="talk-form">
      <DeedForm
        action={`/bijeenkomst/${room.session.id}/gesprek`}
        sendAs={`gesprek:${id}`}
        draft={{ step, form: "talk" }}
        onSent={() => {
          const line = around.current?.querySelector("textarea");
          if (line) line.value = "";
          line?.dispatchEvent(new Event("input", { bubbles: true }));
          setId(newId());
          onSaid();
        }}
      >
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="kind" value="talk" />
        <input type="hidden" name="step" value={step} />
        <input type="hidden" name="terug" value="#gesprek" />
        <TextArea
          name="text"
          id="tekst-talk"
          label={label}
          hint={reads === "not-known" ? undefined : reads === "seen" ? said : m.unseen}
          rows={2}
          required
          enterKeyHint="send"
          onKeyDown={sendsByEnter}
          {...counted(count, textLimits.talk)}
        />
        <p className="actions">
          {/* at a table the filled button is that of what one lays on it */}
          <Button variant={mayHide ? "secondary" : "primary"}>{send}</Button>
          {mayHide && reads !== "not-known" ? (
            <Button
              type="button"
              variant="quiet"
              size="small"
              onClick={() => {
                browserStore.set(hiddenKey, reads === "seen" ? "1" : null);
                setReads(reads === "seen" ? "unseen" : "seen");
              }}
            >
              {reads === "seen" ? m.hide : m.show}
            </Button>
          ) : null}
        </p>
      </DeedForm>
    </div>
  );
}
