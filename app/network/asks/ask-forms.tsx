import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/form/choices.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextArea } from "../../ui/form/text-field.tsx";
import { networkWords } from "../messages/network.ts";
import { type HalfTyped, halfTyped } from "../people/half-typed.ts";
import type { AskEvent } from "./ask.ts";

interface Trouble {
  readonly typed: { readonly id: string; readonly text: string; readonly mail: boolean; readonly thanks: string };
  readonly errors: Readonly<Record<string, string>>;
  readonly guarded: boolean;
}

/** A reaction is a message to who placed it. */
export function ReactForm({
  trouble: { typed, errors, guarded },
  draft,
  back,
}: {
  trouble: Trouble;
  draft: HalfTyped | null;
  back: boolean;
}) {
  const words = useWords(networkWords);
  const error = errors.text ? words.askForm.errors.text?.[errors.text] : undefined;
  return (
    <form method="post" noValidate className="network-form" {...halfTyped(draft, back)}>
      <ErrorSummary heading={words.person.summary} errors={error ? [{ field: "text", text: error }] : []} />
      <input type="hidden" name="id" value={typed.id} />
      {guarded ? <GuardWarning outside typed={[["text", typed.text]]} fields={["text"]} /> : null}
      <p>{words.asks.reactText}</p>
      <TextArea name="text" label={words.person.text} rows={5} defaultValue={typed.text} error={error} required />
      <Checkbox name="mail" label={words.person.mail} hint={words.person.mailHint} defaultChecked={typed.mail} />
      <p className="actions">
        <Button>{words.asks.reactButton}</Button>
      </p>
    </form>
  );
}

/** Its writer says how it stands, with thanks. */
export function MoveForm({ ways, trouble: { typed, errors, guarded } }: { ways: readonly AskEvent[]; trouble: Trouble }) {
  const words = useWords(networkWords);
  const m = words.asks;
  const error = errors.thanks ? words.askForm.errors.thanks?.[errors.thanks] : undefined;
  return (
    <form method="post" noValidate className="network-form">
      <ErrorSummary heading={words.askForm.summary} errors={error ? [{ field: "thanks", text: error }] : []} />
      {guarded ? <GuardWarning outside typed={[["thanks", typed.thanks]]} fields={["thanks"]} /> : null}
      {ways.includes("answer") ? (
        <TextArea
          name="thanks"
          label={m.thanksField}
          hint={m.thanksHint}
          optionalWord={words.card.optional}
          rows={2}
          defaultValue={typed.thanks}
          error={error}
        />
      ) : null}
      <p className="actions">
        {ways.map((event) => (
          <Button key={event} name="stap" value={event} variant={event === "answer" ? "primary" : "secondary"}>
            {m.moves[event]}
          </Button>
        ))}
      </p>
    </form>
  );
}
