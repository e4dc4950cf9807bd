import type { Seen } from "../../contribution/seen.ts";
import { useWords } from "../../language/words.ts";
import { Note, type NoteProps } from "../room/note.tsx";
import { writingWords } from "./messages/writing.ts";

type Props = Omit<NoteProps, "one" | "at" | "beneath"> & {
  readonly items: readonly Seen[] | undefined;
  readonly sessionId: string;
};

/** How others say the same need. */
export function OtherWords({ items, sessionId, ...note }: Props) {
  const m = useWords(writingWords).list;
  if (!items || items.length === 0) return null;
  return (
    <div className="other-words">
      <p className="small quiet">{m.others}</p>
      <ul className="plain">
        {items.map((one) => (
          <li key={one.id} id={`bijdrage-${one.number}`} className="note">
            <Note {...note} one={one} at={`/bijeenkomst/${sessionId}/bijdragen/${one.id}`} beneath />
          </li>
        ))}
      </ul>
    </div>
  );
}
