import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { guardWords } from "../../contribution/messages/guard.ts";
import { useWords } from "../../language/words.ts";
import { wordFields } from "../../method/guard/weigh.ts";
import { Button } from "../../ui/button.tsx";
import { TextArea } from "../../ui/form/text-field.tsx";
import { roomWords } from "../room/messages/room.ts";
import { roomPartsWords } from "../room/messages/room-parts.ts";
import type { Sending } from "./draft.ts";
import { useOutbox } from "./outbox.tsx";

/** What the guard held back after its form was gone: to change here, or to post all the same. */
export function GuardUnsent({ one }: { one: Sending }) {
  const m = useWords(guardWords);
  const { throwAway } = useWords(roomWords).unsent;
  const { fields: labels } = useWords(roomPartsWords).refused;
  const { send, drop } = useOutbox();
  const words = one.fields.filter(([name, value]) => (wordFields as readonly string[]).includes(name) && value.trim() !== "");
  const rest = one.fields.filter((pair) => !words.includes(pair));
  return (
    <form
      className="held"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
        for (const [name, value] of rest) if (!typed.has(name)) typed.append(name, value);
        void send(one.key, one.url, typed);
      }}
    >
      <GuardWarning typed={one.fields} />
      {words.map(([name, value]) => (
        <TextArea
          key={name}
          name={name}
          id={`${name}-${one.key}`}
          label={labels[name as keyof typeof labels]}
          defaultValue={value}
          rows={3}
        />
      ))}
      <p className="row-actions">
        <Button variant="secondary" size="small">
          {m.sendChanged}
        </Button>
        <Button type="button" variant="quiet" size="small" onClick={() => drop(one.key)}>
          {throwAway}
        </Button>
      </p>
    </form>
  );
}
