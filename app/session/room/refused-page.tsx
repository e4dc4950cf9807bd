import { useParams } from "react-router";
import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { guardWords } from "../../contribution/messages/guard.ts";
import { useWords } from "../../language/words.ts";
import { Button, LinkButton } from "../../ui/button.tsx";
import { TextArea } from "../../ui/form/text-field.tsx";
import { PublicFrame } from "../../ui/frame.tsx";
import { type Answer, isGuarded } from "./deed.ts";
import { roomWords } from "./messages/room.ts";
import { roomPartsWords } from "./messages/room-parts.ts";

/** Without script: says why something was not kept, and keeps every word of it. */
export function RefusedPage({ answer }: { answer: Answer | undefined }) {
  const m = useWords(roomPartsWords).refused;
  const { codes } = useWords(roomWords).refused;
  const { session } = useParams();
  const code = answer?.status === "refused" ? answer.code : "unknown";
  const typed = answer?.status === "refused" ? answer.typed : {};
  const words = Object.entries(typed).filter(([name, value]) => name in m.fields && value.trim() !== "");
  const guarded = isGuarded(code);
  const guard = useWords(guardWords);
  const rest = Object.entries(typed).filter(([name]) => !(name in m.fields));
  return (
    <PublicFrame>
      <title>{guarded ? guard.titleShort : m.title}</title>
      <h1>{guarded ? guard.titleShort : m.title}</h1>
      {guarded ? null : <p className="lead">{codes[code as keyof typeof codes] ?? codes.unknown}</p>}
      {words.length === 0 ? null : (
        <form method="post">
          {guarded ? <GuardWarning typed={words} still /> : null}
          {rest.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <p>{m.yourText}</p>
          {words.map(([name, value]) => (
            <TextArea key={name} name={name} label={m.fields[name as keyof typeof m.fields]} defaultValue={value} rows={4} />
          ))}
          <p className="actions">
            <Button variant="secondary">{m.again}</Button>
          </p>
        </form>
      )}
      <p className="actions">
        <LinkButton href={`/bijeenkomst/${session}`}>{m.back}</LinkButton>
      </p>
    </PublicFrame>
  );
}
