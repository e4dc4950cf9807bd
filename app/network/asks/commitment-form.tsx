import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/form/choices.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { Select } from "../../ui/form/select.tsx";
import { TextField } from "../../ui/form/text-field.tsx";
import { networkWords } from "../messages/network.ts";
import { type HalfTyped, halfTyped } from "../people/half-typed.ts";
import { commitmentProse } from "./commitment.ts";

interface Props {
  readonly typed: {
    readonly id: string;
    readonly what: string;
    readonly withWhom: string;
    readonly due: string;
    readonly theme: string;
    readonly shared: boolean;
  };
  readonly errors: Readonly<Record<string, string>>;
  readonly guarded: boolean;
  readonly draft: HalfTyped;
  readonly back: boolean;
  readonly themes: readonly { readonly id: string; readonly name: string }[];
}

/** Who does what by when. */
export function CommitmentForm({ typed, errors, guarded, draft, back, themes }: Props) {
  const words = useWords(networkWords);
  const m = words.commitments;
  const error = (name: string) => (errors[name] ? m.errors[name]?.[errors[name]] : undefined);
  const told = Object.keys(errors).flatMap((field) => {
    const text = error(field);
    return text ? [{ field, text }] : [];
  });
  return (
    <form method="post" noValidate className="network-form" {...halfTyped(draft, back)}>
      <ErrorSummary heading={m.summary} errors={told} />
      <input type="hidden" name="id" value={typed.id} />
      {guarded ? (
        <GuardWarning outside typed={commitmentProse.map((name) => [name, typed[name]] as const)} fields={commitmentProse} />
      ) : null}
      <TextField name="what" label={m.what} hint={m.whatHint} defaultValue={typed.what} error={error("what")} required />
      <TextField name="due" type="date" label={m.due} defaultValue={typed.due} error={error("due")} required />
      <TextField
        name="withWhom"
        label={m.withWhom}
        optionalWord={words.card.optional}
        defaultValue={typed.withWhom}
        error={error("withWhom")}
      />
      {themes.length > 0 ? (
        <Select
          name="theme"
          label={m.theme}
          emptyWord={m.noTheme}
          defaultValue={typed.theme}
          options={themes.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <Checkbox name="shared" label={m.shared} hint={m.sharedHint} defaultChecked={typed.shared} />
      <p className="actions">
        <Button>{m.save}</Button>
      </p>
    </form>
  );
}
