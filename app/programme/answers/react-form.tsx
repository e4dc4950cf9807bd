import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/form/choices.tsx";
import { TextArea } from "../../ui/form/text-field.tsx";
import { Refusal } from "../../ui/notice.tsx";
import { programmeVoiceWords } from "../messages/programme-voice.ts";
import { type Reaction, reactions } from "./reaction.ts";

export interface ReactTyped {
  readonly item: string;
  readonly fit: string;
  readonly text: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly guarded: boolean;
  readonly refused: "gone" | "not-now" | null;
}

interface Props {
  readonly item: string;
  readonly mine: { readonly fit: Reaction; readonly text: string } | null;
  readonly typed: ReactTyped | null;
}

/** Whether one item would help somebody, and under which condition. */
export function ReactForm({ item, mine, typed }: Props) {
  const { mine: m, fits } = useWords(programmeVoiceWords);
  const errors = typed?.errors ?? {};
  return (
    <form method="post" noValidate>
      {typed?.refused ? <Refusal>{typed.refused === "gone" ? m.gone : m.notNow}</Refusal> : null}
      <input type="hidden" name="item" value={item} />
      {typed?.guarded ? <GuardWarning typed={[["text", typed.text]]} fields={["text"]} /> : null}
      <RadioGroup
        name="fit"
        id={`fit-${item}`}
        legend={m.question}
        columns="two"
        required
        defaultValue={typed?.fit ?? mine?.fit}
        choices={reactions.map((value) => ({ value, label: fits[value] }))}
        error={errors.fit ? m.errors.fit : undefined}
      />
      <TextArea
        name="text"
        id={`text-${item}`}
        label={m.words}
        hint={m.wordsHint}
        rows={2}
        defaultValue={typed?.text ?? mine?.text}
        error={errors.text ? m.errors[errors.text] : undefined}
      />
      <p className="actions">
        <Button variant="secondary">{mine ? m.again : m.button}</Button>
      </p>
    </form>
  );
}
