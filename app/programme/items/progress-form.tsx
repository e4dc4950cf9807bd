import { Form } from "react-router";
import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { TextArea } from "../../ui/form/text-field.tsx";
import { Refusal } from "../../ui/notice.tsx";
import { Tag } from "../../ui/tag.tsx";
import { programmeWords } from "../messages/programme.ts";
import type { ItemEvent, ItemState } from "./item.ts";
import { stateTones } from "./item-list.tsx";

interface Props {
  readonly id: string;
  readonly state: ItemState;
  readonly ways: readonly ItemEvent[];
  readonly typed: { readonly text: string; readonly trouble: "missing" | "long" | "guarded" | "not-now" | "gone" } | null;
}

/** Moves an item on, with or without a message, or only tells how it goes. */
export function ProgressForm({ id, state, ways, typed }: Props) {
  const words = useWords(programmeWords);
  const m = words.progress;
  const trouble = typed?.trouble;
  return (
    <Form method="post" noValidate preventScrollReset>
      <p>
        <Tag tone={stateTones[state]}>{m.now({ state: words.states[state] })}</Tag>
      </p>
      {trouble === "not-now" || trouble === "gone" ? (
        <Refusal>{trouble === "gone" ? words.form.gone : words.form.notNow}</Refusal>
      ) : null}
      <input type="hidden" name="doen" value="vertel" />
      <input type="hidden" name="id" value={id} />
      {trouble === "guarded" ? <GuardWarning typed={[["news", typed?.text]]} fields={["news"]} /> : null}
      <TextArea
        name="news"
        label={m.text}
        hint={m.textHint}
        rows={3}
        defaultValue={typed?.text}
        error={trouble === "missing" ? m.missing : trouble === "long" ? m.long : undefined}
      />
      <p className="row-actions">
        <Button variant="secondary">{m.tell}</Button>
        {ways.map((event) => (
          <Button key={event} variant={event === "stop" ? "quiet" : "secondary"} name="event" value={event}>
            {words.events[event]}
          </Button>
        ))}
      </p>
    </Form>
  );
}
