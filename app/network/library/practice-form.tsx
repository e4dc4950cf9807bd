import { GuardWarning } from "../../contribution/guard-warning.tsx";
import { useWords } from "../../language/words.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox, CheckboxGroup } from "../../ui/form/choices.tsx";
import { Combobox } from "../../ui/form/combobox.tsx";
import { ErrorSummary } from "../../ui/form/error-summary.tsx";
import { TextArea, TextField } from "../../ui/form/text-field.tsx";
import { networkWords } from "../messages/network.ts";
import { type HalfTyped, halfTyped } from "../people/half-typed.ts";
import { type PracticeText, practiceParts, practiceProse } from "./practice.ts";

export interface PracticeTyped extends PracticeText {
  readonly id: string;
  readonly version: number;
  readonly area: string;
  readonly areaChosen: string;
  readonly fields: readonly string[];
  readonly themes: readonly string[];
  readonly open: boolean;
}

interface Props {
  readonly typed: PracticeTyped;
  /** null: sent before. */
  readonly draft: HalfTyped | null;
  readonly back: boolean;
  readonly errors: Readonly<Record<string, string>>;
  readonly guarded: boolean;
  readonly fields: readonly { readonly id: string; readonly name: string; readonly shape: number }[];
  readonly themes: readonly { readonly id: string; readonly name: string }[];
}

/** Something that works, so that a colleague can do it too. */
export function PracticeForm({ typed, draft, back, errors, guarded, fields, themes }: Props) {
  const words = useWords(networkWords);
  const m = words.practices;
  const error = (name: string) => {
    const code = errors[name];
    return code ? m.errors[code] : undefined;
  };
  const labelOf = (field: string) => {
    const part = practiceParts.find((one) => one === field);
    return part ? m.parts[part] : { title: m.name, area: m.area }[field];
  };
  const told = Object.keys(errors).flatMap((field) => {
    const text = error(field);
    const name = labelOf(field);
    return text ? [{ field, text: name ? `${name}: ${text}` : text }] : [];
  });
  const { none, one, many } = words.directory.areaWords;
  const optional = words.card.optional;
  return (
    <form method="post" noValidate className="network-form" {...halfTyped(draft, back)}>
      <ErrorSummary heading={m.summary} errors={told} />
      <input type="hidden" name="doen" value="bewaar" />
      <input type="hidden" name="id" value={typed.id} />
      <input type="hidden" name="version" value={typed.version} />
      {guarded ? (
        <GuardWarning outside typed={practiceProse.map((name) => [name, typed[name]] as const)} fields={practiceProse} />
      ) : null}
      <TextField name="title" label={m.name} hint={m.nameHint} defaultValue={typed.title} error={error("title")} required />
      {practiceParts.map((part) => (
        <TextArea
          key={part}
          name={part}
          label={m.parts[part]}
          hint={m.hints[part] || undefined}
          rows={part === "links" ? 2 : 4}
          optionalWord={part === "situation" || part === "done" ? undefined : optional}
          defaultValue={typed[part]}
          error={error(part)}
          required={part === "situation" || part === "done"}
        />
      ))}
      <Combobox
        name="area"
        label={m.area}
        optionalWord={optional}
        source="/gebieden"
        words={{ none, one, many }}
        defaultValue={typed.area}
        defaultChosen={typed.areaChosen}
        error={errors.area ? words.directory.areaUnknown : undefined}
      />
      <CheckboxGroup
        name="fields"
        legend={m.fields}
        optionalWord={optional}
        columns="two"
        defaultValue={typed.fields}
        choices={fields.map(({ id, name, shape }) => ({ value: id, label: name, shape }))}
      />
      {themes.length > 0 ? (
        <CheckboxGroup
          name="themes"
          legend={m.themes}
          hint={m.themesHint}
          optionalWord={optional}
          defaultValue={typed.themes}
          choices={themes.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <Checkbox name="open" label={m.open} hint={m.openHint} defaultChecked={typed.open} />
      <p className="actions">
        <Button>{m.save}</Button>
      </p>
    </form>
  );
}
