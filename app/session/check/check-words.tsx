import { textLimits } from "../../contribution/contribution.ts";
import { useWords } from "../../language/words.ts";
import { TextArea } from "../../ui/form/text-field.tsx";
import { Typed } from "../../ui/form/typed.tsx";
import { counted } from "../room/counted.ts";
import { roomWords } from "../room/messages/room.ts";
import type { RoomData } from "../room/room-data.ts";
import { checkWords } from "./messages/check.ts";

type Kind = "condition" | "example";

/** Own words with what was chosen. */
export function Words({ name, label, hint }: { name: Kind; label: string; hint?: string | undefined }) {
  const m = useWords(checkWords);
  const { count } = useWords(roomWords).write;
  const hints = [hint, m.noNames].filter(Boolean).join(" ");
  return (
    <TextArea name={name} label={label} hint={hints} optionalWord={m.optional} rows={2} {...counted(count, textLimits[name])} />
  );
}

/** What one said of this insight already; it stays. */
export function OwnWords({ room, insight, kind }: { room: RoomData; insight: string; kind: Kind }) {
  const m = useWords(checkWords);
  return room.mine
    .filter((one) => one.insightId === insight && one.kind === kind && one.state === "visible")
    .map((one) => (
      <blockquote key={one.id}>
        <p className="small quiet">{m.said}</p>
        <Typed as="p">{one.text}</Typed>
      </blockquote>
    ));
}
