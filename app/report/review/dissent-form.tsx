import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/form/choices.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextArea } from "../../ui/form/text-field.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { GuardStop } from "../write/guard-stop.tsx";
import type { Typed } from "../write/typed.ts";
import { reviewWords } from "./messages/review.ts";
import { guardedDissent } from "./review.ts";

interface Props {
  readonly id: string;
  readonly typed: Typed | null;
  /** Of a note that is changed: what it says now. */
  readonly text?: string;
  /** Who writes, and the ids of what the server has: for what is half typed. */
  readonly draft: string;
  readonly kept?: readonly string[];
}

/** A minority note, new or changed by who wrote it. */
export function DissentForm({ id, typed, text, draft, kept = [] }: Props) {
  const { part, dissent: m } = useWords(reviewWords);
  const isNew = text === undefined;
  const field = isNew ? "text" : `text-${id}`;
  const error = typed?.errors.text ? part.errors.text?.[typed.errors.text] : undefined;
  return (
    <Disclosure summary={isNew ? m.open : m.edit} open={typed !== null}>
      <form
        method="post"
        noValidate
        data-draft={`standpunt:${isNew ? "" : id}:${draft}`}
        data-draft-kept={kept.join(" ")}
        data-draft-back={typed ? "" : undefined}
      >
        <ErrorSummary heading={part.summary} errors={error ? [{ field: `standpunt-${field}`, text: error }] : []} />
        {typed?.guarded ? (
          <GuardStop typed={typed.values} fields={guardedDissent} of={() => ({ id: `standpunt-${field}`, label: m.text })} />
        ) : null}
        <input type="hidden" name="doen" value="standpunt" />
        <input type="hidden" name="id" value={typed?.values.id ?? id} />
        <TextArea
          name="text"
          id={`standpunt-${field}`}
          label={m.text}
          rows={5}
          required
          defaultValue={typed?.values.text ?? text}
          error={error}
        />
        {isNew ? (
          <Checkbox name="named" value="ja" label={m.named} hint={m.namedHint} defaultChecked={typed?.values.named === "ja"} />
        ) : null}
        <p className="actions">
          <Button>{m.save}</Button>
        </p>
      </form>
    </Disclosure>
  );
}
