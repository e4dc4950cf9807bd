import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { RadioGroup } from "../../ui/form/choices.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextArea } from "../../ui/form/text-field.tsx";
import { Disclosure } from "../../ui/layout/disclosure.tsx";
import { GuardStop } from "../write/guard-stop.tsx";
import type { Typed } from "../write/typed.ts";
import { reviewWords } from "./messages/review.ts";
import { guardedRemark } from "./review.ts";

interface Props {
  readonly id: string;
  readonly typed: Typed | null;
  /** Who writes, and the ids of what the server has of them: for what is half typed. */
  readonly draft: string;
  readonly kept: readonly string[];
}

/** A remark on a part, or other words for it; without script. */
export function RemarkForm({ id, typed, draft, kept }: Props) {
  const m = useWords(reviewWords).part;
  const word = (name: string) => (typed?.errors[name] ? m.errors[name]?.[typed.errors[name]] : undefined);
  const errors = ["kind", "text", "words"].flatMap((field) => {
    const text = word(field);
    return text ? [{ field, text }] : [];
  });
  return (
    <Disclosure summary={m.write} open={typed !== null}>
      <form
        method="post"
        noValidate
        data-draft={`opmerking:${draft}`}
        data-draft-kept={kept.join(" ")}
        data-draft-back={typed ? "" : undefined}
      >
        <ErrorSummary heading={m.summary} errors={errors} />
        {typed?.guarded ? (
          <GuardStop
            typed={typed.values}
            fields={guardedRemark}
            of={(field) => ({ id: field, label: field === "words" ? m.words : m.remark })}
          />
        ) : null}
        <input type="hidden" name="doen" value="opmerking" />
        <input type="hidden" name="id" value={typed?.values.id ?? id} />
        <RadioGroup
          name="kind"
          legend={m.kind}
          defaultValue={typed?.values.kind ?? "remark"}
          choices={[
            { value: "remark", label: m.kinds.remark },
            { value: "correction", label: m.kinds.correction },
          ]}
          error={word("kind")}
        />
        <TextArea
          name="text"
          label={m.remark}
          hint={m.remarkHint}
          rows={4}
          required
          defaultValue={typed?.values.text}
          error={word("text")}
        />
        <TextArea
          name="words"
          label={m.words}
          hint={m.wordsHint}
          rows={4}
          defaultValue={typed?.values.words}
          error={word("words")}
        />
        <p className="actions">
          <Button>{m.send}</Button>
        </p>
      </form>
    </Disclosure>
  );
}
